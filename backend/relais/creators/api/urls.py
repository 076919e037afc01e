"""Addresses of creators."""

from django.urls import path, re_path
from rest_framework.routers import SimpleRouter

from relais.creators.api.views.channels import ChannelViewSet
from relais.creators.api.views.creators import CreatorViewSet
from relais.creators.api.views.exporting import CreatorExportViewSet
from relais.creators.api.views.history import NoteViewSet, TimelineViewSet
from relais.creators.api.views.imports import ImportRowViewSet, ImportViewSet
from relais.creators.api.views.merging import MergeViewSet
from relais.creators.api.views.sorting import CreatorListViewSet, SavedViewViewSet, TagViewSet
from relais.kit.renderers import FileRenderer, OrjsonRenderer

FILES = (OrjsonRenderer, FileRenderer)
ONE_CREATOR = r"creators/(?P<creator_pk>\d{1,18})"
ONE_IMPORT = r"imports/(?P<import_pk>\d{1,18})"

router = SimpleRouter()
router.register("creators", CreatorViewSet, basename="creator")
router.register(f"{ONE_CREATOR}/notes", NoteViewSet, basename="note")
router.register(f"{ONE_CREATOR}/timeline", TimelineViewSet, basename="timeline")
router.register("channels", ChannelViewSet, basename="channel")
router.register("tags", TagViewSet, basename="tag")
router.register("lists", CreatorListViewSet, basename="list")
router.register("saved-views", SavedViewViewSet, basename="saved-view")
router.register("merges", MergeViewSet, basename="merge")
router.register("imports", ImportViewSet, basename="import")
router.register(f"{ONE_IMPORT}/rows", ImportRowViewSet, basename="import-row")
urlpatterns = [
    # A file's name ends without a slash.
    re_path(
        r"^imports/(?P<pk>\d{1,18})/errors\.csv$",
        ImportViewSet.as_view({"get": "errors"}, renderer_classes=FILES),
        name="import-errors",
    ),
    path("creators/export.csv", CreatorExportViewSet.as_view({"get": "as_csv"}), name="creator-export-csv"),
    path("creators/export.xlsx", CreatorExportViewSet.as_view({"get": "as_xlsx"}), name="creator-export-xlsx"),
    path("creators/duplicates/", MergeViewSet.as_view({"get": "duplicates"}), name="creator-duplicates"),
    path("creators/merge/", MergeViewSet.as_view({"post": "merge"}), name="creator-merge"),
    path("creators/distinct/", MergeViewSet.as_view({"post": "distinct"}), name="creator-distinct"),
    *router.urls,
]
