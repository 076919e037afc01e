"""What can be refused about campaigns, cards and tasks."""

from django.utils.translation import gettext_lazy as _

from relais.kit.errors import ConflictError, InvalidError


class StageMovedError(ConflictError):
    """The card is no longer where the caller saw it; `current` in the answer says where it is."""

    code = "stage_moved"
    message = _("Somebody moved this card in the meantime. Look where it is now, then move it again.")


class MoveRefusedError(ConflictError):
    """The transition table says no."""

    code = "move_refused"
    message = _("A card cannot go from this stage to that one.")


class NeighbourMovedError(ConflictError):
    """The card to be placed after is no longer in that column."""

    code = "neighbour_moved"
    message = _("The card above the chosen place has moved in the meantime. Choose the place again.")


class NothingToUndoError(ConflictError):
    """The card has not moved since it was added, or its former stage is no longer on the board."""

    code = "nothing_to_undo"
    message = _("There is no move to undo.")


class BulkMoveRefusedError(ConflictError):
    """At least one card cannot move, so none did; `refused` names each with its reason."""

    code = "bulk_move_refused"
    message = _("None of these cards was moved, because some cannot be. See which, and why.")


class BulkRefusedError(ConflictError):
    """At least one card cannot change, so none did; `refused` names each with its reason."""

    code = "bulk_refused"
    message = _("None of these cards was changed, because some cannot be. See which, and why.")


class ParticipationExistsError(ConflictError):
    """The creator has a card in the campaign."""

    code = "participation_exists"
    message = _("This creator is in the campaign already.")


class StageNotEmptyError(ConflictError):
    """Cards stand in the stage."""

    code = "stage_not_empty"
    message = _("Cards stand in this stage. Move them first, in archived campaigns too.")


class LastOfKindError(ConflictError):
    """Rules need a stage of each kind."""

    code = "last_stage_of_kind"
    message = _("The board needs at least one stage of this kind.")


class CampaignNotEmptyError(ConflictError):
    """A campaign with cards is kept."""

    code = "campaign_not_empty"
    message = _("Creators take part in this campaign. Archive it instead.")


class NotLostError(InvalidError):
    """A reason for losing was given for a card that is not lost."""

    code = "not_lost"
    message = _("Only a card in a stage such as “Declined” or “Dropped” has a reason for being lost.")
