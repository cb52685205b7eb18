"""How a file is opened, only if it is one, and how ours are written: beside, then put in place.

Whatever happens on the way (a kill, a full disk), what stands there is the whole new file or the
old one. A FIFO that nobody writes into, or a device without end, is never opened.

>>> from tempfile import TemporaryDirectory
>>> with TemporaryDirectory() as folder:
...     put(Path(folder) / "report.md", "six")
...     text(Path(folder) / "report.md")
'six'
"""

import errno
import os
import re
import stat
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from glob import escape
from pathlib import Path
from time import time
from typing import Any

from discrepancy.errors import Unwritable

LARGEST = 20_000_000
"""Bytes of a file of ours that is read whole."""

WRITTEN = 2_000_000
"""Bytes of one that a person writes or reads: decisions, settings, lists of files."""


def content(path: Path, most: int = LARGEST) -> bytes:
    """The bytes of a file.

    Raises:
        OSError: it cannot be opened, is no regular file, or holds more than `most` bytes.
    """
    _is_regular(path, os.stat(path))
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags), "rb") as file:
        found = os.fstat(file.fileno())  # it may have been put there since
        _is_regular(path, found)
        held = file.read(most + 1) if found.st_size <= most else b""
    if found.st_size > most or len(held) > most:
        size = f"{max(found.st_size, most + 1) / 1e6:,.1f} MB"
        why = f"it has {size}, and at most {most / 1e6:,.1f} MB of a file are read"
        raise OSError(errno.EFBIG, why, str(path))
    return held


def text(path: Path) -> str:
    """The text of a file that people write or read, in UTF-8.

    Raises:
        OSError: as `content` does.
        UnicodeDecodeError: it is in another encoding.
    """
    return content(path, WRITTEN).decode("utf-8-sig").replace("\r\n", "\n")


def toml(text: str) -> dict[str, Any]:
    """What a file in TOML says.

    >>> toml("a.b = 1")
    {'a': {'b': 1}}

    Raises:
        ValueError: it is none, or one that no person writes: nested a thousand deep, say.
    """
    import tomli

    if _long_key().search(text):
        raise ValueError("a key of it has more than a hundred parts")
    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError:
        raise
    except RecursionError:
        raise ValueError("it is nested too deeply") from None
    except ValueError:  # Python's own, which names a setting of the interpreter
        raise ValueError("it holds a number of too many digits") from None


@cache
def _long_key() -> re.Pattern[str]:
    """A key like a.b.c of so many parts: of each part all those before it are looked up."""
    part = r"""(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+"""
    return re.compile(rf"(?<![\w.-])(?:{part}){{100}}")


def _is_regular(path: Path, found: os.stat_result) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not stat.S_ISREG(found.st_mode):
        raise OSError(errno.EINVAL, NOT_REGULAR, str(path))


NOT_REGULAR = "it is no regular file but a pipe or a device"


def put(path: Path, text: str, keep: Iterable[Path] = (), mode: int = 0o666) -> None:
    """Write the whole text to a file that is none of `keep`; its rights stay as they were.

    `mode` is what a new file may allow, less the umask.

    Raises:
        Unwritable: the file is one of those to be kept (an input of this run), something that is
            no regular file stands there, or the name is that of no file.
        OSError: it cannot be written; what stood there still stands.
    """
    if "\0" in str(path):
        raise Unwritable(f"{path}: no file can have this name; nothing was written")
    target = path.resolve()
    if any(target == other.resolve() for other in keep):
        raise Unwritable(f"{path}: this file is read in this run; nothing was written over it")
    if target.exists() and not target.is_file():
        raise Unwritable(f"{path}: this is no regular file; nothing was written")
    try:
        _put(target, text, mode)
    except OSError as error:  # told of the file that was asked for, not of the one beside it
        raise OSError(error.errno, error.strerror, str(path)) from error


ABANDONED = 3600
"""Seconds after which what stands beside a file was left by a process that was killed."""


def _clear(target: Path) -> None:
    """Take away what killed processes left beside a file; a writer at work is not that old."""
    for left in target.parent.glob(f".{escape(target.name)}.*.new"):
        with suppress(OSError):  # another one clears too, or it may not be taken away
            if time() - left.lstat().st_mtime > ABANDONED:
                left.unlink()


def _put(target: Path, text: str, mode: int) -> None:
    _clear(target)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".new")
    beside = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="replace", newline="\n") as new:
            new.write(text)
            new.flush()
            os.fsync(new.fileno())
        beside.chmod(target.stat().st_mode & 0o777 if target.exists() else mode & ~_mask())
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _mask() -> int:
    """What a new file of this process may not allow; it can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
