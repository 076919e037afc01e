"""Addresses of campaigns, the board, tasks and promises."""

from rest_framework.routers import SimpleRouter

from relais.campaigns.api.views.campaigns import CampaignViewSet
from relais.campaigns.api.views.participations import ParticipationViewSet
from relais.campaigns.api.views.promises import PromiseViewSet
from relais.campaigns.api.views.stages import StageViewSet
from relais.campaigns.api.views.tasks import TaskViewSet

router = SimpleRouter()
router.register("stages", StageViewSet, basename="stages")
router.register("campaigns", CampaignViewSet, basename="campaigns")
router.register("participations", ParticipationViewSet, basename="participations")
router.register("tasks", TaskViewSet, basename="tasks")
router.register("promises", PromiseViewSet, basename="promises")
urlpatterns = router.urls
