"""Addresses of coverage."""

from django.urls import path
from rest_framework.routers import SimpleRouter

from relais.coverage.api.views import CoverageViewSet, MetricViewSet

router = SimpleRouter()
router.register("coverage", CoverageViewSet, basename="coverage")
urlpatterns = [
    *router.urls,
    path(
        "coverage/<int:coverage_id>/metrics/",
        MetricViewSet.as_view({"get": "list", "post": "create"}),
        name="coverage-metric-list",
    ),
    path(
        "coverage/<int:coverage_id>/metrics/<int:pk>/",
        MetricViewSet.as_view({"delete": "destroy"}),
        name="coverage-metric-detail",
    ),
]
