"""Addresses of history."""

from rest_framework.routers import SimpleRouter

from relais.activity.api.views import ActivityViewSet

router = SimpleRouter()
router.register("activity", ActivityViewSet, basename="activity")
urlpatterns = router.urls
