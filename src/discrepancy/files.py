"""How a file of ours is written: beside its place, then put there in one step.

Whatever happens on the way (a kill, a full disk), what stands there is the whole new file or the
old one.

>>> from tempfile import TemporaryDirectory
>>> with TemporaryDirectory() as folder:
...     put(Path(folder) / "report.md", "six")
...     (Path(folder) / "report.md").read_text()
'six'
"""

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from discrepancy.errors import Unwritable


def put(path: Path, text: str, keep: Iterable[Path] = (), mode: int = 0o666) -> None:
    """Write the whole text to a file that is none of `keep`; its rights stay as they were.

    `mode` is what a new file may allow, less the umask.

    Raises:
        Unwritable: the file is one of those to be kept (an input of this run), or something that
            is no regular file stands there.
        OSError: it cannot be written; what stood there still stands.
    """
    target = path.resolve()
    if any(target == other.resolve() for other in keep):
        raise Unwritable(f"{path}: this file is read in this run; nothing was written over it")
    if target.exists() and not target.is_file():
        raise Unwritable(f"{path}: this is no regular file; nothing was written")
    try:
        _put(target, text, mode)
    except OSError as error:  # told of the file that was asked for, not of the one beside it
        raise OSError(error.errno, error.strerror, str(path)) from error


def _put(target: Path, text: str, mode: int) -> None:
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
