"""The creators list as a file."""

from collections.abc import Iterator, Sequence
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from django.db.models import F
from django.http import HttpResponse, StreamingHttpResponse
from django.utils.translation import get_language
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request

from relais.creators.api.filters import ORDERINGS, CreatorFilter
from relais.creators.errors import TooManyForWorkbookError
from relais.creators.exporting import columns, files, people
from relais.creators.models import Creator
from relais.kit import clock
from relais.kit.pagination import read_window
from relais.kit.renderers import FileRenderer, OrjsonRenderer
from relais.kit.tenancy import workspace_scope
from relais.kit.views import WorkspaceViewSet

MOST_IN_WORKBOOK = 10_000
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_PARAMETERS = frozenset({"order", *CreatorFilter.base_filters})
_DOCUMENTED = [
    OpenApiParameter("order", str, enum=[sign + name for name in ORDERINGS for sign in ("", "-")]),
]


class CreatorExportViewSet(WorkspaceViewSet):
    """People as a table, with the filters and the order of the list."""

    model = Creator
    resource = "creators"
    filterset_class = CreatorFilter
    orderings: ClassVar[dict[str, str]] = ORDERINGS
    verbs: ClassVar[dict[str, str]] = {"as_csv": "export", "as_xlsx": "export"}
    renderer_classes = (OrjsonRenderer, FileRenderer)
    parameters: ClassVar[dict[str, frozenset[str]]] = {"as_csv": _PARAMETERS, "as_xlsx": _PARAMETERS}

    def refine(self, rows: Any) -> Any:
        """Leave out the deleted."""
        return rows.live()

    @extend_schema(parameters=_DOCUMENTED, filters=True, responses={(200, "text/csv"): OpenApiTypes.STR})
    def as_csv(self, request: Request, *args: Any, **kwargs: Any) -> StreamingHttpResponse:
        """Download everybody selected as CSV: any number, in the reader's language, ready to be imported again."""
        workspace, ids, reader = self.access.workspace_id, self._ids(), self._reader()
        headings = columns.headings()

        def lines() -> Iterator[Sequence[columns.Cell]]:
            for start in range(0, len(ids), people.BATCH):
                with workspace_scope(workspace):  # the view has ended when the file is written
                    batch = people.read(ids[start : start + people.BATCH])
                yield from (columns.cells(person, reader) for person in batch)

        body = files.as_csv(headings, lines(), language=reader.language)
        answer = StreamingHttpResponse(body, content_type="text/csv; charset=utf-8")
        answer.headers["Content-Disposition"] = _attachment("csv")
        return answer

    @extend_schema(parameters=_DOCUMENTED, filters=True, responses={(200, XLSX): OpenApiTypes.BINARY})
    def as_xlsx(self, request: Request, *args: Any, **kwargs: Any) -> HttpResponse:
        """Download everybody selected as an Excel workbook: at most ten thousand people."""
        ids, reader = self._ids(), self._reader()
        if len(ids) > MOST_IN_WORKBOOK:
            raise TooManyForWorkbookError(most=MOST_IN_WORKBOOK)
        lines = (columns.cells(person, reader) for person in people.read(ids))
        answer = HttpResponse(files.as_xlsx(columns.headings(), lines), content_type=XLSX)
        answer.headers["Content-Disposition"] = _attachment("xlsx")
        return answer

    def _ids(self) -> list[int]:
        window = read_window(self.request, self.orderings, self.default_order)
        column = F(window.column)
        ordered = column.desc(nulls_last=True) if window.descending else column.asc(nulls_last=True)
        return list(
            self.filtered().order_by(ordered, "-pk" if window.descending else "pk").values_list("id", flat=True)
        )

    def _reader(self) -> columns.Reader:
        language = "fr" if (get_language() or "").startswith("fr") else "en"
        return columns.Reader(language, ZoneInfo(self.access.workspace.time_zone))


def _attachment(extension: str) -> str:
    return f'attachment; filename="relais-creators-{clock.now().date().isoformat()}.{extension}"'
