"""Write output files so that a reader only ever sees an old one or a new one, never a part."""

import os
from pathlib import Path

from geo.errors import InputError

__all__ = ["write"]

_MARK = ".dateline-part"
_DEVICES = Path("/dev")


def write(path: str | Path, data: bytes) -> Path:
    """Write a file by way of a temporary one in the same folder; missing folders are made.

    A link at `path` is replaced, never written through. What an interrupted run left behind is removed.
    """
    target = Path(path)
    try:
        _refuse(target)
        target.parent.mkdir(parents=True, exist_ok=True)
        _sweep(target)
        _write(target, data)
    except InputError:
        raise
    except FileExistsError as error:
        raise InputError(
            f"{path}: {target.parent} is a file, not a folder; the name of a file in a folder is accepted"
        ) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise InputError(
            f"{path}: cannot be written ({reason}); a file in a folder with room and access is accepted"
        ) from error
    return target


def _refuse(target: Path) -> None:
    """Refuse what a file would do harm in the place of: a folder, a device, a pipe, or the links of /dev."""
    if target.is_dir():
        raise InputError(f"{target}: is a folder; the name of a file is accepted")
    if (target.exists() and not target.is_file()) or target.parent.absolute() == _DEVICES:
        raise InputError(f"{target}: is a device or pipe; the name of a file is accepted")


def _write(target: Path, data: bytes) -> None:
    """Write beside the target, then move into place."""
    part = target.with_name(f".{target.name[:100]}.{os.getpid()}{_MARK}")
    part.unlink(missing_ok=True)
    handle = os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666)
    try:
        with os.fdopen(handle, "wb") as opened:
            opened.write(data)
            opened.flush()
            os.fsync(opened.fileno())
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _sweep(target: Path) -> None:
    """Remove what runs left that ended in the middle; a running one keeps its part."""
    for part in target.parent.glob(f".*{_MARK}"):
        number = part.name.removesuffix(_MARK).rpartition(".")[2]
        if number.isdecimal() and int(number) != os.getpid() and not _runs(int(number)):
            part.unlink(missing_ok=True)


def _runs(process: int) -> bool:
    """Whether a process is alive."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True
