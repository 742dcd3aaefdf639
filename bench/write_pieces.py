"""Write what patterns of concerns and dangers cannot do without, after a change: ``python bench/write_pieces.py``."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from kundenradar.classify.evidence import patterns
from kundenradar.classify.pieces import FILE, written

if __name__ == "__main__":
    (ROOT / "resources" / "sentiment" / FILE).write_text(written(patterns()), encoding="utf-8")
