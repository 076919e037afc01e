"""What a new workspace begins with: apps above register it in `ready()`, since this one may not import them."""

from typing import Protocol

from relais.kit.actors import Actor
from relais.workspaces.models import Workspace


class Seed(Protocol):
    """Puts first rows into a new workspace, inside its scope and the transaction that makes it."""

    def __call__(self, *, workspace: Workspace, by: Actor) -> None:
        """Write the rows."""


_SEEDS: list[Seed] = []


def register(seed: Seed) -> None:
    """Run this seed for every workspace made from now on."""
    if seed not in _SEEDS:
        _SEEDS.append(seed)


def plant(*, workspace: Workspace, by: Actor) -> None:
    """Run all seeds; the caller is inside the workspace's scope."""
    for seed in _SEEDS:
        seed(workspace=workspace, by=by)
