"""The base of every view inside a workspace: who may, what is in scope, how it answers."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django_filters import FilterSet
from rest_framework import serializers
from rest_framework.exceptions import NotAuthenticated
from rest_framework.permissions import SAFE_METHODS
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from relais.kit import access, tenancy
from relais.kit.actors import Actor
from relais.kit.errors import (
    InvalidError,
    NotAllowedError,
    NotFoundError,
    StaleVersionError,
    UnknownParameterError,
    VersionRequiredError,
)
from relais.kit.filters import read_flag
from relais.kit.idempotency import AnsweredOnce, Asker
from relais.kit.models import Versioned, WorkspaceModel
from relais.kit.pagination import Page, read_page, read_window

_SEALED = ("get_queryset", "get_object", "get_permissions", "check_permissions", "initial", "dispatch", "asker")


class WorkspaceViewSet(AnsweredOnce, GenericViewSet[Any]):
    """A resource of the workspace named in the URL.

    A subclass declares `model` and `resource`, narrows its rows in `refine`, and calls actions. It
    cannot override what guards the workspace: that fails at import.
    """

    model: ClassVar[type[WorkspaceModel]]
    #: Row of the role table (`workspaces.rules`).
    resource: ClassVar[str]
    #: DRF action → verb of the role table; what is not listed is `read` for GET and `write` otherwise.
    verbs: ClassVar[Mapping[str, str]] = {}
    #: Public order name → column; the first is the default, descending.
    orderings: ClassVar[Mapping[str, str]] = {"created": "id"}
    default_order: ClassVar[str] = "-created"
    filterset_class: ClassVar[type[FilterSet] | None] = None
    #: DRF action → query parameters it reads beside the list's own.
    parameters: ClassVar[Mapping[str, frozenset[str]]] = {}

    lookup_value_regex = r"\d{1,18}"
    access: access.Access

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        overridden = [name for name in _SEALED if name in cls.__dict__]
        if overridden:
            msg = f"{cls.__name__} overrides {', '.join(overridden)}: narrow rows in refine() instead."
            raise TypeError(msg)

    # -- the guard ---------------------------------------------------------------------------------

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        """Serve the request, and leave no scope behind."""
        token = tenancy.open_scope(None)
        try:
            return super().dispatch(request, *args, **kwargs)
        finally:
            tenancy.close_scope(token)

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Authenticate, find the workspace, judge the role, enter the scope; in that order."""
        super().initial(request, *args, **kwargs)
        if not request.user.is_authenticated:
            raise NotAuthenticated
        self.access = access.resolve(request, kwargs["slug"])
        if self.action is None:
            self.http_method_not_allowed(request)
        if not access.allows(self.access.role, self.resource, self.verb):
            raise NotAllowedError
        tenancy.open_scope(self.access.workspace_id)
        self._refuse_unknown_parameters()

    @property
    def verb(self) -> str:
        """The verb of the role table that the running action needs."""
        default = "read" if self.request.method in SAFE_METHODS else "write"
        return self.verbs.get(self.action or "", default)

    def asker(self) -> Asker:
        """Return whose `Idempotency-Key` it is."""
        return Asker(self.access.workspace_id, self.access.actor)

    @property
    def actor(self) -> Actor:
        """Who does it, for actions."""
        return self.access.actor

    def get_queryset(self) -> QuerySet[Any]:
        """Return the scoped rows, narrowed by `refine`."""
        if getattr(self, "swagger_fake_view", False):  # the schema asks for the model only: no URL, nothing to narrow
            return self.model._default_manager.none()
        return self.refine(self.model._default_manager.all())

    def refine(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """Narrow or enrich the rows; overridden by subclasses."""
        return rows

    def get_object(self) -> Any:
        """Return the row of the URL, after comparing `If-Match` on a write.

        Raises:
            NotFoundError: unknown or foreign, alike.
        """
        found = self.get_queryset().filter(pk=self.kwargs["pk"]).first()
        if found is None:
            raise NotFoundError
        if self.request.method in {"PATCH", "PUT", "DELETE"} and isinstance(found, Versioned):
            self._compare_version(found)
        return found

    def _compare_version(self, found: Versioned) -> None:
        given = self.request.headers.get("If-Match")
        if given is None:
            if self.actor.api_key_id is not None:
                raise VersionRequiredError
            return
        if given.strip() not in {"*", etag(found)}:
            raise StaleVersionError(extra={"current": self.get_serializer(found).data}, headers={"ETag": etag(found)})

    def _refuse_unknown_parameters(self) -> None:
        known = set(self.parameters.get(self.action or "", ()))
        if self.action == "list":
            known |= {"cursor", "page_size", "order", "count"}
            if self.filterset_class is not None:
                known |= set(self.filterset_class.base_filters)
        unknown = sorted(set(self.request.query_params) - known)
        if unknown and self.request.method in SAFE_METHODS:
            raise UnknownParameterError(errors={name: [UnknownParameterError.message] for name in unknown})

    # -- reading and answering -----------------------------------------------------------------------

    def valid(
        self, serializer: type[serializers.Serializer[Any]], *, instance: Any = None, partial: bool = False
    ) -> dict[str, Any]:
        """Return the validated body.

        Raises:
            ValidationError: the body is wrong; the answer names the fields.
        """
        reader = serializer(instance, data=self.request.data, partial=partial, context=self.get_serializer_context())
        reader.is_valid(raise_exception=True)
        return dict(reader.validated_data)

    def answer(self, instance: Any, status: int = 200) -> Response:
        """Return one object, with its ETag when it counts versions."""
        headers = {"ETag": etag(instance)} if isinstance(instance, Versioned) else {}
        return Response(self.get_serializer(instance).data, status=status, headers=headers)

    @property
    def names_filters(self) -> bool:
        """Whether a query parameter is that of a filter."""
        filters = self.filterset_class
        return filters is not None and not filters.base_filters.keys().isdisjoint(self.request.query_params)

    def filtered(self) -> QuerySet[Any]:
        """Return the rows that the query parameters select.

        Raises:
            InvalidError: a filter's value is wrong; named.
        """
        rows = self.get_queryset()
        if self.filterset_class is None or not self.names_filters:
            return rows
        filters = self.filterset_class(self.request.query_params, queryset=rows, request=self.request)
        if not filters.is_valid():
            raise InvalidError(errors={name: [str(m) for m in messages] for name, messages in filters.errors.items()})
        selected: QuerySet[Any] = filters.qs
        return selected

    def present(self, page: Page) -> list[Any]:
        """Return the rows as JSON values; a hot list overrides it."""
        return list(self.get_serializer(page.rows, many=True).data)

    def _counts(self) -> bool:
        try:
            return bool(read_flag(self.request.query_params.get("count")))
        except ValidationError as error:
            raise InvalidError(errors={"count": error.messages}) from error

    def page_of(self, rows: QuerySet[Any], *, kept: bool = False) -> dict[str, Any]:
        """Return one page of `rows` as the body of a list; `kept` as for `read_page`."""
        window = read_window(self.request, self.orderings, self.default_order)
        page = read_page(rows, window, count=self._counts(), kept=kept)
        body: dict[str, Any] = {"results": self.present(page), "next": page.next}
        if page.count is not None:
            body["count"] = page.count
        return body


class Listed:
    """Adds `list`."""

    def list(self: Any, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Return one page."""
        return Response(self.page_of(self.filtered()))


class Retrieved:
    """Adds `retrieve`."""

    def retrieve(self: Any, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Return one row."""
        answer: Response = self.answer(self.get_object())
        return answer


def etag(row: Versioned) -> str:
    """Return the strong ETag of a versioned row."""
    return f'"{row.version}"'
