"""Stock, gifts and loans, and the coverage that followed."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from relais.campaigns.models import Campaign, Participation
from relais.campaigns.rules import StageKind
from relais.coverage.actions import note_numbers, record_coverage
from relais.creators.models import Channel
from relais.kit.actors import Actor
from relais.sample.load.days import during
from relais.sample.load.dice import roll
from relais.sample.load.team import Team
from relais.sample.stories import ARTICLES, PRODUCTS, CampaignStory
from relais.sendings.actions import create_sending, move_stock, return_sending, save_product
from relais.sendings.models import Product, Sending
from relais.workspaces.models import Brand

SENT = [StageKind.SENDING, StageKind.PUBLISHING, StageKind.PUBLISHED, StageKind.DONE]
PUBLISHED = {StageKind.PUBLISHED, StageKind.DONE}
LOAN_DAYS = 42


def receive_stock(brands: dict[str, Brand], team: Team) -> dict[str, Product]:
    """Enter the catalogue and what came in; return it by SKU."""
    products = {}
    for story in PRODUCTS:
        values = {
            "brand": brands[story.brand],
            "name": story.name,
            "sku": story.sku,
            "public_value_amount": story.value_amount,
            "cost_amount": story.cost_amount,
            "low_stock_at": story.stock // 6,
        }
        product = save_product(product=None, values=values, by=team.actor(1))
        move_stock(product=product, quantity=story.stock, reason="received", why="", by=team.actor(1))
        products[story.sku] = product
    return products


@dataclass(frozen=True, slots=True)
class Step:
    """One card that is far enough along to have had a parcel."""

    card: Participation
    story: CampaignStory
    sent_on: date
    delivered_on: date | None
    today: date
    by: Actor


def send_and_publish(
    campaign: Campaign, story: CampaignStory, products: dict[str, Product], team: Team, today: date
) -> None:
    """Send to everybody who is that far, and record what they published."""
    cards = Participation.objects.filter(campaign=campaign, stage__kind__in=SENT).select_related("creator", "stage")
    # Days from today on which the machines that are out come back: one is overdue, one is expected this morning.
    due = iter((-6, 4, 0) if story.kind == "loan" else ())
    for number, card in enumerate(cards.order_by("id")):
        kind = StageKind(card.stage.kind)
        last = min(today, today + timedelta(days=story.ends))
        sent_on = last - timedelta(days=10 + 9 * SENT.index(kind) + roll("sent", card.creator.name, sides=5))
        # One who received it long ago has published nothing.
        sent_on -= timedelta(days=12 if kind is StageKind.PUBLISHING and number % 3 == 0 else 0)
        due_in = next(due, None) if kind is StageKind.PUBLISHING else None
        delivered_on = None if kind is StageKind.SENDING else sent_on + timedelta(days=2 + number % 3)
        step = Step(card, story, sent_on, delivered_on, today, team.actor(number))
        sending = _send(step, products, due_in=due_in)
        if kind in PUBLISHED and delivered_on is not None:
            _publish(step, sending, delivered_on + timedelta(days=5 + number % 9))


def _send(step: Step, products: dict[str, Product], *, due_in: int | None) -> Sending:
    card, story, today = step.card, step.story, step.today
    loan, home = story.kind == "loan", card.creator.country == "FR"
    items = [{"product": products[sku], "quantity": 1} for sku in (story.skus[:1] if loan else story.skus)]
    values: dict[str, Any] = {
        "participation": card,
        "kind": "loan" if loan else "gift",
        "carrier": "colissimo" if home else "dhl",
        "tracking_number": f"8R{40_000_000_000 + roll('tracking', card.creator.name, sides=999_999_999)}",
        "carriage_amount": Decimal("7.90") if home else Decimal("16.40"),
        "prepared_on": step.sent_on - timedelta(days=1),
        "sent_on": step.sent_on,
        "delivered_on": step.delivered_on,
        "address": {
            "recipient": card.creator.name, "line1": "12 rue des Lilas", "line2": "", "postcode": "69003",
            "city": card.creator.city, "region": "", "country": card.creator.country, "phone": "",
        },
    }  # fmt: skip
    if loan:
        due_back = max(step.sent_on + timedelta(days=LOAN_DAYS), today + timedelta(days=8))
        values["due_back_on"] = due_back if due_in is None else today + timedelta(days=due_in)
    with during(step.sent_on, 16):
        sending = create_sending(creator=card.creator, values=values, items=items, today=today, by=step.by)
    if loan and card.stage.kind in PUBLISHED:
        back = min(today, step.sent_on + timedelta(days=30))
        with during(back, 10):
            return return_sending(sending=sending, on=back, today=today, by=step.by)
    return sending


def _publish(step: Step, sending: Sending, day: date) -> None:
    card, today = step.card, step.today
    day = min(day, today - timedelta(days=1))
    channel = Channel.objects.filter(creator_id=card.creator_id).order_by("id")[0]
    language = "fr" if card.creator.language == "fr" else "en"
    titles = ARTICLES[language]
    with during(day, 18):
        piece = record_coverage(
            creator=card.creator,
            url=f"{channel.url}/{day:%Y/%m}/{step.story.skus[0].lower()}",
            values={
                "channel": channel,
                "participation": card,
                "sending": sending,
                "title": titles[roll("title", card.creator.name, sides=len(titles))],
                "author": card.creator.name,
                "language": language,
                "published_on": day,
            },
            today=day,
            by=step.by,
        )
    for after in (1, 7):
        taken_on = day + timedelta(days=after)
        if taken_on <= today:
            likes = 40 + roll("likes", card.creator.name, after, sides=400) * after
            numbers = {"views": likes * 14 if after > 1 else None, "likes": likes, "comments": likes // 18}
            note_numbers(coverage=piece, taken_on=taken_on, numbers=numbers, today=today, by=step.by)
