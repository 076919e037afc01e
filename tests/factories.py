"""Rows for tests, shaped like real ones. Each builder takes what it hangs on; nothing is global."""

from typing import Any

from django.utils import timezone

from relais.campaigns.actions import add_creators
from relais.campaigns.models import Campaign, Participation, Stage
from relais.creators.models import Creator, PostalAddress
from relais.kit.actors import SYSTEM, Actor
from relais.kit.tenancy import workspace_scope
from relais.kit.text import fold
from relais.sendings.actions import move_stock, save_product
from relais.sendings.models import Product
from relais.workspaces.actions import create_workspace
from relais.workspaces.models import Brand, Membership, User, Workspace

PASSWORD = "Tournesol-et-lavande-42"


def make_user(name: str = "Alice Martin", email: str | None = None, **fields: Any) -> User:
    address = email or f"{name.split(maxsplit=1)[0].lower()}@example.org"
    return User.objects.create_user(address, PASSWORD, name=name, **fields)


def make_workspace(owner: User, name: str = "Agence Lumière", **fields: Any) -> Workspace:
    values = {"language": "fr", "time_zone": "Europe/Paris", "currency": "EUR"} | fields
    return create_workspace(name=name, by=Actor(user_id=owner.pk), **values)


def add_member(workspace: Workspace, user: User, role: str) -> Membership:
    with workspace_scope(workspace.pk):
        return Membership.objects.create(user=user, role=role)


def make_brand(name: str = "Maison Olivier", **fields: Any) -> Brand:
    """Inside a scope."""
    return Brand.objects.create(name=name, **fields)


# -- creators and campaigns ----------------------------------------------------------------------------


def make_creator(name: str = "Camille Lefèvre", **fields: Any) -> Creator:
    """Inside a scope; findable by name as an added one is."""
    return Creator.objects.create(name=name, search=fold(name), **fields)


def make_address(creator: Creator, **fields: Any) -> PostalAddress:
    values = {"line1": "12 rue des Lilas", "postcode": "69003", "city": "Lyon", "country": "FR"}
    return PostalAddress.objects.create(
        creator=creator, recipient=creator.name, **values | {"is_default": True} | fields
    )


def make_campaign(brand: Brand, name: str = "Noël au jardin", **fields: Any) -> Campaign:
    return Campaign.objects.create(brand=brand, name=name, **{"kind": "gifting", "folded": fold(name)} | fields)


def make_cards(campaign: Campaign, stage: Stage, count: int) -> list[Participation]:
    """That many new creators at the end of a column, in order."""
    start = Creator.objects.count()
    creators = [make_creator(f"Camille Bernard {start + index}") for index in range(count)]
    added = add_creators(campaign=campaign, creator_ids=[person.pk for person in creators], stage=stage, by=SYSTEM)
    return list(Participation.objects.filter(pk__in=added.ids).order_by("rank"))


def make_card(campaign: Campaign, creator: Creator, kind: str = "agreed", **fields: Any) -> Participation:
    """A card in the workspace's first stage of that kind."""
    stage = Stage.objects.filter(kind=kind).order_by("id").first() or Stage.objects.create(
        kind=kind, label_en=kind, label_fr=kind, position=Stage.objects.count()
    )
    values = {"rank": f"a{creator.pk}", "stage_since": timezone.now()}
    return Participation.objects.create(campaign=campaign, creator=creator, stage=stage, **values | fields)


# -- sendings ------------------------------------------------------------------------------------------


def make_product(brand: Brand, name: str = "Huile d’olive vierge", sku: str = "HUILE-50", stock: int = 0) -> Product:
    """With `stock` pieces received."""
    by = Actor()
    values = {"brand": brand, "name": name, "sku": sku, "public_value_amount": "24.90", "cost_amount": "8.15"}
    product = save_product(product=None, values=values, by=by)
    if stock:
        move_stock(product=product, quantity=stock, reason="received", why="", by=by)
    return product
