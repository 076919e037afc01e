"""What becomes of a row: made, filled in, skipped or rejected; and exactly what would be written."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from relais.creators.imports.matching import FILLABLE, Known, Registry
from relais.creators.imports.problems import ROW, problem
from relais.creators.imports.rows import Contact, ReadRow, Wanted
from relais.creators.rules import RowOutcome
from relais.kit.text import fold
from scrapers.model import ProfileRef


@dataclass(frozen=True, slots=True)
class Options:
    """What is set on everybody imported. `owner_id` fills who has none."""

    tags: Sequence[str] = ()
    list_id: int | None = None
    owner_id: int | None = None
    update_existing: bool = True


@dataclass(slots=True)
class Decision:
    """What to do for one row. `columns` are `name → (old, new)`; all else is what is added."""

    outcome: RowOutcome
    target: Known | None = None
    problems: dict[str, list[Any]] = field(default_factory=dict)
    columns: dict[str, tuple[Any, Any]] = field(default_factory=dict)
    channels: list[ProfileRef] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    lists: list[int] = field(default_factory=list)
    address: dict[str, str] | None = None

    @property
    def writes(self) -> bool:
        """Whether anything would change."""
        return bool(
            self.columns or self.channels or self.contacts or self.tags or self.lists or self.address is not None
        )


def decide(rows: Sequence[ReadRow], options: Options) -> list[Decision]:
    """Return what becomes of each row, in order; a row sees what the rows before it would do. Reads, never writes."""
    registry = Registry([row.wanted for row in rows if not row.problems])
    return [_decide(row, registry, options) for row in rows]


def _decide(row: ReadRow, registry: Registry, options: Options) -> Decision:
    if row.problems:
        return Decision(RowOutcome.REJECTED, problems=row.problems)
    wanted = row.wanted
    known = registry.find(wanted)
    if taken := _taken(wanted, registry, known):
        return Decision(RowOutcome.REJECTED, problems=taken)
    if known is None:
        return _create(wanted, registry, options)
    if known.is_deleted or not options.update_existing:
        why = problem("deleted" if known.is_deleted else "already_here", name=known.name)
        return Decision(RowOutcome.SKIPPED, known, {ROW: [why]})
    return _update(wanted, known, registry, options)


def _update(wanted: Wanted, known: Known, registry: Registry, options: Options) -> Decision:
    decision = _fill(wanted, known, options)
    if not decision.writes:
        decision.problems = {ROW: [problem("nothing_new")]}
        return decision
    decision.outcome = RowOutcome.UPDATED
    _remember(decision, registry)
    return decision


def _taken(wanted: Wanted, registry: Registry, known: Known | None) -> dict[str, list[Any]]:
    """Return the channels that are somebody else's, by column."""
    found: dict[str, list[Any]] = {}
    for ref in wanted.channels:
        holder = registry.holder((ref.platform, ref.key))
        if holder is not None and holder is not known:
            said = problem("taken", value=ref.url, name=holder.name)
            found.setdefault(wanted.channel_columns[ref], []).append(said)
    return found


def _create(wanted: Wanted, registry: Registry, options: Options) -> Decision:
    known = Known(id=None, name=wanted.columns["name"], columns=dict.fromkeys(FILLABLE, ""))
    decision = _fill(wanted, known, options)
    decision.outcome = RowOutcome.CREATED
    for name in ("name", "kind"):
        if name in wanted.columns:
            decision.columns[name] = (None, wanted.columns[name])
    _remember(decision, registry)
    return decision


def _fill(wanted: Wanted, known: Known, options: Options) -> Decision:
    """Return what the row adds to a person: values where there are none, and whatever is not there yet."""
    told = {name: wanted.columns[name] for name in FILLABLE if name in wanted.columns}
    if options.owner_id is not None:
        told.setdefault("owner_id", options.owner_id)
    decision = Decision(RowOutcome.SKIPPED, known)
    for name, value in told.items():
        if known.columns.get(name) in {"", None}:
            decision.columns[name] = (known.columns.get(name), value)
    status = wanted.columns.get("relationship_status")
    if status and known.status_is_open and status != known.columns.get("relationship_status", "new"):
        decision.columns["relationship_status"] = (known.columns.get("relationship_status", "new"), status)
    decision.channels = [ref for ref in wanted.channels if (ref.platform, ref.key) not in known.channels]
    decision.contacts = [one for one in wanted.contacts if (one[0], one[2]) not in known.contacts]
    decision.tags = _new_tags([*wanted.tags, *options.tags], known)
    if options.list_id is not None and options.list_id not in known.lists:
        decision.lists = [options.list_id]
    if wanted.address is not None and not known.has_address:
        decision.address = wanted.address
    return decision


def _new_tags(names: Iterable[str], known: Known) -> list[str]:
    new: Mapping[str, str] = {fold(name): name for name in reversed([*names]) if fold(name)}
    return [name for folded, name in reversed([*new.items()]) if folded not in known.tags]


def _remember(decision: Decision, registry: Registry) -> None:
    """Let the rows below see what this one does."""
    known = decision.target
    if known is None:
        return
    known.columns |= {name: new for name, (_, new) in decision.columns.items()}
    known.status_is_open = known.status_is_open and "relationship_status" not in decision.columns
    known.channels |= {(ref.platform, ref.key) for ref in decision.channels}
    known.contacts |= {(kind, folded) for kind, _, folded in decision.contacts}
    known.tags |= {fold(name) for name in decision.tags}
    known.lists |= set(decision.lists)
    known.has_address = known.has_address or decision.address is not None
    registry.add(known)
