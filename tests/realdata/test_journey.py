"""From a list of real blogs to published coverage, by a program with a key, with a worker killed in the middle."""

import json
import os
import signal
import subprocess
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import feedparser
import psycopg

from tests.blogs import Web, serving
from tests.deploy.relais import Running, running
from tests.realdata.conftest import recordings

AT_LEAST = 50
LIST = '<?xml version="1.0"?><opml version="2.0"><head><title>Veille</title></head><body>{outlines}</body></opml>'
SITE = '<html><head><title>{title}</title><link rel="alternate" type="application/rss+xml" href="{feed}"></head></html>'


def serve_feeds(web: Web, folder: Path) -> list[tuple[str, int]]:
    """Serve the recorded blog feeds below a site each; return the site's address and feedparser's count of entries."""
    sites = []
    for number, (name, body) in enumerate(recordings(folder / "feeds" / "feedjira")):
        entries = len(feedparser.parse(body).entries)
        if entries == 0 or (not name.endswith(("xml", "rss", "atom", "html", "txt")) and b"<rss" not in body[:2000]):
            continue
        feed = web.put(f"/b{number}/feed", body)
        page = SITE.format(title=f"Blog {number}", feed=feed)
        sites.append((web.put(f"/b{number}/", page, "text/html; charset=utf-8"), entries))
        if len(sites) == AT_LEAST + 10:
            break
    return sites


def upload(relais: Running, name: str, body: bytes) -> Any:
    edge = "relais-journey-boundary"
    data = (
        (
            f'--{edge}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n'
            "Content-Type: application/octet-stream\r\n\r\n"
        ).encode()
        + body
        + f"\r\n--{edge}--\r\n".encode()
    )
    request = Request(
        f"{relais.url}/api/v1/workspaces/{relais.workspace}/imports/",
        data=data,
        headers={"Authorization": f"Bearer {relais.key}", "Content-Type": f"multipart/form-data; boundary={edge}"},
    )
    with urlopen(request, timeout=60) as answer:
        return json.load(answer)


def wait(relais: Running, path: str, *states: str, seconds: int = 300) -> Any:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        row = relais.call("GET", path)
        if row["state"] in states:
            return row
        time.sleep(0.3)
    raise AssertionError(f"{path} is still {row} after {seconds} s:\n{relais.log.read_text()[-3000:]}")


def kill_worker(relais: Running) -> int:
    """Kill the Celery worker itself, not politely; return its process id."""
    listed = subprocess.run(["ps", "-A", "-o", "pid=,ppid=,args="], capture_output=True, text=True, check=True).stdout
    for line in listed.splitlines():
        pid, parent, args = line.split(None, 2)
        if int(parent) == relais.process.pid and "celery" in args:
            os.killpg(int(pid), signal.SIGKILL)
            return int(pid)
    raise AssertionError("no worker found")


def count(relais: Running, statement: str) -> Any:
    with psycopg.connect(relais.database) as connection:
        row = connection.execute(statement).fetchone()
    return row[0] if row else None


def test_from_a_list_of_real_blogs_to_published_coverage(realdata: Path, tmp_path: Path, report: list[str]) -> None:
    with serving() as web, running(tmp_path) as relais:
        sites = serve_feeds(web, realdata)
        assert len(sites) >= AT_LEAST
        outlines = "".join(
            f'<outline text="Blog {number}" type="rss" xmlUrl="{site}feed" htmlUrl="{site}"/>'
            for number, (site, _) in enumerate(sites)
        )
        made = upload(relais, "veille.opml", LIST.format(outlines=outlines).encode())
        relais.call("POST", f"imports/{made['id']}/run/", {})
        done = wait(relais, f"imports/{made['id']}/", "done", "failed")
        assert (done["created"], done["rejected"]) == (len(sites), 0), done

        run = relais.call("POST", "channels/refresh/", {"all": True})
        while relais.call("GET", f"refresh-runs/{run['id']}/")["done"] < 5:
            time.sleep(0.1)
        kill_worker(relais)
        ended = wait(relais, f"refresh-runs/{run['id']}/", "done")
        assert (ended["done"] + ended["failed"], ended["failed"]) == (len(sites), 0), ended
        assert "starting it again" in relais.log.read_text()

        found = count(relais, "SELECT count(*) FROM audience_post")
        twice = count(relais, "SELECT count(*) - count(DISTINCT (channel_id, taken_on)) FROM audience_channelsnapshot")
        held = count(relais, "SELECT count(*) FROM sources_source WHERE leased_until > now()")
        assert (twice, held) == (0, 0)
        assert count(relais, "SELECT count(*) FROM creators_channel WHERE state <> 'fresh'") == 0
        most = max(hits for path, hits in web.hits.items() if path.endswith("/feed"))

        people = relais.call("GET", "creators/?page_size=200&order=name")["results"]
        assert len(people) == len(sites)
        brand = relais.call("POST", "brands/", {"name": "Maison Olivier"})["id"]
        body = {"brand": brand, "name": "Box de printemps", "kind": "gifting"}
        campaign = relais.call("POST", "campaigns/", body)["id"]
        added = relais.call("POST", f"campaigns/{campaign}/add/", {"filter": {"platform": "blog"}})
        assert added["added"] == len(sites)
        board = relais.call("GET", f"campaigns/{campaign}/board/")
        stages, cards = board["stages"], board["cards"]
        card, creator = cards["id"][0], cards["creator"][0]
        move = {"to": stages[3]["id"], "after": None, "expected_from": stages[0]["id"]}
        assert relais.call("POST", f"participations/{card}/move/", move)
        product = relais.call("POST", "products/", {"brand": brand, "name": "Coffret", "sku": "MO-1"})["id"]
        relais.call("POST", f"products/{product}/stock-moves/", {"quantity": 5, "reason": "received"})
        mine = {"creator": creator, "participation": card}
        parcel = mine | {"kind": "gift", "items": [{"product": product, "quantity": 1}]}
        sending = relais.call("POST", "sendings/", parcel)["id"]
        relais.call("POST", f"sendings/{sending}/send/", {"carrier": "colissimo", "tracking_number": "8R41234567890"})
        article = web.put_article("/b0/avis", title="Mon avis", author="Léa", site="Blog", day=datetime.now(UTC))
        draft = relais.call("POST", "coverage/prefill/", {"url": article})
        assert draft["title"] == "Mon avis"
        record = mine | {"url": article, "sending": sending, "title": draft["title"]}
        piece = relais.call("POST", "coverage/", record)
        summary = relais.call("GET", f"coverage/summary/?campaign={campaign}")
        assert (summary["pieces"], float(summary["posting_rate"])) == (1, 1.0)
        assert relais.call("GET", f"coverage/{piece['id']}/")["participation"]
        report.append(f"{len(sites)} blogs imported and refreshed, {found} posts, worker killed once")
        report.append(f"no feed was asked for more than {most} times")
