"""What can be wrong with a cell, kept as a code and put into the reader's language when shown."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from relais.kit.errors import Message

#: Code → sentence: what is wrong, and what to do.
SENTENCES: dict[str, Message] = {
    "no_name": _("Nothing here tells who this is: give a name, an address or an e-mail."),
    "too_long": _("This is longer than %(most)s characters. Shorten it."),
    "email": _("“%(value)s” is no e-mail address."),
    "phone": _("“%(value)s” is no phone number."),
    "url": _("“%(value)s” is no web address. Give the address of a blog or of a public profile."),
    "no_profile": _("“%(value)s” is not the address of a profile. Give that of the account itself."),
    "handle": _("“%(value)s” does not say which platform it is on. Give the whole address."),
    "country": _("“%(value)s” is no country. Write its name, or its two-letter code."),
    "language": _("“%(value)s” is no language. Write its name, or its two-letter code."),
    "kind": _("“%(value)s” is no kind of creator. Choose among: blogger, influencer, journalist, ambassador, other."),
    "address_form": _("“%(value)s” is neither tu nor vous."),
    "status": _("“%(value)s” is no status of the relation."),
    "owner": _("No member of this workspace has the e-mail “%(value)s”."),
    "too_many": _("There are more than %(most)s of them."),
    "taken": _("%(value)s already belongs to %(name)s."),
    # -- about the whole row: why it was skipped --
    "nothing_new": _("Already here, and nothing new about this person."),
    "already_here": _("Already here: %(name)s."),
    "deleted": _("%(name)s was deleted. Restore that person instead."),
}
#: Key of what is said about the whole row.
ROW = ""

Problem = Sequence[Any]


def problem(code: str, **values: Any) -> list[Any]:
    """Return one problem as it is kept."""
    return [code, {name: value[:100] if isinstance(value, str) else value for name, value in values.items()}]


def sentence(kept: Problem) -> str:
    """Return a kept problem in the language of the moment."""
    code, values = kept
    return str(SENTENCES[code]) % values if values else str(SENTENCES[code])


def sentences(problems: Mapping[str, Sequence[Problem]]) -> dict[str, list[str]]:
    """Return the problems of the cells of a row, by column index."""
    return {column: [sentence(kept) for kept in found] for column, found in problems.items() if column != ROW}


def reason(problems: Mapping[str, Sequence[Problem]]) -> str:
    """Return what is said of the whole row."""
    return " ".join(sentence(kept) for kept in problems.get(ROW, ()))
