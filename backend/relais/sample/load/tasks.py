"""What is to be done this week, and what was promised."""

from datetime import date, timedelta

from relais.campaigns.actions import create_task, finish_task, keep_promise, make_promise
from relais.campaigns.models import Participation
from relais.creators.models import Creator
from relais.sample.load.team import Team
from relais.sample.stories import PROMISES, TASKS


def plan_tasks(creators: list[Creator], team: Team, today: date) -> None:
    """Enter the tasks, some late, some done."""
    for number, (title, days, owner, done) in enumerate(TASKS):
        values = {"title": title, "due_on": today + timedelta(days=days), "owner": team.people[owner]}
        if number % 4 == 0:
            values["creator"] = creators[number * 3]
        task = create_task(values=values, by=team.actor(number))
        if done:
            finish_task(task=task, by=team.actor(owner))


def make_promises(team: Team, today: date) -> None:
    """Enter what was promised to people in running campaigns, some late, some kept."""
    for number, (title, days, owner, kind, kept) in enumerate(PROMISES):
        cards = Participation.objects.filter(campaign__state="active", stage__kind=kind).select_related("creator")
        card = cards.order_by("id")[number % cards.count()]
        values = {
            "title": title,
            "due_on": today + timedelta(days=days),
            "owner": team.people[owner],
            "participation": card,
        }
        promise = make_promise(creator=card.creator, values=values, by=team.actor(owner))
        if kept:
            keep_promise(promise=promise, by=team.actor(owner))
