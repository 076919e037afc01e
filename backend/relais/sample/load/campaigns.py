"""Three campaigns with cards in every stage, the parcels they caused and what was published."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from operator import itemgetter

from relais.campaigns.actions.adding import add_creators
from relais.campaigns.actions.bulk_moves import bulk_move
from relais.campaigns.actions.campaigns import create_campaign
from relais.campaigns.actions.moved import Loss
from relais.campaigns.models import Campaign, Participation, Stage
from relais.campaigns.rules import StageKind
from relais.creators.actions.headline import refresh_headlines
from relais.creators.models import Creator
from relais.sample.load.days import during
from relais.sample.load.dice import roll
from relais.sample.load.parcels import receive_stock, send_and_publish
from relais.sample.load.team import Team
from relais.sample.people import PEOPLE
from relais.sample.stories import BRANDS, CAMPAIGNS, LOST, NEXT_ACTIONS, CampaignStory
from relais.workspaces.actions import save_brand

FORWARD: list[StageKind] = [kind for kind in StageKind if kind not in {StageKind.DECLINED, StageKind.DROPPED}]
#: How far along somebody was who then declined, or was dropped.
TURNED_AT = {StageKind.DECLINED: 2, StageKind.DROPPED: 1}
SHOWN_CLOSED = 3
NOON = 12


def run_campaigns(creators: list[Creator], team: Team, today: date) -> None:
    """Play all three from their first day to today."""
    brands = {
        name: save_brand(brand=None, values={"name": name, "website": url}, by=team.actor(0)) for name, url in BRANDS
    }
    with during(today - timedelta(days=170), NOON):
        products = receive_stock(brands, team)
    for number, story in enumerate(CAMPAIGNS):
        start = today + timedelta(days=story.starts)
        with during(start, NOON):
            campaign = create_campaign(
                values={
                    "brand": brands[story.brand],
                    "name": story.name,
                    "kind": story.kind,
                    "state": story.state,
                    "goal": story.goal,
                    "brief": story.brief,
                    "starts_on": start,
                    "ends_on": today + timedelta(days=story.ends),
                    "budget_amount": Decimal(story.budget),
                    "hashtags": list(story.hashtags),
                    "owner": team.people[number % 3],
                },
                by=team.actor(number),
            )
        _play(campaign, story, _choose(creators, story), team, today)
        send_and_publish(campaign, story, products, team, today)
    _note_contacts(creators)


def _choose(creators: list[Creator], story: CampaignStory) -> list[Creator]:
    """Return as many as the story has cards: first those who write about its topics."""
    fitting = [c for c, p in zip(creators, PEOPLE, strict=True) if p.topic in story.topics]
    others = [c for c in creators if c not in fitting]
    return (fitting + others)[: sum(story.cards.values())]


def _play(campaign: Campaign, story: CampaignStory, creators: list[Creator], team: Team, today: date) -> None:
    stages = {stage.kind: stage.pk for stage in Stage.objects.order_by("-position")}
    start = today + timedelta(days=story.starts)
    end = min(today, today + timedelta(days=story.ends))
    late = slice(1, story.cards[StageKind.PROSPECT])  # who was thought of only lately
    early = [creator.pk for creator in creators if creator not in creators[late]]
    for day, ids in ((start + timedelta(days=1), early), (end - timedelta(days=3), [c.pk for c in creators[late]])):
        with during(day, NOON):
            add_creators(campaign=campaign, creator_ids=ids, stage=None, by=team.actor(0))
    cards = {card.creator_id: card.pk for card in Participation.objects.filter(campaign=campaign)}
    waiting = iter([cards[creator.pk] for creator in creators])
    groups = {StageKind(kind): [next(waiting) for _ in range(count)] for kind, count in story.cards.items()}
    for day, kind, ids, loss in sorted(_steps(groups, start, end), key=itemgetter(0)):
        with during(day, NOON):
            bulk_move(ids=ids, to=stages[kind], by=team.actor(len(ids)), loss=loss)
    _plan_next(groups, story, team, today)


def _steps(
    groups: dict[StageKind, list[int]], start: date, end: date
) -> Iterator[tuple[date, StageKind, list[int], Loss]]:
    """Yield the moves: everybody goes forward together, and stays where the story says.

    The first to stay in a column has stood there long; the others came within the last days.
    """
    pace = max((end - start).days // (len(FORWARD) + 1), 1)
    for place, kind in enumerate(FORWARD[1:], 1):
        day = start + timedelta(days=pace * place)
        lately = groups.get(kind, [])[1:]
        going = [i for end_kind, ids in groups.items() if _reach(end_kind) >= place for i in ids if i not in lately]
        if going:
            yield day, kind, going, Loss()
        for number, card in enumerate(lately):
            yield max(day, end - timedelta(days=2 + 4 * number)), kind, [card], Loss()
        for lost, turned in TURNED_AT.items():
            if turned == place:
                for number, card in enumerate(groups.get(lost, [])):
                    reasons = LOST[lost]
                    yield day + timedelta(days=2), lost, [card], Loss(reasons[number % len(reasons)], "")


def _reach(kind: StageKind) -> int:
    return TURNED_AT[kind] if kind in TURNED_AT else FORWARD.index(kind)


def _plan_next(groups: dict[StageKind, list[int]], story: CampaignStory, team: Team, today: date) -> None:
    cards = Participation.objects.select_related("creator").in_bulk([i for ids in groups.values() for i in ids])
    for kind, ids in groups.items():
        for number, pk in enumerate(ids):
            card = cards[pk]
            card.owner = team.people[(number + len(kind)) % 3]
            actions = NEXT_ACTIONS.get(kind, ())
            forgotten = number == 0 and kind in {StageKind.CONTACTED, StageKind.IN_CONVERSATION}
            if actions and story.state != "closed" and not forgotten:
                card.next_action = actions[number % len(actions)]
                card.next_action_on = today + timedelta(days=roll("next", card.creator.name, sides=11) - 3)
            if story.kind == "sponsored" and kind in FORWARD[SHOWN_CLOSED:]:
                card.fee_amount = Decimal(350 + 50 * roll("fee", card.creator.name, sides=12))
    Participation.objects.bulk_update(cards.values(), ["owner", "next_action", "next_action_on", "fee_amount"])


def _note_contacts(creators: list[Creator]) -> None:
    """Whoever went past the first column was contacted when they did."""
    contacted = Participation.objects.exclude(stage__kind=StageKind.PROSPECT).order_by("stage_since")
    days = dict(contacted.values_list("creator_id", "stage_since"))
    rows = list(Creator.objects.filter(pk__in=days))
    for creator in rows:
        creator.last_contacted_at = days[creator.pk]
    Creator.objects.bulk_update(rows, ["last_contacted_at"])
    refresh_headlines([creator.pk for creator in creators])
