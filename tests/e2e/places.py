"""What the sample lacks and every screen shall show: a draft of an import, a finished one, a refresh, look-alikes ...

Run inside the workspace's scope; returns where each thing is, by the names that `screens.py` uses.
"""

from typing import Any

from relais.audience.actions import runs
from relais.audience.models import RefreshItem
from relais.audience.rows import Closing
from relais.audience.rules import ItemState
from relais.coverage.models import Coverage
from relais.creators.actions.people import create_creator
from relais.creators.imports.running import continue_import, start_import
from relais.creators.imports.staging import stage_import
from relais.creators.models import Channel, Creator
from relais.kit import clock
from relais.kit.actors import Actor
from relais.sendings.actions import create_sending
from relais.sendings.models import Product, Sending
from relais.workspaces.actions import invite

LIST = """Nom;Blog;E-mail;Ville;Pays
Manon Ribeiro;https://www.carnetdemanon.example/;manon@carnetdemanon.example;Rennes;France
Bastien Roche;https://bastien-cuisine.example/blog;pas une adresse;Lyon;Atlantide
;;;Lille;France
"""


def prepare(by: Actor) -> dict[str, Any]:
    """Add it; return the places."""
    draft = stage_import(body=LIST.encode(), file_name="blogueurs.csv", by=by)
    done = stage_import(body=LIST.encode(), file_name="carnet.csv", by=by)
    start_import(draft=done, by=by)
    continue_import(import_id=done.pk)
    for name in ("Agathe Morel", "Agathe Morel-Petit"):
        create_creator(values={"name": name}, emails=["agathe@morel.example"], by=by)
    piece = Coverage.objects.exclude(participation=None).order_by("id").first()
    sending = Sending.objects.order_by("id").first()
    assert piece is not None
    assert sending is not None
    card = piece.participation
    assert card is not None
    _refresh(card.creator, by)
    _prepare_parcel(card.creator, by)
    _invitation, token = invite(email="zoe@example.org", role="editor", by=by, by_role="owner")
    return {
        "draft": draft.pk,
        "done": done.pk,
        "creator": card.creator_id,
        "campaign": card.campaign_id,
        "card": card.pk,
        "piece": piece.pk,
        "sending": sending.pk,
        "token": token,
    }


def _prepare_parcel(creator: Creator, by: Actor) -> None:
    """Note a parcel that is packed and has not left."""
    today = clock.today("Europe/Paris")
    product = Product.objects.order_by("id")[0]
    values = {"kind": "gift", "prepared_on": today}
    create_sending(creator=creator, values=values, items=[{"product": product, "quantity": 1}], today=today, by=by)


def _refresh(creator: Creator, by: Actor) -> None:
    """Refresh somebody's channels, as if the first had failed."""
    runs.start(channels=Channel.objects.filter(creator=creator), by=by)
    first, *rest = Channel.objects.filter(creator=creator).order_by("id").values_list("id", flat=True)
    failed = Closing(first, ItemState.FAILED, "unreachable", "", clock.now())
    RefreshItem.objects.close([failed, *(Closing(pk, ItemState.DONE, "", "", clock.now()) for pk in rest)])
