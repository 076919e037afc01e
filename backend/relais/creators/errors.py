"""What can be refused about creators."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from relais.kit.errors import ConflictError, DomainError, InvalidError


class ChannelTakenError(ConflictError):
    """A channel belongs to one person of the workspace; the answer names that person."""

    code = "channel_taken"

    def __init__(self, *, url: str, creator_id: int, name: str, is_deleted: bool) -> None:
        sentence = (
            _("%(url)s belongs to %(name)s, who was deleted: restore that person instead.")
            if is_deleted
            else _("%(url)s already belongs to %(name)s.")
        )
        super().__init__(
            sentence % {"url": url, "name": name},
            extra={"creator": {"id": creator_id, "name": name, "is_deleted": is_deleted}},
        )


class NameTakenError(ConflictError):
    """Another tag or list of the workspace has this name, accents and case aside."""

    code = "name_taken"
    message = _("This name is taken.")

    def __init__(self) -> None:
        super().__init__(errors={"name": [self.message]})


class UnknownCreatorsError(DomainError):
    """Some ids of a selection are unknown or foreign; nothing was changed."""

    code = "unknown_creators"
    status = 404
    message = _("Some of these people are not here. Nothing was changed.")

    def __init__(self, ids: Iterable[int]) -> None:
        unknown = sorted(ids)
        super().__init__(errors={"ids": [str(number) for number in unknown]}, extra={"unknown": unknown})


class SelectionTooLargeError(InvalidError):
    """A bulk action has a bound."""

    code = "selection_too_large"
    message = _("Too many people at once. Narrow the filter.")


class NotYoursError(DomainError):
    """Only its author changes a note; only its owner or a manager a saved view."""

    code = "not_allowed"
    status = 403
    message = _("Only the person who wrote this can change it.")
