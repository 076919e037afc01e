"""History over HTTP."""

from django.db.models import QuerySet

from relais.activity.api.filters import ActivityFilter
from relais.activity.api.serializers import ActivitySerializer
from relais.activity.models import Activity
from relais.kit.views import Listed, WorkspaceViewSet


class ActivityViewSet(Listed, WorkspaceViewSet):
    """Everything done in the workspace, newest first."""

    model = Activity
    resource = "activity"
    serializer_class = ActivitySerializer
    filterset_class = ActivityFilter

    def refine(self, rows: QuerySet[Activity]) -> QuerySet[Activity]:
        """Read the names with the lines."""
        return rows.select_related("user")
