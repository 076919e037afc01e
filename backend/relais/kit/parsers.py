"""JSON in: bounded in size and depth, and only text that can be stored."""

from collections.abc import Mapping
from typing import IO, Any

import orjson
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from rest_framework.parsers import BaseParser

from relais.kit.errors import TooLargeError, UnreadableBodyError


class OrjsonParser(BaseParser):
    """Bytes by orjson: NaN, lone surrogates and endless nesting are refused, as is a body beyond the limit.

    The limit is checked here because Django checks what it buffers itself, not what is read from the stream.
    """

    media_type = "application/json"

    def parse(
        self, stream: IO[bytes], media_type: str | None = None, parser_context: Mapping[str, Any] | None = None
    ) -> Any:
        """Return the value.

        Raises:
            TooLargeError: beyond DATA_UPLOAD_MAX_MEMORY_SIZE.
            UnreadableBodyError: no JSON in UTF-8.
        """
        body = stream.read(settings.DATA_UPLOAD_MAX_MEMORY_SIZE + 1)
        if len(body) > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
            raise TooLargeError
        try:
            return orjson.loads(body)
        except orjson.JSONDecodeError as error:
            raise UnreadableBodyError(_("The body is no JSON that can be read: %(why)s.") % {"why": error}) from error
