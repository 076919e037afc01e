"""What is to be done this week."""

from datetime import date, timedelta

from relais.campaigns.actions.tasks import create_task, finish_task
from relais.creators.models import Creator
from relais.sample.load.team import Team
from relais.sample.stories import TASKS


def plan_tasks(creators: list[Creator], team: Team, today: date) -> None:
    """Enter the tasks, some late, some done."""
    for number, (title, days, owner, done) in enumerate(TASKS):
        values = {"title": title, "due_on": today + timedelta(days=days), "owner": team.people[owner]}
        if number % 4 == 0:
            values["creator"] = creators[number * 3]
        task = create_task(values=values, by=team.actor(number))
        if done:
            finish_task(task=task, by=team.actor(owner))
