"""People and workspaces."""

from django.apps import AppConfig


class WorkspacesConfig(AppConfig):
    """Registers who resolves access, and who keeps answers."""

    name = "relais.workspaces"
    label = "workspaces"

    def ready(self) -> None:
        """Tell the base viewset who knows members and roles, and where answers are kept."""
        from relais.kit import access, idempotency  # noqa: PLC0415 - models are loaded by now
        from relais.workspaces import answers, rules  # noqa: PLC0415
        from relais.workspaces.querysets import resolve  # noqa: PLC0415

        access.register(resolve=resolve, judge=rules.allows)
        idempotency.register(answers.KeptAnswers())
