"""Every recorded feed, served on loopback, followed as a channel and refreshed by the real worker."""

from contextlib import ExitStack
from pathlib import Path

import pytest
from django.db.models import Count

from relais.audience.actions import runs
from relais.audience.models import Post, RefreshItem
from relais.creators.models import Channel
from relais.kit import clock
from relais.kit.actors import SYSTEM
from relais.kit.tenancy import workspace_scope
from relais.sources.models import Source
from scrapers.errors import ScraperError
from scrapers.feeds import parse_feed
from tests import factories
from tests.backend.blogs import follow_channels
from tests.backend.worker import ring, worker
from tests.deploy.conftest import wait_until
from tests.realdata.conftest import recordings
from tests.scrapers.loopback import Answer, Site

SITES = 8


@pytest.mark.django_db(transaction=True)
def test_every_feed_becomes_posts_through_the_worker(realdata: Path, report: list[str], tmp_path: Path) -> None:
    bodies = [body for _, body in recordings(realdata / "feeds")]
    workspace = factories.make_workspace(factories.make_user())
    with ExitStack() as stack, workspace_scope(workspace.pk):
        sites = [stack.enter_context(Site()) for _ in range(SITES)]
        urls = []
        for number, body in enumerate(bodies):
            site, path = sites[number % SITES], f"/blog-{number}"
            kind = "application/feed+json" if body.lstrip()[:1] == b"{" else "application/xml"
            site.pages[path] = site.pages[f"{path}/"] = Answer(body, headers={"Content-Type": kind})
            urls.append(site.url(path))
        channels = follow_channels(urls)
        run = runs.start(channels=Channel.objects.all(), by=SYSTEM)
        ring(tmp_path)
        with worker(tmp_path, tmp_path / "log") as process:
            wait_until(lambda: not _due(), process, tmp_path / "log")
        run.refresh_from_db()
        found = dict(Channel.objects.annotate(n=Count("posts")).values_list("id", "n"))
        refused = dict(RefreshItem.objects.filter(state="failed").values_list("channel_id", "error_code"))

        fewer, unread = [], []
        for channel, body in zip(channels, bodies, strict=True):
            posts = _posts(body)
            if posts is not None and channel.pk in refused:
                unread.append((channel.url, refused[channel.pk], posts))
            if found[channel.pk] < (posts or 0):
                fewer.append((channel.url, found[channel.pk], posts))
        report.append(f"{run.total} feeds, {run.done} read, {len(refused)} refused, {Post.objects.count()} posts")
    assert unread == []
    assert fewer == []
    assert (run.state, run.remaining) == ("done", 0)


def _due() -> bool:
    return Source.objects.filter(due_at__lte=clock.now()).exists()


def _posts(body: bytes) -> int | None:
    """Return how many addressed articles the feed holds; None when it is no feed."""
    try:
        return len(parse_feed(body).posts())
    except ScraperError:
        return None
