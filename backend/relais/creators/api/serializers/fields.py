"""Fields that check what people type."""

import re
from typing import Any
from urllib.parse import urlsplit

from django.utils.translation import gettext_lazy as _
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from relais.creators.codes import countries, languages
from relais.kit.text import clean
from relais.workspaces.models import Membership

URL_LENGTH = 2_000
_BREAK = re.compile(r"[\t\r\n]")


class CleanCharField(serializers.CharField):
    """Text without control and direction-override characters."""

    def to_internal_value(self, data: Any) -> str:
        """Clean, then check."""
        return super().to_internal_value(clean(data) if isinstance(data, str) else data)


class CountryField(serializers.CharField):
    """Two letters of ISO 3166-1, in any case; "" is unknown."""

    default_error_messages = {"unknown": _("“{code}” is no country code. Give two letters, such as FR.")}

    def to_internal_value(self, data: Any) -> str:
        """Capitals."""
        code = super().to_internal_value(data).upper()
        if code and code not in countries():
            self.fail("unknown", code=code)
        return code


class LanguageField(serializers.CharField):
    """Two letters of ISO 639-1, in any case; "" is unknown."""

    default_error_messages = {"unknown": _("“{code}” is no language code. Give two letters, such as fr.")}

    def to_internal_value(self, data: Any) -> str:
        """Small letters."""
        code = super().to_internal_value(data).lower()
        if code and code not in languages():
            self.fail("unknown", code=code)
        return code


class WebAddressField(CleanCharField):
    """An http(s) address, the scheme being optional as people paste it."""

    default_error_messages = {
        "scheme": _("Only http and https addresses are kept."),
        "address": _("This is no web address. Copy the whole of it."),
    }

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", URL_LENGTH)
        super().__init__(**kwargs)

    def to_internal_value(self, data: Any) -> str:
        """Refuse `javascript:` and its kind."""
        text = super().to_internal_value(data)
        if _BREAK.search(text):  # browsers leave it out: "java⇥script:" is a script to them
            self.fail("address")
        try:
            parts = urlsplit(text)
        except ValueError:
            self.fail("address")
        scheme, colon, rest = text.partition(":")
        # "example.org:8080/blog" has a port, not a scheme.
        if colon and scheme.isalpha() and not rest[:1].isdigit() and parts.scheme not in {"http", "https"}:
            self.fail("scheme")
        return text


@extend_schema_field(OpenApiTypes.INT)
class MemberField(serializers.Field[int, Any, int, Any]):
    """The id of a member of the workspace."""

    default_error_messages = {"unknown": _("Nobody of this workspace has the id {id}.")}

    def to_internal_value(self, data: Any) -> int:
        """Refuse whoever is not a member, unknown or not."""
        if isinstance(data, bool) or not isinstance(data, int):
            self.fail("unknown", id=data)
        if not Membership.objects.filter(user_id=data).exists():
            self.fail("unknown", id=data)
        return data

    def to_representation(self, value: Any) -> int:
        """Return the id."""
        return int(value)
