"""Many cards at once over HTTP: all of them or none."""

from collections.abc import Sequence
from typing import Any

from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from relais.campaigns import actions, querysets
from relais.campaigns.actions.bulk_changes import CardChange
from relais.campaigns.actions.moved import Loss
from relais.campaigns.api.serializers.bulk import (
    BulkCardsSerializer,
    BulkChangeSerializer,
    BulkMovedSerializer,
    BulkMoveSerializer,
    BulkProblemSerializer,
    BulkRemoveSerializer,
    BulkRestoreSerializer,
    BulkUndoSerializer,
)
from relais.kit.errors import VersionRequiredError
from relais.kit.views import WorkspaceViewSet

NONE_CHANGED = {409: OpenApiResponse(BulkProblemSerializer, "None was changed.")}


class BulkCards(WorkspaceViewSet):
    """Adds what can be done to many cards at once."""

    @extend_schema(request=BulkMoveSerializer, responses={200: BulkMovedSerializer, **NONE_CHANGED})
    @action(detail=False, methods=["post"], url_path="bulk-move")
    def bulk_move(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Move cards to one place of a stage in the order they stand in: all of them or none."""
        body = self.valid(BulkMoveSerializer)
        moves = actions.bulk_move(
            ids=body["ids"],
            to=body["to"].pk,
            after=body.get("after"),
            expected_from=body.get("expected_from"),
            why=body.get("why", ""),
            loss=Loss(body.get("lost_reason", ""), body.get("lost_note", "")),
            by=self.actor,
        )
        return Response({"moved": len(moves), "moves": moves, "cards": querysets.cards_now(body["ids"])})

    @extend_schema(request=BulkUndoSerializer, responses={200: BulkCardsSerializer, **NONE_CHANGED})
    @action(detail=False, methods=["post"], url_path="bulk-undo-move")
    def bulk_undo_move(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Put cards back where they were before these moves: all of them or none."""
        return self._cards(actions.bulk_undo(move_ids=self.valid(BulkUndoSerializer)["moves"], by=self.actor))

    @extend_schema(request=BulkChangeSerializer, responses={200: BulkCardsSerializer, **NONE_CHANGED})
    @action(detail=False, methods=["post"], url_path="bulk-change")
    def bulk_change(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Change what is given of each card, all of them or none; the stage changes by `bulk-move`."""
        changes = self._versioned(self.valid(BulkChangeSerializer)["changes"])
        actions.bulk_change(changes=changes, by=self.actor)
        return self._cards([change.card_id for change in changes])

    @extend_schema(request=BulkRemoveSerializer, responses={204: None, **NONE_CHANGED})
    @action(detail=False, methods=["post"], url_path="bulk-remove")
    def bulk_remove(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Take creators out of their campaigns, all of them or none; `bulk-restore` undoes it."""
        cards = self._versioned(self.valid(BulkRemoveSerializer)["cards"])
        actions.bulk_remove(cards=cards, by=self.actor)
        return Response(status=204)

    @extend_schema(request=BulkRestoreSerializer, responses={200: BulkCardsSerializer, **NONE_CHANGED})
    @action(detail=False, methods=["post"], url_path="bulk-restore")
    def bulk_restore(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Bring cards back to where they were taken out: all of them or none."""
        ids = self.valid(BulkRestoreSerializer)["ids"]
        actions.bulk_restore(ids=ids, by=self.actor)
        return self._cards(ids)

    def _versioned(self, cards: list[CardChange]) -> list[CardChange]:
        """Hold programs to the rule of the single call: they say which version they change."""
        if self.actor.api_key_id is not None and any(card.version is None for card in cards):
            raise VersionRequiredError
        return cards

    def _cards(self, ids: Sequence[int]) -> Response:
        return Response({"cards": querysets.cards_now(ids)})
