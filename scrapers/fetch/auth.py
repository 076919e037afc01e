"""What a refresh may use beyond public pages: keys of official APIs, and where those APIs are."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Protocol

from scrapers.model import Platform

ENVIRONMENT_PREFIX = "RELAIS_ENDPOINT_"


@dataclass(frozen=True, slots=True)
class Endpoints:
    """Base addresses of official interfaces, without a slash at the end. Tests point them at loopback."""

    bluesky: str = "https://public.api.bsky.app"
    youtube: str = "https://www.youtube.com"
    youtube_api: str = "https://www.googleapis.com/youtube/v3"
    #: Empty: each account's own instance.
    mastodon: str = ""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> "Endpoints":
        """Read RELAIS_ENDPOINT_BLUESKY and its like; what is absent keeps its default."""
        given = {
            name.name: environment[ENVIRONMENT_PREFIX + name.name.upper()].rstrip("/")
            for name in fields(cls)
            if environment.get(ENVIRONMENT_PREFIX + name.name.upper())
        }
        return cls(**given)


class KeyRing(Protocol):
    """Given to adapters when they plan. The caller decides where keys are kept."""

    @property
    def endpoints(self) -> Endpoints:
        """Where the official interfaces are."""

    def key(self, platform: Platform) -> str:
        """Return the key for the platform's official API, empty when none is set."""


@dataclass(frozen=True, slots=True)
class Keys:
    """A KeyRing held in memory."""

    keys: Mapping[Platform, str] = field(default_factory=dict)
    endpoints: Endpoints = field(default_factory=Endpoints)

    def key(self, platform: Platform) -> str:
        """Return the key for the platform's official API, empty when none is set."""
        return self.keys.get(platform, "")
