"""Every screen: its address, and the heading by which it is known. `tests/contracts` holds that none is missing."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Screen:
    """One address, with places in it that `House.at` fills.

    `heading` is the interface's own text, or None where it is a name from the data. `refusals`: how the server answers
    what the screen asks in vain, of which the browser complains.
    """

    path: str
    heading: str | None = None
    refusals: tuple[int, ...] = ()


#: Only before the first account exists: the journey looks at it.
FIRST = Screen("/setup", "Welcome to Relais")
OUTSIDE = (
    Screen("/sign-in", "Sign in"),
    Screen("/password/forgotten", "Choose a new password"),
    Screen("/password/reset/nokey", "Choose a new password"),
    Screen("/invitations/{token}"),
    Screen("/invitations/nothing", "This invitation cannot be used", refusals=(404,)),
    Screen("/nowhere", "There is nothing here"),
    Screen("/dev/kit"),
)
INSIDE = (
    Screen("/w/{slug}/today", "Today"),
    Screen("/w/{slug}/today?owner=all", "Today"),
    Screen("/w/{slug}/creators", "Creators"),
    Screen("/w/{slug}/creators?q=nobody", "Creators"),
    Screen("/w/{slug}/creators/{creator}"),
    Screen("/w/{slug}/creators/999999999", "Creator", refusals=(404,)),
    Screen("/w/{slug}/creators/duplicates", "Duplicates"),
    Screen("/w/{slug}/creators/import", "Import a list"),
    Screen("/w/{slug}/creators/import?id={draft}", "Import a list"),
    Screen("/w/{slug}/creators/import?id={done}", "Import a list"),
    Screen("/w/{slug}/refresh", "Refreshes"),
    Screen("/w/{slug}/campaigns", "Campaigns"),
    Screen("/w/{slug}/campaigns/{campaign}"),
    Screen("/w/{slug}/campaigns/{campaign}/brief"),
    Screen("/w/{slug}/campaigns/{campaign}/creators"),
    Screen("/w/{slug}/campaigns/{campaign}/sendings"),
    Screen("/w/{slug}/campaigns/{campaign}/coverage"),
    Screen("/w/{slug}/sendings", "Sendings"),
    Screen("/w/{slug}/sendings/products", "Sendings"),
    Screen("/w/{slug}/coverage", "Coverage"),
    Screen("/w/{slug}/settings/profile", "Profile"),
    Screen("/w/{slug}/settings/workspace", "Workspace"),
    Screen("/w/{slug}/settings/brands", "Brands"),
    Screen("/w/{slug}/settings/members", "Members"),
    Screen("/w/{slug}/settings/stages", "Stages"),
    Screen("/w/{slug}/settings/api-keys", "API keys"),
    Screen("/w/{slug}/nowhere", "There is nothing here"),
    Screen("/workspaces/new", "New workspace"),
)

#: Files below frontend/src/routes that show no screen of their own.
NO_SCREEN = {
    "__root": "frame of every page",
    "index": "leads to the last workspace",
    "w/$slug/route": "frame of a workspace",
    "w/$slug/index": "leads to today",
    "w/$slug/campaigns/$campaignId/route": "frame of a campaign's tabs",
    "w/$slug/sendings/route": "frame of the sendings' tabs",
    "w/$slug/settings/route": "frame of the settings",
    "w/$slug/settings/index": "leads to the profile",
}
