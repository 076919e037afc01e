"""Addresses of what waits today."""

from django.urls import path
from rest_framework.routers import SimpleRouter

from relais.reports.api.views import SnoozeViewSet, TodayViewSet

router = SimpleRouter()
router.register("snoozes", SnoozeViewSet, basename="snoozes")
urlpatterns = [path("today/", TodayViewSet.as_view({"get": "show"}), name="today"), *router.urls]
