"""Every command of the API guide, run as it is printed."""

import re
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.blogs import serving
from tests.deploy.conftest import ROOT
from tests.deploy.relais import running

GUIDE = ROOT / "docs" / "api.md"
IN_FRENCH = ROOT / "docs" / "api.fr.md"


def commands(guide: Path) -> list[str]:
    """Return the blocks that are run."""
    return re.findall(r"^```sh run\n(.*?)^```", guide.read_text(), re.MULTILINE | re.DOTALL)


def test_both_languages_show_the_same_commands() -> None:
    assert commands(IN_FRENCH) == commands(GUIDE)
    for mark in ("## ", "| ", "- "):
        counted = [
            sum(line.startswith(mark) for line in guide.read_text().splitlines()) for guide in (GUIDE, IN_FRENCH)
        ]
        assert counted[0] == counted[1], mark


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed; the guide is written for it")
def test_the_guide_does_what_it_says(tmp_path: Path) -> None:
    script = "\n".join(["set -euo pipefail", *commands(GUIDE)])
    with serving() as web, running(tmp_path) as relais:
        blog = web.put_blog("/", title="La cuisine de Léa", author="Léa Fontaine")
        for name in ("anne", "marc"):
            web.put_blog(f"/{name}/", title=f"Le carnet de {name.title()}", author=name.title())
        web.put_article(
            "/article", title="Mon avis", author="Léa Fontaine", site="La cuisine de Léa", day=datetime.now(UTC)
        )
        done = subprocess.run(
            ["bash", "-c", script], cwd=tmp_path, capture_output=True, text=True, check=False, timeout=300,
            env={"PATH": "/usr/bin:/bin:/usr/local/bin", "RELAIS": f"{relais.url}/api/v1",
                 "WORKSPACE": relais.workspace, "KEY": relais.key, "BLOG": blog.rstrip("/")},
        )  # fmt: skip
        assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
        assert '"posting_rate"' in done.stdout
        assert '"unknown_parameter"' in done.stdout
        assert '"idempotency_key_reused"' in done.stdout
        assert '"Blog or profile"' in done.stdout
        people = {row["name"]: row for row in relais.call("GET", "creators/")["results"]}
        assert {"La cuisine de Léa", "Anne Dupré", "Marc Olive"} >= set(people) - {"Léa Fontaine"}
        assert len(people) == 3
        unread = [row for row in relais.call("GET", "channels/")["results"] if row["last_published_at"] is None]
        assert unread == [], unread
