"""What can go wrong when somebody gives an address, in words a person can act on."""

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from relais.kit.errors import DomainError, Message
from relais.sources.rules import Platform

#: Sentence by code of a scrapers error: what is wrong, and what to do.
SENTENCES: dict[str, Message] = {
    "unsafe_address": _("This address is not on the public web. Give the address that readers use."),
    "unknown_address": _("No page or profile is recognised at this address. Check its spelling."),
    "unreachable": _("The site did not answer. Check the address, or try again later."),
    "server_failed": _("The site answered with an error of its own. Try again later."),
    "rate_limited": _("The site asks for patience. Relais tries again by itself."),
    "blocked": _("The site refuses automatic reading. Type the numbers, or import them."),
    "robots_disallowed": _("The site's robots.txt does not allow reading this page. Type the numbers, or import them."),
    "login_required": _("The site shows this only to people signed in there. Type the numbers, or import them."),
    "key_required": _("This needs a key of the platform's official API. Ask whoever runs Relais to set one."),
    "manual_only": _("Relais does not read this platform by itself. Type the numbers, or import them."),
    "not_found": _("Nothing exists at this address any more. Check whether it has moved."),
    "gone": _("The site says that this was removed for good."),
    "private": _("This account is not public. Type the numbers, or import them."),
    "too_large": _("The page is too large to be read."),
    "malformed": _("The answer could not be read: it is neither a page nor a feed that makes sense."),
    "layout_drift": _("The page has changed its layout, so the numbers were not found. The last good ones are kept."),
}
OTHERWISE: Message = _("The page could not be read.")


def sentence(code: str) -> Message:
    """Return the sentence for an error code kept beside a channel; empty for no error."""
    return SENTENCES.get(code, OTHERWISE) if code else ""


def partial_sentence(code: str, platform: str) -> Message:
    """Return why what a channel publishes could not be read although the rest was; empty for no reason."""
    if not code:
        return ""
    if platform == Platform.YOUTUBE and code in {"robots_disallowed", "blocked", "key_required"}:
        return _(
            "YouTube lets programs read its videos only with a key of its API: subscribers are read, videos are not. "
            "Ask whoever runs Relais to set a key."
        )
    if code == "not_found":
        return _("Neither a feed nor a site map was found here: what is published is not listed.")
    return format_lazy(_("What is published here could not be read. {why}"), why=sentence(code))


class SourceError(DomainError):
    """Base of this app's refusals."""

    code = "source_refused"


class UnrecognisedUrlError(SourceError):
    """The text is no web address."""

    code = "unrecognised_url"
    status = 400
    message = _("This is not a web address. Paste the address of a blog or of a public profile.")

    def __init__(self) -> None:
        super().__init__(errors={"url": [self.message]})


class LookError(SourceError):
    """The address is one, and reading it failed; `reason` is the scrapers' error code."""

    code = "look_failed"
    status = 422

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(sentence(reason), errors={"url": [sentence(reason)]}, extra={"reason": reason})


class UnreadableListError(SourceError):
    """A file that should list blogs lists none."""

    code = "unreadable_list"
    status = 400
    message = _("This is no list of blogs: no address is in it.")
