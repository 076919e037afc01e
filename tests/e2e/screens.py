"""Every screen: its address, and the heading by which it is known."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Screen:
    """One address. `heading` is the interface's own text, or None where it is a name from the data."""

    path: str
    heading: str | None


OUTSIDE = (
    Screen("/sign-in", "Sign in"),
    Screen("/password/forgotten", "Choose a new password"),
    Screen("/password/reset/nokey", "Choose a new password"),
)
INSIDE = (
    Screen("/w/{slug}/today", "Today"),
    Screen("/w/{slug}/creators", "Creators"),
    Screen("/w/{slug}/campaigns", "Campaigns"),
    Screen("/w/{slug}/sendings", "Sendings"),
    Screen("/w/{slug}/coverage", "Coverage"),
    Screen("/w/{slug}/settings/profile", "Profile"),
    Screen("/w/{slug}/settings/workspace", "Workspace"),
    Screen("/w/{slug}/settings/brands", "Brands"),
    Screen("/w/{slug}/settings/members", "Members"),
    Screen("/w/{slug}/settings/stages", "Stages"),
    Screen("/w/{slug}/settings/api-keys", "API keys"),
    Screen("/workspaces/new", "New workspace"),
)
