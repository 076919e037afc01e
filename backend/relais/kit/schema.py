"""How the OpenAPI document describes what the base viewset does."""

from typing import Any, Literal

from django_filters.rest_framework import DjangoFilterBackend
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.utils import OpenApiParameter
from rest_framework import serializers

from relais.kit import idempotency
from relais.kit.pagination import PAGE_SIZE, PAGE_SIZE_MAX


class ProblemErrorsField(serializers.DictField):
    """Field path → messages."""

    child = serializers.ListField(child=serializers.CharField())


class ProblemSerializer(serializers.Serializer[Any]):
    """RFC 9457 problem document."""

    type = serializers.CharField()
    title = serializers.CharField()
    status = serializers.IntegerField()
    code = serializers.CharField(help_text="Stable name of the problem.")
    detail = serializers.CharField()
    errors = ProblemErrorsField(required=False)  # type: ignore[assignment]
    correlation_id = serializers.CharField()


class RelaisSchema(AutoSchema):
    """Documents keyset lists, problems, and conditional writes once for all views."""

    def _is_keyset_list(self) -> bool:
        return getattr(self.view, "action", "") == "list" and hasattr(self.view, "page_of")

    def get_override_parameters(self) -> list[Any]:
        """Add the parameters of the base viewset."""
        found: list[Any] = []
        if self._is_keyset_list():
            names = list(getattr(self.view, "orderings", ()))
            found += [
                OpenApiParameter("cursor", str, description="`next` of the previous page."),
                OpenApiParameter(
                    "page_size", int, description=f"Rows a page: {PAGE_SIZE} unless told, {PAGE_SIZE_MAX} at most."
                ),
                OpenApiParameter(
                    "order",
                    str,
                    enum=[s + n for n in names for s in ("", "-")],
                    description="Sort column; `-` for descending. Empty values come last.",
                ),
                OpenApiParameter("count", bool, description="Also count the rows, up to 10 001."),
            ]
        model = getattr(self.view, "model", None)
        if model is not None and "{id}" in self.path:
            # Scoped viewsets have no queryset to read the type of the key from.
            found.append(OpenApiParameter("id", int, OpenApiParameter.PATH))
        if self.method == "POST" and getattr(self.view, "takes_idempotency_key", False):
            found.append(
                OpenApiParameter(
                    idempotency.HEADER,
                    str,
                    OpenApiParameter.HEADER,
                    description=(
                        "New for each new request: a UUID, or 1 to 255 visible characters. Sent again with the same "
                        "key within 24 hours, the request is done once and answered as it was the first time, with "
                        f"`{idempotency.REPLAYED}: true`. 422: the key stands for another request. 409: the first one "
                        "still runs."
                    ),
                )
            )
        if self.method in {"PATCH", "PUT", "DELETE"} and model is not None and hasattr(model, "version"):
            found.append(
                OpenApiParameter(
                    "If-Match",
                    str,
                    OpenApiParameter.HEADER,
                    description="ETag of the version you read; needed with an API key.",
                )
            )
        return found

    def get_filter_backends(self) -> list[Any]:
        """Describe the filters of lists only."""
        return [DjangoFilterBackend] if self._is_keyset_list() else []

    def _get_paginator(self) -> Any:
        return _KeysetShape() if self._is_keyset_list() else None

    def _get_response_bodies(self, direction: Literal["request", "response"] = "response") -> Any:
        bodies = super()._get_response_bodies(direction)
        if direction == "response":
            problem = self._get_response_for_code(  # type: ignore[no-untyped-call]
                ProblemSerializer, "4XX", media_types=["application/problem+json"]
            )
            problem["description"] = "A problem the caller can act on."
            bodies.setdefault("4XX", problem)
        return bodies


class _KeysetShape:
    """The body of a keyset list, for the schema only."""

    def get_paginated_response_schema(self, schema: Any) -> dict[str, Any]:
        return {
            "type": "object",
            "required": ["results", "next"],
            "properties": {
                "results": schema,
                "next": {"type": ["string", "null"], "description": "Cursor of the next page; null at the end."},
                "count": {"type": "integer", "description": "Rows in all, 10 001 meaning more; with count=true."},
                "facets": {
                    "type": "object",
                    "additionalProperties": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["value", "count"],
                            "properties": {
                                "value": {"type": "string"},
                                "label": {"type": "string"},
                                "count": {"type": "integer"},
                            },
                        },
                    },
                    "description": "Counts by value, where offered and asked for with facets=.",
                },
            },
        }

    def get_paginated_response_schema_name(self, name: str) -> str:
        return f"{name}Page"

    def get_schema_operation_parameters(self, view: Any) -> list[Any]:
        return []
