"""Take pictures of a page with a headless Chromium, when there is one."""

import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from geo.errors import InputError

__all__ = ["pdf", "shoot"]

_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome", "google-chrome-stable")
_CARD = (1200, 630)
_SCREEN = (1366, 820)
_PATIENCE_S = 90


def shoot(html_path: str | Path, png_path: str | Path, *, card: bool = True) -> None:
    """Save a picture of a page: the sharing card (1200 x 630), or the page as a screen shows it.

    Raises
    ------
    InputError
        When no Chromium is installed, or it gives no picture.
    """
    width, height = _CARD if card else _SCREEN
    options = (
        f"--window-size={width},{height}",
        "--force-device-scale-factor=1",
        "--hide-scrollbars",
        "--virtual-time-budget=4000",
    )
    _run(Path(html_path), Path(png_path), "--screenshot={}", options, "#card" if card else "")


def pdf(html_path: str | Path, pdf_path: str | Path) -> None:
    """Print a page: the map with all dates first, then every card.

    Raises
    ------
    InputError
        When no Chromium is installed, or it gives no file.
    """
    _run(
        Path(html_path),
        Path(pdf_path),
        "--print-to-pdf={}",
        ("--no-pdf-header-footer", "--virtual-time-budget=4000"),
        "#print",
    )


def _run(page: Path, target: Path, save: str, options: tuple[str, ...], state: str) -> None:
    """Let Chromium write into a temporary folder with a profile of its own, then move the file into place."""
    if not page.is_file():
        raise InputError(f"{page}: no such page; give an HTML file that `dateline map` wrote")
    browser = next(filter(None, map(shutil.which, _NAMES)), None)
    if browser is None:
        raise InputError(
            f"{target}: pictures need Chromium, and none was found; install one of {', '.join(_NAMES)}"
        )
    with TemporaryDirectory() as folder:
        made = Path(folder) / f"made{target.suffix}"
        command = [
            browser, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", f"--user-data-dir={folder}/profile",
            *options, save.format(made), page.resolve().as_uri() + state,
        ]  # fmt: skip
        try:
            subprocess.run(command, check=True, capture_output=True, timeout=_PATIENCE_S)  # noqa: S603  (fixed command; the page's path is an URI)
        except (subprocess.SubprocessError, OSError) as error:
            raise InputError(f"{target}: {browser} could not draw {page}: {error}") from error
        if not made.is_file():
            raise InputError(f"{target}: {browser} drew nothing from {page}")
        shutil.move(made, target)
