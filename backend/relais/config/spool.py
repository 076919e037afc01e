"""The message broker when none is configured: files in a folder.

kombu's own `filesystem://` lets a reader take a file that is still being written, which ends the worker, and moves it
through the machine's shared temporary folder. Here a message appears whole or not at all, and stays in our folder.
It still loses what a killed worker held: harmless, since the work itself stands in database rows.
"""

import uuid
from contextlib import suppress
from pathlib import Path
from queue import Empty
from time import time_ns
from typing import Any

from kombu.transport import TRANSPORT_ALIASES, filesystem
from kombu.utils.json import dumps, loads

ADDRESS = "spool://localhost"


class Channel(filesystem.Channel):
    """kombu's file channel with atomic writes and reads."""

    @property
    def _folder(self) -> Path:
        return Path(self.data_folder_in)

    def _put(self, queue: str, message: Any, **kwargs: Any) -> None:  # type: ignore[override]  # its own bases disagree
        name = f"{time_ns():020}_{uuid.uuid4()}.{queue}.msg"
        draft = self._folder / f"{name}.draft"
        draft.write_text(dumps(message), encoding="utf-8")
        draft.rename(self._folder / name)

    def _get(self, queue: str, timeout: float | None = None) -> Any:
        for waiting in sorted(self._folder.glob("*.msg")):
            if waiting.name.partition(".")[2] != f"{queue}.msg":
                continue
            taken = waiting.with_name(f"{waiting.name}.taken")
            with suppress(FileNotFoundError):  # another worker was quicker
                waiting.rename(taken)
                payload = loads(taken.read_text(encoding="utf-8"))
                taken.unlink()
                return payload
        raise Empty


class Transport(filesystem.Transport):
    """The transport behind `spool://`."""

    Channel = Channel


def options(folder: Path) -> dict[str, object]:
    """Make the spool's folders and return the transport options that name them."""
    for name in ("messages", "control"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    return {
        "data_folder_in": str(folder / "messages"),
        "data_folder_out": str(folder / "messages"),
        "control_folder": str(folder / "control"),
        "polling_interval": 0.2,
    }


TRANSPORT_ALIASES["spool"] = f"{__name__}:Transport"
