"""The weekly refresh: blogs fetched and read, against a Scrapy spider that reads the same, then written too.

Goals, in seconds of processor: four times the pages of Scrapy; writing adds at most a quarter. A page is a document
read: each blog's home page and its feed. The server is a process of its own; the database's work is not counted.
"""

import asyncio
import json
import statistics
import subprocess
import sys
import time
from importlib.util import find_spec
from ipaddress import ip_network
from typing import Any

from tests.load import blogs
from tests.load.figures import Figure

BLOGS = 400
PAGES = 2 * BLOGS
ROUNDS = 5
GOAL_RATIO = 4.0
GOAL_ADDED = 25.0
NETWORK = ip_network("127.0.0.0/8")


def read_only(urls: list[str]) -> float:
    """Look at every blog, keep nothing; return the seconds of processor."""
    from scrapers import run
    from scrapers.fetch.client import Fetcher
    from scrapers.fetch.policy import Policy
    from scrapers.registry import identify

    async def look_at_all() -> list[Any]:
        async with Fetcher(Policy(allow_nets=(NETWORK,))) as fetcher:
            return await asyncio.gather(*(run.refresh(identify(url), fetcher) for url in urls))

    begun = time.process_time()
    outcomes = asyncio.run(look_at_all())
    spent = time.process_time() - begun
    _expect(sum(len(outcome.stats.posts) for outcome in outcomes if outcome.stats is not None))
    return spent


def follow(urls: list[str]) -> Any:
    """Make a workspace that follows the blogs; return it."""
    from relais.kit.tenancy import workspace_scope
    from tests import factories
    from tests.backend.blogs import follow_channels

    workspace = factories.make_workspace(factories.make_user("Flora Flux"), "Flux")
    with workspace_scope(workspace.pk):
        follow_channels(urls)
    return workspace


def read_and_write(urls: list[str]) -> float:
    """Do what the worker does, lease by lease; the first turn adds the posts, the others find them, as a week later."""
    from relais.audience.models import Post
    from relais.kit import clock
    from relais.sources import batch
    from relais.sources.actions import leasing
    from relais.sources.actions.refreshing import BATCH
    from relais.sources.models import Source

    Source.objects.update(due_at=clock.now(), feed_url="", validators={})
    begun = time.process_time()
    while (lease := leasing.lease_due(limit=BATCH)).sources:
        batch.refresh(lease)
        leasing.release(token=lease.token)
    spent = time.process_time() - begun
    _expect(Post.all_workspaces.filter(channel__url__in=urls).count())
    return spent


def by_scrapy(urls: list[str]) -> float:
    """Let the spider read the blogs in a process of its own; return the seconds of processor, starting up left out."""
    command = [sys.executable, "-m", "tests.load.scrapy_spider"]
    done = subprocess.run(command, input="\n".join(urls), capture_output=True, text=True, check=True)
    told = json.loads(done.stdout)
    _expect(told["posts"])
    return float(told["seconds"])


def _expect(posts: int) -> None:
    if posts != BLOGS * blogs.ARTICLES:
        msg = f"{posts} posts of {BLOGS} blogs with {blogs.ARTICLES} each"
        raise AssertionError(msg)


def run() -> list[Figure]:
    """Read in turn; say so when Scrapy is not there."""
    from django.conf import settings

    settings.FETCH_ALLOW_NETS = [NETWORK]
    jobs = {"relais": read_only, "written": read_and_write}
    if find_spec("scrapy") is None:
        sys.stderr.write("Scrapy is not installed (group `bench`): the refresh is not held against it.\n")
    else:
        jobs["scrapy"] = by_scrapy
    spent: dict[str, list[float]] = {name: [] for name in jobs}
    with blogs.serving(BLOGS) as urls:
        follow(urls)
        for _turn in range(ROUNDS):
            for name, job in jobs.items():
                spent[name].append(job(urls))
    pace = {name: PAGES / statistics.median(each) for name, each in spent.items()}
    added = statistics.median(
        (written - read) / read * 100 for written, read in zip(spent["written"], spent["relais"], strict=True)
    )
    figures = [Figure(f"refresh written too: {pace['written']:,.0f} pages/s of processor", added, "% more", GOAL_ADDED)]
    if "scrapy" in jobs:
        ratio = statistics.median(theirs / ours for theirs, ours in zip(spent["scrapy"], spent["relais"], strict=True))
        told = f"refresh: {pace['relais']:,.0f} pages/s of processor, Scrapy {pace['scrapy']:,.0f}"
        figures.insert(0, Figure(told, ratio, "× Scrapy", GOAL_RATIO, at_least=True))
    return figures
