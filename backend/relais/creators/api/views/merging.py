"""Duplicates and merges over HTTP."""

import re
from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from relais.creators.api.serializers.merging import (
    DistinctSerializer,
    DistinctWriteSerializer,
    DuplicatePageSerializer,
    MergeSerializer,
    MergeWriteSerializer,
)
from relais.creators.duplicates import find_pairs
from relais.creators.merging import actions
from relais.creators.models import Creator, Merge
from relais.kit.errors import InvalidError
from relais.kit.pagination import PAGE_SIZE
from relais.kit.views import WorkspaceViewSet

_CURSOR = re.compile(r"(\d{1,18})-(\d{1,18})\Z")


class MergeViewSet(WorkspaceViewSet):
    """People who may be one, and what was decided about them."""

    model = Merge
    resource = "creators"
    serializer_class = MergeSerializer
    verbs: ClassVar[dict[str, str]] = {"merge": "merge", "undo": "merge", "distinct": "merge"}
    parameters: ClassVar[dict[str, frozenset[str]]] = {"duplicates": frozenset({"cursor"})}

    @extend_schema(parameters=[OpenApiParameter("cursor", str)], responses=DuplicatePageSerializer)
    def duplicates(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Return pairs that share a channel under two spellings, an e-mail address, or the name and a domain."""
        pairs = find_pairs(after=self._after(), most=PAGE_SIZE + 1)
        more, pairs = len(pairs) > PAGE_SIZE, pairs[:PAGE_SIZE]
        people = Creator.objects.in_bulk({pk for pair in pairs for pk in (pair.first_id, pair.second_id)})
        results = [
            {"first": people[pair.first_id], "second": people[pair.second_id], "reasons": pair.reasons}
            for pair in pairs
            if pair.first_id in people and pair.second_id in people
        ]
        cursor = f"{pairs[-1].first_id}-{pairs[-1].second_id}" if more else None
        return Response(DuplicatePageSerializer({"results": results, "next": cursor}).data)

    def _after(self) -> tuple[int, int]:
        text = self.request.query_params.get("cursor", "0-0")
        found = _CURSOR.match(text)
        if found is None:
            raise InvalidError(errors={"cursor": [_("This cursor is damaged. Start from the first page.")]})
        return int(found[1]), int(found[2])

    @extend_schema(request=MergeWriteSerializer, responses={201: MergeSerializer})
    def merge(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Make two rows one person; everything is kept, and `undo` tells them apart again."""
        return self._answer_merge(actions.merge_creators(**self.valid(MergeWriteSerializer), by=self.actor), 201)

    @extend_schema(request=None, responses=MergeSerializer)
    @action(detail=True, methods=["post"])
    def undo(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Take a merge back: each of the two gets what it had."""
        return self._answer_merge(actions.undo_merge(merge=self.get_object(), by=self.actor))

    @extend_schema(request=DistinctWriteSerializer, responses={201: DistinctSerializer})
    def distinct(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Remember that two are not the same person: they are not offered again."""
        pair = actions.mark_distinct(**self.valid(DistinctWriteSerializer), by=self.actor)
        return Response(DistinctSerializer(pair).data, status=201)

    def _answer_merge(self, made: Merge, status: int = 200) -> Response:
        made.kept = Creator.objects.for_detail().get(pk=made.kept_id)
        return self.answer(made, status)
