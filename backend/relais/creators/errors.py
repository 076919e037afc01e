"""What can be refused about creators."""

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext_lazy as _

from relais.kit.errors import ConflictError, DomainError, InvalidError, Message


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


class FileTooLargeError(DomainError):
    """The file is larger than what is read."""

    code = "file_too_large"
    status = 413
    message = _("The file is larger than 10 MB. Cut it into several files.")


class UnreadableFileError(InvalidError):
    """The file is no table that can be read; `reason` is stable, the sentence says what to do."""

    code = "unreadable_file"

    REASONS = {
        "empty": _("The file is empty. Choose a file with at least one row."),
        "only_header": _("The file has column names and no row below them."),
        "old_excel": _("This is a workbook of an old Excel. Save it as .xlsx or .csv and try again."),
        "no_table": _("This is no table. Choose a CSV, XLSX or OPML file."),
        "picture": _("This is a picture, whatever its name says. Choose a CSV, XLSX or OPML file."),
        "web_page": _("This is a web page. Open it in a spreadsheet, save it as CSV or XLSX, and try again."),
        "no_workbook": _("This archive is no Excel workbook. Choose a CSV, XLSX or OPML file."),
        "no_opml": _("There is no address in this OPML file."),
        "damaged_xlsx": _("This workbook is damaged. Open it, save it again or as CSV, and try again."),
        "too_large_unpacked": _("This workbook is far too large once unpacked. Save its sheet as CSV and try again."),
        "uncomputed": _(
            "Row %(row)s has a formula whose result is not in the file. Open the workbook, save it, and try again."
        ),
        "too_slow": _("Reading this workbook takes too long. Save its sheet as CSV and try again."),
        "open_quote": _("The quotation marks near line %(line)s do not match: one is opened and never closed."),
        "too_many_rows": _("The file has more than %(rows)s rows. Cut it into several files."),
        "too_many_columns": _("Row %(row)s has more than %(columns)s columns. Remove those you do not need."),
        "too_many_cells": _("The file has more than %(cells)s cells. Remove the columns you do not need."),
        "cell_too_long": _("A cell of row %(row)s is longer than %(length)s characters."),
    }

    @classmethod
    def because(cls, reason: str, **values: int) -> "UnreadableFileError":
        """Return the error for one of REASONS."""
        sentence = cls.REASONS[reason] % values if values else cls.REASONS[reason]
        return cls(sentence, errors={"file": [sentence]}, extra={"reason": reason})


class ImportStateError(ConflictError):
    """The import is not in a state that allows this."""

    code = "import_state"
    message = _("This import has moved on. Reload it to see where it stands.")


class NothingMappedError(InvalidError):
    """No column tells who the people are."""

    code = "nothing_mapped"
    message = _("Say which column holds the name, the address of the blog or profile, or the e-mail address.")

    def __init__(self) -> None:
        super().__init__(errors={"mapping": [self.message]})


class MappedTwiceError(InvalidError):
    """Two columns are to hold what a person has only one of."""

    code = "mapped_twice"

    def __init__(self, *, field: Message, columns: Sequence[str]) -> None:
        sentence = _("Only one column can hold “%(field)s”: choose between %(columns)s.")
        super().__init__(errors={"mapping": [sentence % {"field": field, "columns": ", ".join(columns)}]})


class CannotMergeError(ConflictError):
    """Two different people who are both here can be merged, and nobody else."""

    code = "cannot_merge"
    message = _("These two cannot be merged: choose two different people who are both still here.")


class MergeUndoneError(ConflictError):
    """A merge is undone from the last to the first."""

    code = "merged_again"
    message = _("The person was merged into another one since. Undo that merge first.")


class TooManyForWorkbookError(DomainError):
    """A workbook of that many rows takes too long to write; CSV has no bound."""

    code = "too_many_for_workbook"

    def __init__(self, *, most: int) -> None:
        super().__init__(
            _("An Excel file holds at most %(most)s people. Filter the list, or take CSV.") % {"most": most}
        )
