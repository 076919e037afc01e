"""Many people, deadlocks and killed processes: no card lost, none twice, order total, history true (guarantee 45)."""

import contextlib
import itertools
import os
import random
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
import pytest
from django.db import connection, connections

from relais.campaigns.models import Campaign, Participation, Stage, StageMove
from relais.workspaces.models import Workspace
from tests.backend.campaigns.conftest import Cards
from tests.backend.conftest import Client, client_of

pytestmark = pytest.mark.django_db(transaction=True)

ROOT = Path(__file__).resolve().parents[3]
THREADS = 16
MOVES = int(os.environ.get("RELAIS_TEST_MOVES", "8"))
KILLS = int(os.environ.get("RELAIS_TEST_KILLS", "2"))


def check_board(campaign: Campaign, ids: set[int]) -> None:
    """The cards are all there once, in a total order, each where its unbroken history ends."""
    cards = list(Participation.objects.filter(campaign=campaign))
    assert {card.pk for card in cards} == ids
    places = [(card.stage_id, card.rank) for card in cards]
    assert len(set(places)) == len(places)
    for card in cards:
        lines = list(StageMove.objects.filter(participation=card).order_by("id"))
        assert card.version == 1 + len(lines)
        for earlier, later in itertools.pairwise(lines):
            assert later.from_stage_id == earlier.to_stage_id
        if lines:
            assert card.stage_id == lines[-1].to_stage_id


@pytest.fixture
def quick_deadlocks() -> Iterator[None]:
    """Let whoever waits for a card's board notice a deadlock at once, and so be the one it is broken on."""
    name = connection.settings_dict["NAME"]
    with connection.cursor() as cursor:
        cursor.execute(f'ALTER DATABASE "{name}" SET deadlock_timeout = %s', ["15ms"])
    yield
    with connection.cursor() as cursor:
        cursor.execute(f'ALTER DATABASE "{name}" RESET deadlock_timeout')


def deadlocks() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_stat_clear_snapshot()")
        cursor.execute("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()")
        return int(cursor.fetchone()[0])


def lock_backwards(campaign_id: int, stage_ids: list[int], stop: threading.Event) -> None:
    """Take the locks of a move in the opposite order, again and again.

    PostgreSQL looks for a deadlock once a wait: a mover that looked before this thread came to wait does not look
    again, so this one looks too, later than the movers do. For ever later, and everybody would wait for that long.
    """
    dice = random.Random(45)
    parameters = connection.get_connection_params()
    wanted = {key: parameters[key] for key in ("host", "port", "user", "password", "dbname") if parameters.get(key)}
    with psycopg.connect(**wanted, autocommit=True) as intruder:
        intruder.execute("SET deadlock_timeout = '300ms'")
        while not stop.is_set():
            with contextlib.suppress(psycopg.errors.DeadlockDetected), intruder.transaction():
                for stage_id in dice.sample(stage_ids, 3):
                    intruder.execute("SELECT 1 FROM campaigns_stage WHERE id = %s FOR NO KEY UPDATE", [stage_id])
                time.sleep(0.01)
                intruder.execute("SELECT 1 FROM campaigns_campaign WHERE id = %s FOR NO KEY UPDATE", [campaign_id])
            time.sleep(0.3)
    connections.close_all()


@pytest.mark.usefixtures("quick_deadlocks")
def test_g45_sixteen_people_and_an_intruder(
    workspace: Workspace,
    alice: Client,
    cards: Cards,
    stages: dict[str, Stage],
    campaign: Campaign,
) -> None:
    ids = [card.pk for card in cards(30)]
    stage_ids = [stage.pk for stage in stages.values()]
    answers: Counter[int] = Counter()
    accepted: Counter[int] = Counter()
    counting = threading.Lock()

    def mover(seed: int) -> None:
        dice = random.Random(seed)
        client = client_of(alice.user, workspace)
        for _time in range(MOVES):
            card, neighbour = dice.sample(ids, 2)
            body = {"to": dice.choice(stage_ids), "after": dice.choice([None, neighbour])}
            if dice.random() < 0.3:
                body["expected_from"] = dice.choice(stage_ids)
            answer = client.post(client.at(f"participations/{card}/move/"), body)
            with counting:
                answers[answer.status_code] += 1
                accepted[card] += answer.status_code == 200
        connections.close_all()

    before = deadlocks()
    stop = threading.Event()
    intruder = threading.Thread(target=lock_backwards, args=(campaign.pk, stage_ids, stop))
    intruder.start()
    try:
        with ThreadPoolExecutor(THREADS) as pool:
            list(pool.map(mover, range(THREADS)))
    finally:
        stop.set()
        intruder.join()

    assert set(answers) <= {200, 409, 412}, answers
    assert answers[200] > THREADS
    assert answers.total() == THREADS * MOVES
    check_board(campaign, set(ids))
    for card in ids:
        assert StageMove.objects.filter(participation_id=card).count() == accepted[card]
    assert deadlocks() > before
    body = alice.get(alice.at(f"campaigns/{campaign.pk}/board/")).json()
    assert sorted(body["cards"]["id"]) == sorted(ids)


def test_g45_killed_processes_leave_no_half_move(
    workspace: Workspace, cards: Cards, stages: dict[str, Stage], campaign: Campaign
) -> None:
    ids = {card.pk for card in cards(30)}
    given = connection.settings_dict
    address = (
        f"postgres://{given['USER']}:{given['PASSWORD']}@/{given['NAME']}?host={given['HOST']}&port={given['PORT']}"
    )
    environment = {**os.environ, "DATABASE_URL": address, "PYTHONPATH": f"{ROOT / 'backend'}{os.pathsep}{ROOT}"}
    for round_ in range(KILLS):
        movers = [
            subprocess.Popen(
                [sys.executable, "-m", "tests.backend.campaigns.mover", str(workspace.pk), str(campaign.pk), str(seed)],
                env=environment,
                cwd=ROOT,
                stdout=subprocess.PIPE,
            )
            for seed in (2 * round_, 2 * round_ + 1)
        ]
        for process in movers:
            assert process.stdout is not None
            assert process.stdout.readline() == b"moving\n"
        time.sleep(random.Random(round_).uniform(0.2, 0.8))
        for process in movers:
            process.kill()
            process.communicate()
    wait_for_silence()
    assert StageMove.objects.exists()
    check_board(campaign, ids)


def wait_for_silence() -> None:
    """Wait until the database has noticed that its clients died."""
    for _time in range(100):
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
            if cursor.fetchone()[0] == 0:
                return
        time.sleep(0.1)
    pytest.fail("A killed process still holds a connection.")
