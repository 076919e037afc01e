"""Products, stock and sendings over HTTP."""

from datetime import date
from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from relais.kit import clock
from relais.kit.errors import NotFoundError
from relais.kit.views import Listed, Retrieved, WorkspaceViewSet
from relais.sendings import actions, querysets
from relais.sendings.api import serializers as shapes
from relais.sendings.api.filters import ProductFilter, SendingFilter
from relais.sendings.models import Product, Sending, StockMove


class ProductViewSet(Listed, Retrieved, WorkspaceViewSet):
    """The catalogue."""

    model = Product
    resource = "products"
    serializer_class = shapes.ProductSerializer
    filterset_class = ProductFilter
    orderings = {"created": "id", "name": "name", "stock": "stock"}
    default_order = "name"
    verbs = {"destroy": "delete"}

    def refine(self, rows: QuerySet[Product]) -> QuerySet[Product]:
        """Read the brand's name with the row."""
        return rows.select_related("brand")

    @extend_schema(request=shapes.ProductWriteSerializer, responses={201: shapes.ProductSerializer})
    def create(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Add a product."""
        values = self.valid(shapes.ProductWriteSerializer)
        return self.answer(actions.save_product(product=None, values=values, by=self.actor), 201)

    @extend_schema(request=shapes.ProductWriteSerializer, responses=shapes.ProductSerializer)
    def partial_update(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Change, archive or bring back a product."""
        product = self.get_object()
        values = self.valid(shapes.ProductWriteSerializer, instance=product, partial=True)
        return self.answer(actions.save_product(product=product, values=values, by=self.actor))

    def destroy(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Remove a product that was never sent; otherwise archive it."""
        actions.delete_product(product=self.get_object(), by=self.actor)
        return Response(status=204)


class StockMoveViewSet(Listed, WorkspaceViewSet):
    """The stock history of one product."""

    model = StockMove
    resource = "products"
    serializer_class = shapes.StockMoveSerializer

    def refine(self, rows: QuerySet[StockMove]) -> QuerySet[StockMove]:
        """Keep the moves of the product in the address."""
        return rows.filter(product=self._product()).select_related("user")

    @extend_schema(request=shapes.StockMoveWriteSerializer, responses={201: shapes.ProductSerializer})
    def create(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Receive, write off or correct stock; the answer is the product with its new stock."""
        product = self._product()
        actions.move_stock(product=product, by=self.actor, **self.valid(shapes.StockMoveWriteSerializer))
        return Response(shapes.ProductSerializer(product).data, status=201)

    def _product(self) -> Product:
        product = Product.objects.select_related("brand").filter(pk=self.kwargs["product_id"]).first()
        if product is None:
            raise NotFoundError
        return product


class SendingViewSet(Listed, Retrieved, WorkspaceViewSet):
    """The ledger of gifts and loans."""

    model = Sending
    resource = "sendings"
    serializer_class = shapes.SendingSerializer
    filterset_class = SendingFilter
    orderings = {"created": "id", "sent": "sent_on", "due_back": "due_back_on"}
    verbs = {"destroy": "delete"}

    def refine(self, rows: QuerySet[Sending]) -> QuerySet[Sending]:
        """Read the contents with the row."""
        return querysets.with_contents(rows)

    @extend_schema(request=shapes.SendingCreateSerializer, responses={201: shapes.SendingSerializer})
    def create(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Enter a sending, planned or already under way."""
        values = self.valid(shapes.SendingCreateSerializer)
        creator, items = values.pop("creator"), values.pop("items")
        made = actions.create_sending(creator=creator, items=items, values=values, today=self._today(), by=self.actor)
        return self._told(made, 201)

    @extend_schema(request=shapes.SendingChangeSerializer, responses=shapes.SendingSerializer)
    def partial_update(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Correct a sending; stock follows."""
        sending = self.get_object()
        values = self.valid(shapes.SendingChangeSerializer, partial=True)
        return self._told(actions.change_sending(sending=sending, values=values, today=self._today(), by=self.actor))

    @extend_schema(responses=shapes.SendingSerializer)
    def destroy(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Cancel a sending, as `cancel` does: nothing of the ledger is ever erased."""
        return self._told(actions.cancel_sending(sending=self.get_object(), by=self.actor))

    @extend_schema(request=shapes.StepSerializer, responses=shapes.SendingSerializer)
    @action(detail=True, methods=["post"])
    def prepare(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Note that the parcel is packed."""
        return self._told(actions.prepare_sending(sending=self.get_object(), by=self.actor, **self._step()))

    @extend_schema(request=shapes.SendStepSerializer, responses=shapes.SendingSerializer)
    @action(detail=True, methods=["post"])
    def send(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Hand the parcel over: stock leaves and the address is copied."""
        sending, details = self.get_object(), self.valid(shapes.SendStepSerializer)
        on, address = details.pop("on", self._today()), details.pop("address_id", None)
        return self._told(
            actions.send_sending(
                sending=sending, on=on, today=self._today(), details=details, address=address, by=self.actor
            )
        )

    @extend_schema(request=shapes.StepSerializer, responses=shapes.SendingSerializer)
    @action(detail=True, methods=["post"])
    def deliver(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Note that the parcel arrived."""
        return self._told(actions.deliver_sending(sending=self.get_object(), by=self.actor, **self._step()))

    @extend_schema(request=shapes.ReturnStepSerializer, responses=shapes.SendingSerializer)
    @action(detail=True, methods=["post"], url_path="return", url_name="return")
    def give_back(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Take a loan back into stock, all of it or some."""
        sending, values = self.get_object(), self.valid(shapes.ReturnStepSerializer)
        today = self._today()
        on, pieces = values.get("on", today), values.get("items")
        return self._told(actions.return_sending(sending=sending, on=on, today=today, pieces=pieces, by=self.actor))

    @extend_schema(request=shapes.CancelStepSerializer, responses=shapes.SendingSerializer)
    @action(detail=True, methods=["post"])
    def cancel(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Cancel a sending: what it took from stock comes back."""
        values = self.valid(shapes.CancelStepSerializer)
        return self._told(actions.cancel_sending(sending=self.get_object(), by=self.actor, **values))

    @extend_schema(request=None, responses=shapes.SendingSerializer)
    @action(detail=True, methods=["post"])
    def restore(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Undo a cancellation."""
        return self._told(actions.restore_sending(sending=self.get_object(), by=self.actor))

    def _today(self) -> date:
        return clock.today(self.access.workspace.time_zone)

    def _step(self) -> dict[str, date]:
        today = self._today()
        return {"today": today, "on": self.valid(shapes.StepSerializer).get("on", today)}

    def _told(self, sending: Sending, status: int = 200) -> Response:
        return self.answer(querysets.with_contents(Sending.objects.all()).get(pk=sending.pk), status)
