"""People over HTTP."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema, extend_schema_view
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from relais.creators.actions import people
from relais.creators.actions.bulk import BulkAction, find_action, run_action
from relais.creators.actions.from_url import create_from_url, draft_from_url
from relais.creators.api import facets, rows, selection
from relais.creators.api.filters import ORDERINGS, CreatorFilter
from relais.creators.api.serializers.creator import CreatorAddSerializer, CreatorSerializer, CreatorWriteSerializer
from relais.creators.api.serializers.from_url import CreatorDraftSerializer, FromUrlSerializer
from relais.creators.api.serializers.row import CreatorRowSerializer
from relais.creators.api.serializers.selection import BulkResultSerializer, BulkSerializer
from relais.creators.models import Creator
from relais.kit import access
from relais.kit.errors import InvalidError, NotAllowedError
from relais.kit.pagination import Page, read_window
from relais.kit.problems import flatten
from relais.kit.views import Retrieved, WorkspaceViewSet

#: `list` names a method below.
Rows = list[Any]

_LIST_PARAMETERS = [
    OpenApiParameter(
        "fields", str, description=f"Columns to answer, separated by commas; all unless told: {', '.join(rows.FIELDS)}."
    ),
    OpenApiParameter(
        "facets",
        str,
        description=f"Also count by: {', '.join(facets.OFFERED)}. The counts of a facet ignore its own selection; "
        f"at most {facets.MOST_PEOPLE} people are counted, and {facets.MOST_VALUES} values told.",
    ),
]


@extend_schema_view(
    list=extend_schema(parameters=_LIST_PARAMETERS, responses=CreatorRowSerializer(many=True)),
    retrieve=extend_schema(responses=CreatorSerializer),
)
class CreatorViewSet(Retrieved, WorkspaceViewSet):
    """Bloggers, influencers, journalists, ambassadors."""

    model = Creator
    resource = "creators"
    serializer_class = CreatorSerializer
    filterset_class = CreatorFilter
    orderings: ClassVar[dict[str, str]] = ORDERINGS
    verbs: ClassVar[dict[str, str]] = {"destroy": "delete", "restore": "delete"}
    parameters: ClassVar[dict[str, frozenset[str]]] = {"list": frozenset({"fields", "facets"})}

    def refine(self, rows: QuerySet[Creator]) -> QuerySet[Creator]:
        """Leave out the deleted, except to restore them; read everything of one."""
        if self.action == "restore":
            return Creator.objects.filter(merged_into=None)
        if self.action == "retrieve":
            return Creator.objects.live().for_detail()
        return Creator.objects.live()

    # -- the list ------------------------------------------------------------------------------------

    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Return one page of people."""
        names = facets.read_names(request.query_params.get("facets"))
        window = read_window(request, self.orderings, self.default_order)
        columns = rows.columns_of(self._fields(), "id", window.column)
        if self.names_filters:
            body = self.page_of(self.filtered().values(*columns))
        else:
            body = self.page_of(rows.everybody(columns), kept=True)
        if names:
            body["facets"] = facets.count(names, self._selected_without, request.query_params)
        return Response(body)

    def present(self, page: Page) -> Rows:
        """Return the rows as selected, without model instances."""
        return rows.present(page.rows, self._fields())

    def _fields(self) -> Sequence[str]:
        text = self.request.query_params.get("fields")
        if not text:
            return rows.FIELDS
        wanted = list(dict.fromkeys(text.split(",")))
        if unknown := [name for name in wanted if name not in rows.FIELDS]:
            message = _("Unknown: %(unknown)s. Choose among: %(names)s.")
            values = {"unknown": ", ".join(unknown), "names": ", ".join(rows.FIELDS)}
            raise InvalidError(errors={"fields": [message % values]})
        return wanted

    def _selected_without(self, ignored: Sequence[str]) -> QuerySet[Creator]:
        given = {
            name: ",".join(values)
            for name, values in self.request.query_params.lists()
            if name in CreatorFilter.base_filters and name not in ignored
        }
        return selection.filtered(self.request, given, Creator.objects.live())

    # -- one person ----------------------------------------------------------------------------------

    @extend_schema(request=CreatorAddSerializer, responses={201: CreatorSerializer})
    def create(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Make a person; `channels` are recognised from their addresses and followed from now on."""
        values = self.valid(CreatorAddSerializer)
        made = people.create_creator(
            channels=values.pop("channels", ()),
            emails=values.pop("emails", ()),
            lists=values.pop("lists", ()),
            values=values,
            by=self.actor,
        )
        return self._answer_whole(made.pk, 201)

    @extend_schema(request=CreatorWriteSerializer, responses=CreatorSerializer)
    def partial_update(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Save new values; `tags`, `contact_points` and `addresses` replace what was there."""
        creator = self.get_object()
        values = self.valid(CreatorWriteSerializer, instance=creator, partial=True)
        people.change_creator(creator=creator, values=values, by=self.actor)
        return self._answer_whole(creator.pk)

    @extend_schema(responses={204: None})
    def destroy(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Put a person aside; `restore` brings it back."""
        people.delete_creators(creator_ids=[self.get_object().pk], by=self.actor)
        return Response(status=204)

    @extend_schema(request=None, responses=CreatorSerializer)
    @action(detail=True, methods=["post"])
    def restore(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Bring a deleted person back as it was."""
        creator = self.get_object()
        people.restore_creators(creator_ids=[creator.pk], by=self.actor)
        return self._answer_whole(creator.pk)

    def _answer_whole(self, pk: int, status: int = 200) -> Response:
        return self.answer(Creator.objects.live().for_detail().get(pk=pk), status)

    # -- many, and from an address -------------------------------------------------------------------

    @extend_schema(request=BulkSerializer, responses=BulkResultSerializer)
    @action(detail=False, methods=["post"])
    def bulk(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Do one thing to many people, all or none.

        Actions and their `params`: `add_tags` and `remove_tags` `{tags: [name]}`, `set_owner` `{owner: id|null}`,
        `set_status` `{status, by_hand?}`, `add_to_list` and `remove_from_list` `{list: id}`, `delete`, `restore`.
        """
        asked = self.valid(BulkSerializer)
        chosen = find_action(asked["action"])
        if not access.allows(self.access.role, self.resource, chosen.verb):
            raise NotAllowedError
        params = self._valid_params(chosen, asked["params"])
        ids, left_out = selection.resolve(
            request, asked, among_deleted=chosen.among_deleted, skip_unknown=asked["on_error"] == "skip"
        )
        result = run_action(action=chosen, ids=ids, params=params, by=self.actor)
        return Response(
            {
                "changed": len(result.changed),
                "skipped": len(ids) - len(result.changed) + left_out,
                "undo": [{"action": call.action, "ids": call.ids, "params": call.params} for call in result.undo],
            }
        )

    def _valid_params(self, chosen: BulkAction, params: dict[str, Any]) -> dict[str, Any]:
        if chosen.params is None:
            return {}
        reader = chosen.params(data=params, context=self.get_serializer_context())
        if not reader.is_valid():
            raise InvalidError(errors=flatten({"params": reader.errors}))
        return dict(reader.validated_data)

    @extend_schema(
        request=FromUrlSerializer,
        responses={
            200: OpenApiResponse(
                CreatorDraftSerializer, description="The draft, with those who may be the same person."
            ),
            201: OpenApiResponse(CreatorSerializer, description="The person, made by `confirm`."),
        },
    )
    @action(detail=False, methods=["post"], url_path="from-url")
    def from_url(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Read an address and answer a draft; with `confirm`, make the person."""
        values = self.valid(FromUrlSerializer)
        url, confirmed = values.pop("url"), values.pop("confirm")
        if not confirmed:
            return Response(CreatorDraftSerializer(draft_from_url(url=url)).data)
        made = create_from_url(url=url, lists=values.pop("lists", []), values=values, by=self.actor)
        return self._answer_whole(made.pk, 201)
