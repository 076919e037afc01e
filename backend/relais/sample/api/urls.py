"""Addresses of the sample."""

from django.urls import path

from relais.sample.api.views import SampleWorkspaceView

urlpatterns = [path("sample-workspace/", SampleWorkspaceView.as_view(), name="sample-workspace")]
