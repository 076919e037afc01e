"""What can be done with products, stock and sendings."""

from relais.sendings.actions.ledger import cancel_sending, change_sending, create_sending, restore_sending
from relais.sendings.actions.products import delete_product, move_stock, save_product
from relais.sendings.actions.steps import deliver_sending, prepare_sending, return_sending, send_sending

__all__ = [
    "cancel_sending",
    "change_sending",
    "create_sending",
    "delete_product",
    "deliver_sending",
    "move_stock",
    "prepare_sending",
    "restore_sending",
    "return_sending",
    "save_product",
    "send_sending",
]
