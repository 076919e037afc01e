"""Every address of the server. Each app mounts its own `api/urls.py`."""

from django.urls import include, path
from drf_spectacular.views import SpectacularJSONAPIView, SpectacularSwaggerSplitView

from relais.config import health

WORKSPACE = "api/v1/workspaces/<slug:slug>/"

urlpatterns = [
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("_allauth/browser/v1/", include("relais.workspaces.api.sign_in_urls")),
    path("api/v1/schema/", SpectacularJSONAPIView.as_view(), name="schema"),
    path("api/docs/", SpectacularSwaggerSplitView.as_view(url_name="schema"), name="docs"),
    path("api/v1/", include("relais.workspaces.api.urls")),
    path("api/v1/", include("relais.sample.api.urls")),
    path(WORKSPACE, include("relais.workspaces.api.workspace_urls")),
    path(WORKSPACE, include("relais.activity.api.urls")),
    path(WORKSPACE, include("relais.creators.api.urls")),
    path(WORKSPACE, include("relais.audience.api.urls")),
    path(WORKSPACE, include("relais.campaigns.api.urls")),
    path(WORKSPACE, include("relais.sendings.api.urls")),
    path(WORKSPACE, include("relais.coverage.api.urls")),
    path(WORKSPACE, include("relais.reports.api.urls")),
]

handler400 = "relais.kit.problems.bad_request"
handler403 = "relais.kit.problems.forbidden"
handler404 = "relais.kit.problems.not_found"
handler500 = "relais.kit.problems.failed"
