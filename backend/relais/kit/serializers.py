"""What serializers of several apps share."""

from typing import Any

from rest_framework import serializers
from rest_framework.fields import empty


class WholeSerializer(serializers.Serializer[Any]):
    """An object inside a body, always given whole: a PATCH leaves out fields of the body, and none of its objects."""

    def run_validation(self, data: Any = empty) -> Any:
        """Validate on its own: as a part of a partial body it would not miss its required fields."""
        if self.root is self or data is empty or data is None:
            return super().run_validation(data)
        return type(self)(context=self.context).run_validation(data)
