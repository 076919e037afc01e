"""Named reads of creators."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import orjson
from django.db import connection, models
from django.db.models import Q

from relais.creators.rules import Facet, token
from relais.kit.tenancy import current_workspace_id
from relais.kit.text import fold

if TYPE_CHECKING:
    from relais.creators.models import Creator, ImportRow  # noqa: F401 - named in strings

#: Words of a search beyond this many are not read.
MAX_TERMS = 10
#: Below this many letters a term is looked up as the beginning of a word: a shorter one has no trigram.
TRIGRAM = 3


class CreatorQuerySet(models.QuerySet["Creator"]):
    """People of the workspace; `live` leaves out the deleted and the merged."""

    def live(self) -> "CreatorQuerySet":
        """Return who is neither deleted nor merged into somebody else."""
        return self.filter(deleted_at=None, merged_into=None)

    def with_any(self, facet: Facet, values: Iterable[object]) -> "CreatorQuerySet":
        """Return who has at least one of these values of a facet (one look-up in the GIN index)."""
        return self.filter(facets__overlap=[token(facet, value) for value in values])

    def with_all(self, facet: Facet, values: Iterable[object]) -> "CreatorQuerySet":
        """Return who has every one of these values of a facet."""
        return self.filter(facets__contains=[token(facet, value) for value in values])

    def matching(self, text: str) -> "CreatorQuerySet":
        """Return whose search text holds every word of `text`, accents and case aside.

        The trigram index serves each word: those of one or two letters as beginnings of words.
        """
        terms = [term for term in fold(text).split() if any(letter.isalnum() for letter in term)][:MAX_TERMS]
        if not terms:
            return self.none()
        found = self
        for term in terms:
            found = found.filter(search__contains=term if len(term) >= TRIGRAM else f" {term}")
        return found

    def for_detail(self) -> "CreatorQuerySet":
        """Return with all that the page of one person shows, in a fixed number of statements."""
        return self.select_related("owner").prefetch_related(
            "channels", "contact_points", "addresses", "tags", "list_links__list"
        )

    def with_channels(self, names: Iterable[tuple[str, str]]) -> "CreatorQuerySet":
        """Return who has one of these channels, each given as `(platform, key)`."""
        chosen = Q(pk__in=[])
        for platform, key in names:
            chosen |= Q(channels__platform=platform, channels__key=key)
        return self.filter(chosen).distinct()


# A JSON null is a value of its own; what was not written is NULL.
_CLOSE = """
UPDATE creators_importrow r SET
    outcome = q.outcome, problems = q.problems, creator_id = q.creator_id, before = NULLIF(q.before, 'null'::jsonb)
FROM jsonb_to_recordset(%s::jsonb) AS q (id bigint, outcome text, problems jsonb, creator_id bigint, before jsonb)
WHERE r.id = q.id AND r.workspace_id = %s
"""


class ImportRowQuerySet(models.QuerySet["ImportRow"]):
    """Rows of imports."""

    def close(self, rows: Sequence[dict[str, Any]]) -> None:
        """Write what became of rows, named by `id`, in one statement."""
        with connection.cursor() as cursor:
            cursor.execute(_CLOSE, [orjson.dumps(rows).decode(), current_workspace_id()])
