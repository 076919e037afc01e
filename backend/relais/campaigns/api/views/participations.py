"""Cards over HTTP."""

from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from relais.campaigns import actions, querysets
from relais.campaigns.actions.moved import Loss
from relais.campaigns.api.filters import ParticipationFilter
from relais.campaigns.api.serializers.board import CardProblemSerializer, MovedSerializer
from relais.campaigns.api.serializers.participations import (
    MoveSerializer,
    ParticipationChangeSerializer,
    ParticipationCreateSerializer,
    ParticipationSerializer,
    StageMoveSerializer,
    UndoMoveSerializer,
)
from relais.campaigns.api.views.bulk import BulkCards
from relais.campaigns.models import Participation, StageMove
from relais.kit.views import Listed, Retrieved, WorkspaceViewSet

MOVE_ANSWERS = {200: MovedSerializer, 409: OpenApiResponse(CardProblemSerializer, "The card is elsewhere by now.")}


class ParticipationViewSet(BulkCards, Listed, Retrieved, WorkspaceViewSet):
    """One creator in one campaign: the cards of all boards."""

    model = Participation
    resource = "participations"
    verbs = {"destroy": "delete", "bulk_remove": "delete"}
    serializer_class = ParticipationSerializer
    filterset_class = ParticipationFilter
    orderings = {
        "created": "id",
        "next_action_on": "next_action_on",
        "stage_since": "stage_since",
        "fee_amount": "fee_amount",
        "creator_name": "creator__name",
        "followers": "creator__followers",
    }

    def refine(self, rows: QuerySet[Participation]) -> QuerySet[Participation]:
        """Leave out cards that do not show, and read names with rows."""
        return querysets.with_names_of_card(rows)

    @extend_schema(request=ParticipationCreateSerializer, responses={201: ParticipationSerializer})
    def create(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Bring one creator into a campaign, at the top of the stage."""
        values = self.valid(ParticipationCreateSerializer)
        made = actions.add_participation(
            campaign=values.pop("campaign"),
            creator=values.pop("creator"),
            stage=values.pop("stage", None),
            values=values,
            by=self.actor,
        )
        return self._card(made, 201)

    def _card(self, pk: int, status: int = 200) -> Response:
        return self.answer(self.get_queryset().get(pk=pk), status)

    @extend_schema(request=ParticipationChangeSerializer, responses=ParticipationSerializer)
    @transaction.atomic
    def partial_update(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Change what is given; the stage changes by `move`."""
        actions.lock_board_of(card_id=int(kwargs["pk"]))
        card = self.get_object()
        changes = self.valid(ParticipationChangeSerializer, instance=card, partial=True)
        return self.answer(actions.change(participation=card, changes=changes, by=self.actor))

    @extend_schema(responses={204: None})
    @transaction.atomic
    def destroy(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Take the creator out of the campaign; `restore` undoes it."""
        actions.lock_board_of(card_id=int(kwargs["pk"]))
        actions.remove(participation=self.get_object(), by=self.actor)
        return Response(status=204)

    @extend_schema(request=None, responses=ParticipationSerializer)
    @action(detail=True, methods=["post"])
    def restore(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Bring a card back to where it was taken out."""
        actions.restore(participation_id=int(kwargs["pk"]), by=self.actor)
        return self._card(int(kwargs["pk"]))

    @extend_schema(request=MoveSerializer, responses=MOVE_ANSWERS)
    @action(detail=True, methods=["post"])
    def move(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Put the card into a stage, under another card; 409 when somebody was quicker."""
        card = self.get_object()
        body = self.valid(MoveSerializer)
        made = actions.move(
            participation_id=card.pk,
            to=body["to"].pk,
            after=body.get("after"),
            expected_from=body.get("expected_from"),
            why=body.get("why", ""),
            loss=Loss(body.get("lost_reason", ""), body.get("lost_note", "")),
            by=self.actor,
        )
        return self._moved(made)

    @extend_schema(request=UndoMoveSerializer, responses=MOVE_ANSWERS)
    @action(detail=True, methods=["post"], url_path="undo-move")
    def undo_move(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Put the card back where it was before its last move."""
        body = self.valid(UndoMoveSerializer)
        return self._moved(
            actions.undo_move(participation_id=int(kwargs["pk"]), move_id=body.get("move"), by=self.actor)
        )

    def _moved(self, made: StageMove) -> Response:
        return Response({"card": querysets.card_now(made.participation_id), "move": made.pk})

    @extend_schema(responses=StageMoveSerializer(many=True), filters=False)
    @action(detail=True, methods=["get"])
    def moves(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Return the card's moves, newest first."""
        lines = StageMove.objects.filter(participation=self.get_object()).select_related("user").order_by("-id")[:200]
        return Response(StageMoveSerializer(lines, many=True).data)
