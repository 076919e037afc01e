"""Serves the built SPA: hashed assets for ever, index.html for any page address, API paths left alone."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import drf_spectacular_sidecar
from django.conf import settings
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from whitenoise.middleware import WhiteNoiseMiddleware

LEFT_ALONE = ("/api/", "/_allauth/", "/static/", "/assets/", "/healthz", "/readyz")


class SpaMiddleware(WhiteNoiseMiddleware):
    """WhiteNoise over `SPA_DIST`, plus the fallback to index.html."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        super().__init__(get_response)
        # The API page brings its own script and style: nothing is loaded from elsewhere.
        self.add_files(str(Path(drf_spectacular_sidecar.__file__).parent / "static"), prefix="/static/")
        self.index = Path(settings.SPA_DIST) / "index.html"
        if self.index.exists():
            self.add_files(str(settings.SPA_DIST), prefix="/")

    def immutable_file_test(self, path: str, url: str) -> bool:
        """Vite hashes the name of everything under /assets/."""
        return url.startswith("/assets/")

    def _file(self, found: Any, request: HttpRequest) -> HttpResponseBase:
        answer: HttpResponseBase = self.serve(found, request)
        return answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Serve a built file, a page of the SPA, or go on."""
        if request.method not in {"GET", "HEAD"} or request.path.startswith(LEFT_ALONE):
            found = self.files.get(request.path_info)
            return self._file(found, request) if found is not None else self.get_response(request)
        found = self.files.get(request.path_info)
        if found is not None and request.path_info != "/index.html":
            return self._file(found, request)
        if not self.index.exists():
            return HttpResponse(
                "The interface is not built yet: run `make run`.", status=503, content_type="text/plain"
            )
        response = FileResponse(self.index.open("rb"), content_type="text/html; charset=utf-8")
        response["Cache-Control"] = "no-cache"
        return response
