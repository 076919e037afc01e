"""Addresses of creators."""

from rest_framework.routers import SimpleRouter

from relais.creators.api.views.channels import ChannelViewSet
from relais.creators.api.views.creators import CreatorViewSet
from relais.creators.api.views.history import NoteViewSet, TimelineViewSet
from relais.creators.api.views.sorting import CreatorListViewSet, SavedViewViewSet, TagViewSet

ONE_CREATOR = r"creators/(?P<creator_pk>\d{1,18})"

router = SimpleRouter()
router.register("creators", CreatorViewSet, basename="creator")
router.register(f"{ONE_CREATOR}/notes", NoteViewSet, basename="note")
router.register(f"{ONE_CREATOR}/timeline", TimelineViewSet, basename="timeline")
router.register("channels", ChannelViewSet, basename="channel")
router.register("tags", TagViewSet, basename="tag")
router.register("lists", CreatorListViewSet, basename="list")
router.register("saved-views", SavedViewViewSet, basename="saved-view")
urlpatterns = router.urls
