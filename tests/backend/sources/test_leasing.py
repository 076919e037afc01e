from datetime import timedelta
from typing import Any

import pytest
from django.db import connection

from relais.kit import clock
from relais.sources import actions, rules
from relais.sources.actions import leasing, results
from relais.sources.actions.leasing import lease_due
from relais.sources.actions.results import Finished
from relais.sources.models import Source
from relais.sources.rules import SourceState
from scrapers.model import Outcome, Platform, ProfileRef, ProfileStats, Via

pytestmark = pytest.mark.django_db


def follow(*hosts: str) -> list[int]:
    refs = [ProfileRef(Platform.BLOG, host, f"https://{host}/") for host in hosts]
    found = actions.follow(refs=refs)
    return [found[ref] for ref in refs]


def finished(source_id: int, **outcome: Any) -> Finished:
    ref = ProfileRef(Platform.BLOG, "a.example", "https://a.example/")
    return Finished(source_id, Outcome(ref, **outcome), clock.now())


def test_following_twice_makes_one_source() -> None:
    first, again = follow("a.example"), follow("a.example", "b.example")
    assert first == again[:1]
    assert Source.objects.count() == 2


def test_following_many_takes_few_statements(django_assert_max_num_queries: Any) -> None:
    with django_assert_max_num_queries(8):
        follow(*[f"blog-{n}.example" for n in range(500)])
    assert Source.objects.filter(due_at__lte=clock.now()).count() == 500


def test_a_new_follower_makes_the_next_look_a_full_one() -> None:
    (source_id,) = follow("a.example")
    Source.objects.update(validators={"https://a.example/feed/": ["x", ""]}, due_at=clock.now() + timedelta(days=6))
    follow("a.example")
    source = Source.objects.get(id=source_id)
    assert source.validators == {}
    assert source.due_at is not None
    assert source.due_at <= clock.now()


def test_a_platform_that_is_not_read_is_never_due() -> None:
    actions.follow(refs=[actions.identify(url="https://www.instagram.com/camille/")])
    assert lease_due(limit=10).sources == ()


def test_what_is_leased_is_not_leased_again_until_the_lease_ends() -> None:
    ids = follow("a.example", "b.example")
    assert {one.id for one in lease_due(limit=10).sources} == set(ids)
    assert lease_due(limit=10).sources == ()
    Source.objects.update(leased_until=clock.now() - timedelta(seconds=1))
    assert {one.id for one in lease_due(limit=10).sources} == set(ids)


def test_one_host_is_never_in_two_batches() -> None:
    follow("one.example.com", "two.example.com", "zoe.example.org")
    first = lease_due(limit=1)
    second = lease_due(limit=10)
    hosts = [
        set(Source.objects.filter(id__in=[one.id for one in lease.sources]).values_list("host", flat=True))
        for lease in (first, second)
    ]
    assert hosts == [{"example.com"}, {"example.org"}]


def test_local_hosts_are_told_apart_by_port() -> None:
    actions.follow(refs=[actions.identify(url=f"http://127.0.0.1:{port}/") for port in (8001, 8002)])
    assert set(Source.objects.values_list("host", flat=True)) == {"127.0.0.1:8001", "127.0.0.1:8002"}


def test_a_host_with_much_to_fetch_leaves_room_for_the_others() -> None:
    follow(*[f"b{n:03}.example.com" for n in range(rules.PER_HOST * 3)], "example.org")
    leased = lease_due(limit=200)
    hosts = list(Source.objects.filter(id__in=[one.id for one in leased.sources]).values_list("host", flat=True))
    assert hosts.count("example.com") == rules.PER_HOST
    assert "example.org" in hosts


def test_what_a_person_asked_for_goes_first() -> None:
    ids = follow("a.example", "b.example", "c.example")
    actions.hurry(source_ids=[ids[2]])
    assert [one.id for one in lease_due(limit=1).sources] == [ids[2]]


def test_a_late_worker_writes_nothing() -> None:
    (source_id,) = follow("a.example")
    late = lease_due(limit=1)
    Source.objects.update(leased_until=clock.now() - timedelta(seconds=1))
    again = lease_due(limit=1)
    assert results.keep(token=late.token, finished=[finished(source_id, error_code="gone")]) == 0
    assert Source.objects.get(id=source_id).state == SourceState.NEW
    assert results.keep(token=again.token, finished=[finished(source_id, not_modified=True)]) == 1
    source = Source.objects.get(id=source_id)
    assert (source.state, source.lease, source.leased_until) == (SourceState.FRESH, None, None)
    assert source.due_at is not None
    assert source.due_at > clock.now()


def test_a_renewed_lease_lasts() -> None:
    follow("a.example")
    lease = lease_due(limit=1)
    Source.objects.update(leased_until=clock.now() + timedelta(seconds=1))
    leasing.renew(token=lease.token)
    assert Source.objects.get().leased_until > clock.now() + rules.LEASE / 2  # type: ignore[operator]


def test_released_rows_are_as_due_as_before() -> None:
    follow("a.example")
    leasing.release(token=lease_due(limit=1).token)
    assert len(lease_due(limit=1).sources) == 1


def test_failures_count_up_and_a_success_forgets_them() -> None:
    (source_id,) = follow("a.example")
    for _ in range(2):
        Source.objects.update(due_at=clock.now())
        lease = lease_due(limit=1)
        failed = finished(source_id, error_code="unreachable", error_detail="no\x00 answer", transient=True)
        results.keep(token=lease.token, finished=[failed])
    source = Source.objects.get()
    assert (source.failures, source.state, source.error_detail) == (2, SourceState.FAILING, "no answer")
    assert source.succeeded_at is None
    Source.objects.update(due_at=clock.now())
    stats = ProfileStats(
        ProfileRef(Platform.BLOG, "a.example", "https://a.example/"), Via.FEED, feed_url="https://a.example/feed/"
    )
    results.keep(token=lease_due(limit=1).token, finished=[finished(source_id, stats=stats)])
    source = Source.objects.get()
    assert (source.failures, source.error_code, source.feed_url) == (0, "", "https://a.example/feed/")
    assert source.succeeded_at is not None


def test_unfollowed_while_being_fetched_stays_without_a_turn() -> None:
    (source_id,) = follow("a.example")
    lease = lease_due(limit=1)
    actions.unfollow(source_ids=[source_id])
    results.keep(token=lease.token, finished=[finished(source_id, not_modified=True)])
    assert Source.objects.get().due_at is None


def test_finding_what_is_due_uses_the_index() -> None:
    follow("a.example")
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(
            "EXPLAIN SELECT id FROM sources_source WHERE due_at IS NOT NULL ORDER BY urgent DESC, due_at LIMIT 5"
        )
        plan = "\n".join(row[0] for row in cursor.fetchall())
    assert "source_due" in plan
