"""The file broker: nobody reads half a message, and nobody reads one twice."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import Empty
from typing import Any

import pytest
from kombu import Connection

from relais.config import spool


@pytest.fixture
def name(request: pytest.FixtureRequest) -> str:
    """Return a queue of this test's own: kombu remembers for the whole process which queues it has declared."""
    return str(request.node.name)


@pytest.fixture
def connection(tmp_path: Path) -> Connection:
    return Connection(spool.ADDRESS, transport_options=spool.options(tmp_path))


def read_all(connection: Connection, name: str) -> list[Any]:
    """Take messages from the queue until it is empty."""
    taken = []
    with connection.clone() as own, own.SimpleQueue(name, no_ack=True) as queue:
        while True:
            try:
                taken.append(queue.get(block=False).payload)
            except Empty:
                return taken


def test_every_message_is_read_once_in_order(connection: Connection, tmp_path: Path, name: str) -> None:
    with connection.SimpleQueue(name) as queue:
        for number in range(20):
            queue.put({"number": number})
    assert [message["number"] for message in read_all(connection, name)] == list(range(20))
    assert list((tmp_path / "messages").iterdir()) == []


def test_several_readers_share_the_messages(connection: Connection, name: str) -> None:
    with connection.SimpleQueue(name) as queue:
        for number in range(100):
            queue.put({"number": number})
    with ThreadPoolExecutor(4) as readers:
        taken = [message["number"] for part in readers.map(read_all, [connection] * 4, [name] * 4) for message in part]
    assert sorted(taken) == list(range(100))


def test_a_message_still_being_written_is_not_seen(connection: Connection, tmp_path: Path, name: str) -> None:
    with connection.SimpleQueue(name) as queue:
        queue.put({"number": 1})
    (message,) = (tmp_path / "messages").glob("*.msg")
    message.rename(message.with_name(f"{message.name}.draft"))
    assert read_all(connection, name) == []


def test_queues_do_not_mix(connection: Connection, name: str) -> None:
    with connection.SimpleQueue(f"{name}_other") as queue:
        queue.put({"number": 1})
    assert read_all(connection, name) == []
