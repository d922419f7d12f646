"""A guard against a fault of PySide6 6.12.0 on Python before 3.12."""

import ctypes
import sys

import PySide6

_AMPLE = 1 << 40


def keep_none_alive() -> None:
    """Give None references to spare where Qt's binding drops one with every call.

    PySide6 6.12.0 treats None as immortal, which it is from Python 3.12 on; before, some ten
    thousand calls into Qt end the program with "deallocating None". The count is the first field
    of every object.
    """
    if sys.version_info < (3, 12) and PySide6.__version__.startswith("6.12."):
        ctypes.c_ssize_t.from_address(id(None)).value += _AMPLE


keep_none_alive()
