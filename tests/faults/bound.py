"""Python on anything, as somebody whom permissions bind: root is let past them unless it gives that up."""

import ctypes
import os
import sys

DROP_FROM_BOUNDING_SET = 24
PAST_PERMISSIONS = (1, 2)
"""What Linux calls CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH; nobody but root has them to give up."""

if __name__ == "__main__":
    system = ctypes.CDLL(None)
    for capability in PAST_PERMISSIONS:
        system.prctl(DROP_FROM_BOUNDING_SET, capability, 0, 0, 0)
    os.execv(sys.executable, [sys.executable, *sys.argv[1:]])  # noqa: S606 - it is ourselves again
