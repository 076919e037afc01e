"""Finds the Chromium that the browser tests drive, and installs one where there is none.

In this order: BROWSER_BIN, Playwright's own, the system's; then `playwright install`, then, as root on Debian or
Ubuntu, the system's package. Never a silent skip: without a browser `make test` is red and says what to do.
Run as a program it prints the path.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ADVICE = (
    "The browser tests need Chromium, and none could be found or installed. Install one (Debian and Ubuntu: "
    "apt install chromium; Fedora: dnf install chromium; macOS: brew install chromium), or set BROWSER_BIN to its path."
)
INSTALL_TIMEOUT = 600

QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--disable-sync",
    "--no-first-run",
    "--no-pings",
    "--disable-features=OptimizationHints,MediaRouter,Translate,DialMediaRouteProvider",
)


class NoBrowserError(RuntimeError):
    """No browser, and none to be had."""

    def __init__(self) -> None:
        super().__init__(ADVICE)


def arguments() -> list[str]:
    """Return the arguments to start it with: no calls home; no sandbox only as root, where it cannot be."""
    return [*QUIET, *(["--no-sandbox"] if os.geteuid() == 0 else [])]


def find() -> Path | None:
    """Return the first that starts, or None."""
    return next((path for path in _candidates() if _starts(path)), None)


def find_or_install() -> Path:
    """Return a browser that starts.

    Raises:
        NoBrowserError: with advice.
    """
    chosen = os.environ.get("BROWSER_BIN")
    if chosen and not _starts(Path(chosen)):
        raise SystemExit(f"BROWSER_BIN is {chosen}, which does not start.")
    found = find()
    for install in _ways_to_install():
        if found is not None:
            break
        _tell(f"No browser yet, trying: {' && '.join(' '.join(step) for step in install)}")
        if all(_succeeds(step) for step in install):
            found = find()
    if found is None:
        raise NoBrowserError
    return found


def _candidates() -> Iterator[Path]:
    chosen = os.environ.get("BROWSER_BIN")
    if chosen:
        yield Path(chosen)
    for folder in _playwright_folders():
        for pattern in (
            "chromium_headless_shell-*/*/*headless*shell",
            "chromium-*/*/chrome",
            "chromium-*/*/*.app/*/*/*",
        ):
            yield from sorted((path for path in folder.glob(pattern) if path.is_file()), reverse=True)
    for name in NAMES:
        found = shutil.which(name)
        if found:
            yield Path(found)
    yield from Path("/Applications").glob("*Chrom*.app/Contents/MacOS/*Chrom*")


def _playwright_folders() -> list[Path]:
    home = Path.home()
    named = os.environ.get("PLAYWRIGHT_BROWSERS_PATH")
    return [*([Path(named)] if named else []), home / ".cache/ms-playwright", home / "Library/Caches/ms-playwright"]


def _ways_to_install() -> Iterator[list[list[str]]]:
    yield [[sys.executable, "-m", "playwright", "install", "chromium-headless-shell"]]
    if os.geteuid() == 0 and shutil.which("apt-get"):
        for package in ("chromium", "chromium-headless-shell"):
            yield [["apt-get", "update", "-qq"], ["apt-get", "install", "-qq", "--yes", package]]


def _starts(path: Path) -> bool:
    """Whether it opens an empty page: a file of that name may lack its libraries."""
    if not path.exists():
        return False
    command = [str(path), "--headless", "--disable-gpu", "--dump-dom", *arguments(), "about:blank"]
    try:
        return b"<html>" in subprocess.run(command, capture_output=True, timeout=60, check=False).stdout
    except (OSError, subprocess.TimeoutExpired):
        return False


def _succeeds(step: list[str]) -> bool:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        done = subprocess.run(
            step, env=environment, timeout=INSTALL_TIMEOUT, check=False, stdin=subprocess.DEVNULL, capture_output=True
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _tell(sentence: str) -> None:
    sys.stderr.write(f"{sentence}\n")


if __name__ == "__main__":
    try:
        sys.stdout.write(f"Browser: {find_or_install()}\n")
    except NoBrowserError as error:
        sys.exit(str(error))
