"""Many cards at once: what is asked, and what came of it."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from relais.campaigns.actions.bulk_changes import CardChange
from relais.campaigns.api.serializers.board import BoardCardsSerializer
from relais.campaigns.api.serializers.fields import amount, lost_reason
from relais.campaigns.api.serializers.participations import MoveSerializer
from relais.campaigns.models import Participation
from relais.campaigns.querysets import members
from relais.kit.schema import ProblemSerializer

BULK_MAX = 5_000


def _list_of(child: serializers.Field[Any, Any, Any, Any], **options: Any) -> serializers.ListField:
    return serializers.ListField(child=child, min_length=1, max_length=BULK_MAX, **options)


def _ids(**options: Any) -> serializers.ListField:
    return _list_of(serializers.IntegerField(), **options)


def _once(ids: list[int]) -> list[int]:
    return list(dict.fromkeys(ids))


class BulkMoveSerializer(MoveSerializer):
    """Cards that go to one place together, in the order they stand in."""

    ids = _ids()

    def validate_ids(self, ids: list[int]) -> list[int]:
        """Return each once."""
        return _once(ids)


class BulkUndoSerializer(serializers.Serializer[Any]):
    """Moves to take back."""

    moves = _ids(help_text="Ids of the moves, each the last one of its card.")

    def validate_moves(self, moves: list[int]) -> list[int]:
        """Return each once."""
        return _once(moves)


class BulkRestoreSerializer(serializers.Serializer[Any]):
    """Cards to bring back."""

    ids = _ids()

    def validate_ids(self, ids: list[int]) -> list[int]:
        """Return each once."""
        return _once(ids)


class CardReadSerializer(serializers.Serializer[Any]):
    """A card as the caller read it."""

    id = serializers.IntegerField()
    version = serializers.IntegerField(
        required=False, help_text="The version you read: refused when it changed since. API keys must give it."
    )


class CardChangeSerializer(serializers.ModelSerializer[Participation]):
    """New values of one card; what is not given stays."""

    id = serializers.IntegerField()
    version = serializers.IntegerField(
        required=False, help_text="The version you read: refused when it changed since. API keys must give it."
    )
    owner = serializers.IntegerField(required=False, allow_null=True, help_text="Id of a member; null for nobody.")
    fee_amount = amount(allow_null=True, required=False)
    lost_reason = lost_reason(required=False)

    class Meta:
        model = Participation
        fields = [
            "id",
            "version",
            "owner",
            "next_action",
            "next_action_on",
            "fee_amount",
            "notes",
            "lost_reason",
            "lost_note",
        ]
        extra_kwargs = {"next_action": {"required": False}}


def _once_each(rows: list[dict[str, Any]]) -> None:
    if len({row["id"] for row in rows}) < len(rows):
        raise serializers.ValidationError(_("Name each card once."))


class BulkChangeSerializer(serializers.Serializer[Any]):
    """New values, card by card."""

    changes = _list_of(CardChangeSerializer())

    def validate_changes(self, rows: list[dict[str, Any]]) -> list[CardChange]:
        """Look all owners up in one go, inside the workspace."""
        _once_each(rows)
        wanted = {row["owner"] for row in rows if row.get("owner") is not None}
        people = members().in_bulk(list(wanted))
        unknown = {
            index: {"owner": [_("Choose a member of the workspace.")]}
            for index, row in enumerate(rows)
            if row.get("owner") is not None and row["owner"] not in people
        }
        if unknown:
            raise serializers.ValidationError([unknown.get(index, {}) for index in range(len(rows))])
        return [
            CardChange(
                row.pop("id"),
                row.pop("version", None),
                row | ({"owner": people.get(row["owner"])} if "owner" in row else {}),
            )
            for row in rows
        ]


class BulkRemoveSerializer(serializers.Serializer[Any]):
    """Cards to take out of their campaigns."""

    cards = _list_of(CardReadSerializer())

    def validate_cards(self, rows: list[dict[str, Any]]) -> list[CardChange]:
        """Return them with the versions they were read at."""
        _once_each(rows)
        return [CardChange(row["id"], row.get("version"), {}) for row in rows]


class BulkMovedSerializer(serializers.Serializer[Any]):
    """How many went, the moves to name when undoing, and the cards where they are now."""

    moved = serializers.IntegerField()
    moves = serializers.ListField(child=serializers.IntegerField())
    cards = BoardCardsSerializer()


class BulkCardsSerializer(serializers.Serializer[Any]):
    """The cards as they are now."""

    cards = BoardCardsSerializer()


class BulkRefusalSerializer(serializers.Serializer[Any]):
    """Why one card, or one move to undo, is refused."""

    id = serializers.IntegerField()
    code = serializers.ChoiceField(
        choices=["unknown", "stage_moved", "move_refused", "nothing_to_undo", "stale_version", "not_lost"]
    )


class BulkProblemSerializer(ProblemSerializer):
    """A refused bulk change, with every card that stands in its way."""

    refused = BulkRefusalSerializer(many=True)
