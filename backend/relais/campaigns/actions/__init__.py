"""What can be done to campaigns, cards, tasks and promises."""

from relais.campaigns.actions.adding import add_creators, add_participation
from relais.campaigns.actions.advancing import advance
from relais.campaigns.actions.bulk_changes import bulk_change, bulk_remove, bulk_restore
from relais.campaigns.actions.bulk_moves import bulk_move, bulk_undo
from relais.campaigns.actions.campaigns import archive, change_campaign, create_campaign, delete_campaign, unarchive
from relais.campaigns.actions.cards import change, remove, restore
from relais.campaigns.actions.locks import lock_board_of
from relais.campaigns.actions.moves import move, undo_move
from relais.campaigns.actions.promises import (
    change_promise,
    keep_promise,
    make_promise,
    reopen_promise,
    withdraw_promise,
)
from relais.campaigns.actions.stages import (
    change_stage,
    create_stage,
    delete_stage,
    ensure_stages,
    reorder_stages,
    seed_stages,
)
from relais.campaigns.actions.tasks import change_task, create_task, delete_task, finish_task, reopen_task

__all__ = [
    "add_creators",
    "add_participation",
    "advance",
    "archive",
    "bulk_change",
    "bulk_move",
    "bulk_remove",
    "bulk_restore",
    "bulk_undo",
    "change",
    "change_campaign",
    "change_promise",
    "change_stage",
    "change_task",
    "create_campaign",
    "create_stage",
    "create_task",
    "delete_campaign",
    "delete_stage",
    "delete_task",
    "ensure_stages",
    "finish_task",
    "keep_promise",
    "lock_board_of",
    "make_promise",
    "move",
    "remove",
    "reopen_promise",
    "reopen_task",
    "reorder_stages",
    "restore",
    "seed_stages",
    "unarchive",
    "undo_move",
    "withdraw_promise",
]
