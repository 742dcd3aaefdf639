"""Imported by the process that forks workers: what each of them would otherwise import and load for itself."""

import gc

from kundenradar.app.digest import make_ready

make_ready(None)
gc.freeze()  # what is shared stays shared
