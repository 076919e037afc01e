"""Campaigns and their boards over HTTP."""

from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from relais.campaigns import actions, querysets
from relais.campaigns.api.filters import CampaignFilter
from relais.campaigns.api.serializers.board import BoardSerializer
from relais.campaigns.api.serializers.campaigns import (
    AddCreatorsSerializer,
    AddedSerializer,
    CampaignRowSerializer,
    CampaignSerializer,
    CampaignWriteSerializer,
)
from relais.campaigns.models import Campaign
from relais.creators.api.selection import resolve
from relais.kit.errors import InvalidError
from relais.kit.pagination import Page
from relais.kit.views import Listed, Retrieved, WorkspaceViewSet

MARKER_DIGITS = 18
#: Actions that hold the campaign from reading its version to saving the next.
CHANGES = frozenset({"partial_update", "destroy", "archive", "unarchive"})


class CampaignViewSet(Listed, Retrieved, WorkspaceViewSet):
    """Operations for a brand, each with its board."""

    model = Campaign
    resource = "campaigns"
    verbs = {"destroy": "delete"}
    filterset_class = CampaignFilter
    parameters = {"board": frozenset({"since"})}
    orderings = {"created": "id", "name": "name", "starts_on": "starts_on", "ends_on": "ends_on"}

    def get_serializer_class(self) -> Any:
        """Return rows without the brief, a single campaign with it."""
        return CampaignRowSerializer if self.action == "list" else CampaignSerializer

    def refine(self, rows: QuerySet[Campaign]) -> QuerySet[Campaign]:
        """Read names with rows; hold the row that is about to change."""
        rows = querysets.with_names_of_campaign(rows)
        if self.action == "list":
            return rows.defer("brief")
        return rows.select_for_update(no_key=True, of=("self",)) if self.action in CHANGES else rows

    def present(self, page: Page) -> list[Any]:
        """Return the rows, their cards counted in one statement."""
        context = {**self.get_serializer_context(), "tallies": querysets.tallies(row.pk for row in page.rows)}
        return list(CampaignRowSerializer(page.rows, many=True, context=context).data)

    @extend_schema(request=CampaignWriteSerializer, responses={201: CampaignSerializer})
    def create(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Start a campaign; its board is ready."""
        return self.answer(actions.create_campaign(values=self.valid(CampaignWriteSerializer), by=self.actor), 201)

    @extend_schema(request=CampaignWriteSerializer, responses=CampaignSerializer)
    @transaction.atomic
    def partial_update(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Change what is given."""
        campaign = self.get_object()
        changes = self.valid(CampaignWriteSerializer, instance=campaign, partial=True)
        return self.answer(actions.change_campaign(campaign=campaign, changes=changes, by=self.actor))

    @extend_schema(responses={204: None})
    @transaction.atomic
    def destroy(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Delete a campaign nobody takes part in; archive the others."""
        actions.delete_campaign(campaign=self.get_object(), by=self.actor)
        return Response(status=204)

    @extend_schema(request=None, responses=CampaignSerializer)
    @action(detail=True, methods=["post"])
    @transaction.atomic
    def archive(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Put it away: it leaves the list, and nothing is lost."""
        return self.answer(actions.archive(campaign=self.get_object(), by=self.actor))

    @extend_schema(request=None, responses=CampaignSerializer)
    @action(detail=True, methods=["post"])
    @transaction.atomic
    def unarchive(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Take it out again."""
        return self.answer(actions.unarchive(campaign=self.get_object(), by=self.actor))

    @extend_schema(
        parameters=[
            OpenApiParameter("since", int, description="`marker` of an earlier answer: only what changed after it.")
        ],
        responses=BoardSerializer,
    )
    @action(detail=True, methods=["get"])
    def board(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Return the whole board in one answer: three statements, whatever the number of cards."""
        campaign = self.get_object()
        since = _read_since(request.query_params.get("since"))
        return Response(
            {
                "campaign": {
                    "id": campaign.pk,
                    "name": campaign.name,
                    "kind": campaign.kind,
                    "state": campaign.state,
                    "brand": campaign.brand_id,
                    "brand_name": campaign.brand.name,
                    "budget_amount": campaign.budget_amount,
                    "is_archived": campaign.archived_at is not None,
                },
                "stages": querysets.board_stages(campaign.pk),
                "cards": querysets.board_cards(campaign.pk, since=since),
                "removed": querysets.gone_cards(campaign.pk, since=since) if since else [],
                # Read before the cards: a change in between is told twice rather than never.
                "marker": campaign.board_version,
            }
        )

    @extend_schema(request=AddCreatorsSerializer, responses=AddedSerializer)
    @action(detail=True, methods=["post"])
    def add(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Bring creators in, by id or by a filter of the creators list; those who are there are skipped."""
        campaign = self.get_object()
        chosen = self.valid(AddCreatorsSerializer)
        creator_ids, _unknown = resolve(request, chosen)
        added = actions.add_creators(
            campaign=campaign, creator_ids=creator_ids, stage=chosen.get("stage"), by=self.actor
        )
        return Response({"added": len(added.ids), "skipped": added.skipped, "ids": added.ids})


def _read_since(text: str | None) -> int:
    if text is None:
        return 0
    if not text.isdecimal() or len(text) > MARKER_DIGITS:
        raise InvalidError(errors={"since": [_("Give the marker of an earlier answer.")]})
    return int(text)
