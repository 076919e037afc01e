"""A process that moves cards at random until it is killed: `python -m … <workspace> <campaign> <seed>`."""

import os
import random
import sys

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "relais.config.settings")
django.setup()

from relais.campaigns.actions import move  # noqa: E402
from relais.campaigns.models import Participation, Stage  # noqa: E402
from relais.kit.actors import SYSTEM  # noqa: E402
from relais.kit.errors import ConflictError  # noqa: E402
from relais.kit.tenancy import workspace_scope  # noqa: E402


def run(workspace_id: int, campaign_id: int, seed: int) -> None:
    dice = random.Random(seed)
    with workspace_scope(workspace_id):
        stages = list(Stage.objects.values_list("id", flat=True))
        cards = list(Participation.objects.filter(campaign_id=campaign_id).values_list("id", flat=True))
        sys.stdout.write("moving\n")
        sys.stdout.flush()
        while True:
            to, after = dice.choice(stages), dice.choice([None, dice.choice(cards)])
            try:
                move(participation_id=dice.choice(cards), to=to, after=after, by=SYSTEM)
            except ConflictError:
                continue


if __name__ == "__main__":
    run(*(int(argument) for argument in sys.argv[1:4]))
