"""The real worker: killed in the middle, told to stop in the middle, and two at once."""

import signal
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from relais.audience.actions import runs
from relais.audience.models import ChannelSnapshot, Post, RefreshItem, RefreshRun
from relais.creators.models import Channel, Creator
from relais.kit import clock
from relais.kit.actors import SYSTEM
from relais.sources.models import Source
from relais.workspaces.models import Workspace
from tests.backend.blogs import follow_channels, write_blog
from tests.backend.worker import kill, ring, worker
from tests.deploy.conftest import wait_until
from tests.scrapers.loopback import Hit, Site

pytestmark = pytest.mark.django_db(transaction=True)

SITES = 8
CHANNELS = 200


@dataclass
class Gate:
    """Stands before the feeds; closed after so many, so that a worker cannot have read them all when it dies."""

    left: int | None = None
    times_set: int = 0
    changed: threading.Condition = field(default_factory=threading.Condition)

    def let_through(self, count: int | None) -> None:
        """Let that many more pass, or all; who waits since before asks on behalf of a dead worker."""
        with self.changed:
            self.left = count
            self.times_set += 1
            self.changed.notify_all()

    def passes(self) -> bool:
        """Wait for one's turn; False when whoever asked is dead by then."""
        with self.changed:
            asked_in = self.times_set
            self.changed.wait_for(lambda: self.left != 0 or self.times_set != asked_in)
            if self.times_set != asked_in:
                return False
            if self.left:
                self.left -= 1
            return True


@pytest.fixture
def gate() -> Iterator[Gate]:
    made = Gate()
    yield made
    made.let_through(None)


@pytest.fixture
def blogs(scope: Workspace, gate: Gate) -> Iterator[list[Site]]:
    """Two hundred followed blogs on eight hosts, none of them quick."""
    with ExitStack() as stack:
        sites = [stack.enter_context(Site()) for _ in range(SITES)]
        urls = [write_blog(sites[n % SITES], f"/blog-{n}/") for n in range(CHANNELS)]
        for site in sites:
            for path, page in list(site.pages.items()):
                site.pages[path] = _slow(page, gate, site)
        follow_channels(urls)
        yield sites


def _slow(page: Any, gate: Gate, site: Site) -> Any:
    def answer(hit: Hit) -> Any:
        time.sleep(0.15)  # so that no second, in which results are written, holds most of a run
        if hit.path.endswith("/feed/") and not gate.passes():
            site.hits.remove(hit)  # never answered: nothing was read for nothing
        return page(hit) if callable(page) else page

    return answer


def start_run() -> RefreshRun:
    return runs.start(channels=Channel.objects.all(), by=SYSTEM)


def nothing_due() -> bool:
    return not Source.objects.filter(due_at__lte=clock.now()).exists()


def measured() -> int:
    return ChannelSnapshot.objects.count()


def tables() -> dict[str, list[Any]]:
    """Return everything that was written, without the ids and the moments of writing."""
    return {
        "channels": list(
            Channel.objects.order_by("key").values(
                "key",
                "title",
                "feed_url",
                "state",
                "via",
                "error_code",
                "last_published_at",
                "posts_per_month",
                "followers",
            )
        ),
        "snapshots": list(
            ChannelSnapshot.objects.order_by("channel__key").values(
                "channel__key", "taken_on", "followers", "comments_per_post", "via", "engagement_rate"
            )
        ),
        "posts": list(
            Post.objects.order_by("channel__key", "external_id").values(
                "channel__key", "external_id", "url", "title", "published_at", "comments", "tags", "author"
            )
        ),
        "creators": list(Creator.objects.order_by("name").values("name", "last_published_at", "channel_count")),
        "sources": list(
            Source.objects.order_by("key").values("key", "state", "failures", "urgent", "lease", "feed_url")
        ),
    }


def rounded(found: dict[str, list[Any]]) -> dict[str, list[Any]]:
    """Leave out how many seconds later the rhythm was measured."""
    for row in found["channels"]:
        row["posts_per_month"] = round(row["posts_per_month"], 2)
    return found


def undo() -> None:
    """Bring all back to before the first look."""
    Post.objects.all().delete()
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE audience_channelsnapshot, audience_refreshitem, audience_refreshrun")
    Channel.objects.update(
        title="", feed_url="", state="new", via="", last_published_at=None, posts_per_month=None, measured_at=None
    )
    Creator.objects.update(last_published_at=None)
    Source.objects.update(
        state="new",
        due_at=clock.now(),
        urgent=False,
        validators={},
        feed_url="",
        counts={},
        lease=None,
        leased_until=None,
    )


def test_g48_killed_in_the_middle_loses_and_doubles_nothing(blogs: list[Site], gate: Gate, tmp_path: Path) -> None:
    run = start_run()
    ring(tmp_path)
    with worker(tmp_path, tmp_path / "log") as process:
        wait_until(nothing_due, process, tmp_path / "log")
    uninterrupted = rounded(tables())
    assert len(uninterrupted["snapshots"]) == CHANNELS
    undo()
    for site in blogs:
        site.hits.clear()

    run = start_run()
    kills = 0
    for already in (40, 130):
        gate.let_through(already - measured() + 10)
        ring(tmp_path)
        with worker(tmp_path, tmp_path / "log") as process:
            wait_until(lambda already=already: measured() >= already, process, tmp_path / "log")  # type: ignore[misc]
            kill(process)
        kills += 1
        assert measured() < CHANNELS
        assert Post.objects.count() == 10 * measured()
        run.refresh_from_db()
        assert run.done == measured() == RefreshItem.objects.filter(state="done").count()
        # Two minutes later, for the rows the dead worker held.
        Source.objects.exclude(lease=None).update(leased_until=clock.now())
    gate.let_through(None)
    ring(tmp_path)
    with worker(tmp_path, tmp_path / "log") as process:
        wait_until(nothing_due, process, tmp_path / "log")

    assert rounded(tables()) == uninterrupted
    run.refresh_from_db()
    assert (run.state, run.done, run.failed, run.remaining) == ("done", CHANNELS, 0, 0)
    assert not Source.objects.exclude(lease=None).exists()
    hits: dict[str, int] = {}
    for site in blogs:
        for path in site.paths:
            key = f"{site.port}{path}"
            hits[key] = hits.get(key, 0) + 1
    assert max(hits.values()) <= 1 + kills
    assert sum(hits.values()) <= 2 * CHANNELS * 1.8


def test_g54_told_to_stop_it_ends_soon_and_gives_back_what_it_held(blogs: list[Site], tmp_path: Path) -> None:
    ring(tmp_path)
    log = tmp_path / "log"
    with worker(tmp_path, log) as process:
        wait_until(lambda: measured() >= 30, process, log)
        process.send_signal(signal.SIGTERM)
        process.wait(30)
    assert 30 <= measured() < CHANNELS
    assert not Source.objects.exclude(lease=None).exists()


def test_g54_two_workers_share_the_work(blogs: list[Site], tmp_path: Path) -> None:
    ring(tmp_path)
    ring(tmp_path)
    with worker(tmp_path, tmp_path / "one") as process, worker(tmp_path, tmp_path / "two"):
        wait_until(nothing_due, process, tmp_path / "one")
    assert measured() == CHANNELS
    for site in blogs:
        assert len(site.paths) == len(set(site.paths)) == 2 * CHANNELS / SITES
