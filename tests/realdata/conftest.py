"""The recordings, wherever they lie, and a place for the figures measured on them."""

import gzip
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

BESIDE = Path(__file__).resolve().parents[3] / "shared" / "realdata"
FIGURES = pytest.StashKey[list[str]]()


def find() -> Path | None:
    """The folder of recordings: RELAIS_REALDATA, or `shared/realdata` beside the repository."""
    folder = Path(os.environ.get("RELAIS_REALDATA") or BESIDE)
    return folder if folder.is_dir() else None


def recordings(folder: Path, *endings: str) -> Iterator[tuple[str, bytes]]:
    """Name and unpacked bytes of every recording below `folder`, notes and licences left out."""
    for path in sorted(folder.rglob("*")):
        name = path.name.removesuffix(".gz")
        if not path.is_file() or name in {"INDEX.md", "LICENSE"} or not name.endswith(endings or ("",)):
            continue
        body = path.read_bytes()
        yield str(path.relative_to(folder)), gzip.decompress(body) if path.suffix == ".gz" else body


@pytest.fixture(scope="session")
def realdata() -> Path:
    folder = find()
    if folder is None:
        pytest.skip("no recordings: set RELAIS_REALDATA or put them into ../shared/realdata")
    return folder


@pytest.fixture
def report(request: pytest.FixtureRequest) -> Iterator[list[str]]:
    """Lines added here are printed in the summary at the end, whatever the capture settings."""
    lines: list[str] = []
    yield lines
    request.config.stash.setdefault(FIGURES, []).extend(f"{request.node.name}: {line}" for line in lines)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    figures = config.stash.get(FIGURES, [])
    if figures:
        terminalreporter.section("figures on recorded data")
        for line in figures:
            terminalreporter.write_line(line)
