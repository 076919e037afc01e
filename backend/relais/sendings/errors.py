"""What can be refused about products and sendings."""

from django.utils.translation import gettext_lazy as _

from relais.kit.errors import ConflictError


class SkuTakenError(ConflictError):
    """Another product of the workspace has this SKU, in any case."""

    code = "sku_taken"
    message = _("Another product has this SKU.")


class ProductInUseError(ConflictError):
    """It is in a sending: history needs it."""

    code = "product_in_use"
    message = _("This product is part of a sending. Archive it instead.")


class OutOfStockError(ConflictError):
    """Fewer are left than are needed; `product`, `name`, `left` and `wanted` say more."""

    code = "out_of_stock"


class SendingStateError(ConflictError):
    """The sending is not where this can be done; `state` says where it is."""

    code = "wrong_state"
    message = _("The sending is not in a state that allows this. Reload and look again.")


class GiftNotReturnedError(ConflictError):
    """Only loans come back."""

    code = "gift_not_returned"
    message = _("A gift does not come back. Make it a loan first, or cancel the sending to take its products back.")
