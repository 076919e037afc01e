"""Addresses of products and sendings."""

from django.urls import path
from rest_framework.routers import SimpleRouter

from relais.sendings.api.views import ProductViewSet, SendingViewSet, StockMoveViewSet

router = SimpleRouter()
router.register("products", ProductViewSet, basename="product")
router.register("sendings", SendingViewSet, basename="sending")
urlpatterns = [
    *router.urls,
    path(
        "products/<int:product_id>/stock-moves/",
        StockMoveViewSet.as_view({"get": "list", "post": "create"}),
        name="stock-move-list",
    ),
]
