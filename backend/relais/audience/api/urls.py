"""Addresses of statistics. `channels/` and `creators/` themselves belong to the creators app."""

from rest_framework.routers import SimpleRouter

from relais.audience.api.views import (
    ChannelAudienceViewSet,
    ChannelPostViewSet,
    CreatorAudienceViewSet,
    RefreshItemViewSet,
    RefreshRunViewSet,
)

router = SimpleRouter()
router.register("channels", ChannelAudienceViewSet, basename="channel-audience")
router.register(r"channels/(?P<channel_id>\d{1,18})/posts", ChannelPostViewSet, basename="channel-posts")
router.register("creators", CreatorAudienceViewSet, basename="creator-audience")
router.register("refresh-runs", RefreshRunViewSet, basename="refresh-runs")
router.register(r"refresh-runs/(?P<run_id>\d{1,18})/items", RefreshItemViewSet, basename="refresh-items")
urlpatterns = router.urls
