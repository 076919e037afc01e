"""Database rules that hold even when Python is wrong: no link may cross workspaces."""

from typing import Any

from django.db import models
from django.db.models.constraints import BaseConstraint

NAME_LIMIT = 63


class SameWorkspace(BaseConstraint):
    """Composite foreign key `(workspace_id, <field>_id)` → `(workspace_id, id)` of the target.

    The target needs the unique constraint that `workspace_rules` adds. Deferred to the end of the
    transaction, as Django's own foreign keys are, so that deletion order does not matter.
    """

    def __init__(self, field: str, *, name: str = "") -> None:
        self.field = field
        super().__init__(name=name or f"%(app_label)s_%(class)s_{field}_same_ws")

    def _create_statement(self, model: Any, editor: Any) -> str:
        column = model._meta.get_field(self.field)
        target = column.related_model
        quote = editor.quote_name
        return (
            f"ALTER TABLE {quote(model._meta.db_table)} ADD CONSTRAINT {quote(self.name[:NAME_LIMIT])} "
            f"FOREIGN KEY ({quote('workspace_id')}, {quote(column.column)}) "
            f"REFERENCES {quote(target._meta.db_table)} ({quote('workspace_id')}, {quote('id')}) "
            "DEFERRABLE INITIALLY DEFERRED"
        )

    def constraint_sql(self, model: Any, schema_editor: Any) -> Any:
        """Defer to the end of the migration: the target's table may come later."""
        schema_editor.deferred_sql.append(self._create_statement(model, schema_editor))
        return None

    def create_sql(self, model: Any, schema_editor: Any) -> str:
        """Add the key to an existing table, after the unique key it points at."""
        schema_editor.deferred_sql.append(self._create_statement(model, schema_editor))
        return ""

    def remove_sql(self, model: Any, schema_editor: Any) -> str:
        """Drop the key."""
        quote = schema_editor.quote_name
        return f"ALTER TABLE {quote(model._meta.db_table)} DROP CONSTRAINT {quote(self.name[:NAME_LIMIT])}"

    def validate(self, *args: Any, **kwargs: Any) -> None:
        """Leave it to the database: scoped managers already refuse foreign ids politely."""

    def deconstruct(self) -> tuple[str, tuple[Any, ...], dict[str, Any]]:
        """Describe the constraint for migrations."""
        path, _, kwargs = super().deconstruct()
        return path, (self.field,), kwargs

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SameWorkspace) and (self.field, self.name) == (other.field, other.name)

    def __hash__(self) -> int:
        return hash((self.field, self.name))


def workspace_rules(*links: str, target: bool = True) -> list[BaseConstraint]:
    """Return the constraints of a scoped model: may be pointed at (`target`), and points only within.

    Args:
        links: names of its foreign keys to other scoped models; a contract test finds a forgotten one.
        target: False for a table nothing refers to, which then saves an index.
    """
    rules: list[BaseConstraint] = [SameWorkspace(link) for link in links]
    if target:
        rules.append(models.UniqueConstraint(fields=["workspace", "id"], name="%(app_label)s_%(class)s_ws_id"))
    return rules
