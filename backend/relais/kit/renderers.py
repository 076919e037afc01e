"""JSON out, fast."""

from typing import Any

import orjson
from rest_framework.renderers import BaseRenderer

from relais.kit.problems import CONTENT_TYPE


class OrjsonRenderer(BaseRenderer):
    """Bytes by orjson: datetimes as `…Z`, lazy translations and decimals as strings."""

    media_type = "application/json"
    format = "json"
    charset = None

    def render(self, data: Any, accepted_media_type: Any = None, renderer_context: Any = None) -> bytes:
        """Return the body."""
        if data is None:
            return b""
        return orjson.dumps(data, default=str, option=orjson.OPT_UTC_Z | orjson.OPT_NON_STR_KEYS | orjson.OPT_NAIVE_UTC)


class ProblemRenderer(OrjsonRenderer):
    """The same for errors, offered so that `Accept: application/problem+json` is met."""

    media_type = CONTENT_TYPE
    format = "problem"


class FileRenderer(OrjsonRenderer):
    """For a view that answers a file: whatever the client says it accepts, it comes; refusals are JSON."""

    media_type = "*/*"
