"""Imported by the process that forks workers: what each of them would otherwise import and load for itself."""

import gc
import os

from kundenradar.app.digest import make_ready

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy: no threads that wait in circles, none to be forked
make_ready(None)
gc.freeze()  # what is shared stays shared
