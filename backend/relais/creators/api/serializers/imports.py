"""Imports: the file, its columns, what would happen, and what did."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from relais.creators.api.serializers.creator import PersonBriefSerializer
from relais.creators.api.serializers.fields import CleanCharField, MemberField
from relais.creators.imports.fields import LABELS, REPEATABLE, Field
from relais.creators.imports.problems import reason, sentences
from relais.creators.imports.running import failure
from relais.creators.imports.staging import PreviewRow, preview
from relais.creators.models import CreatorList, Import, ImportRow
from relais.creators.models.creator import choices
from relais.creators.rules import ImportState, RowOutcome

MAX_TAGS = 20
_NUMBERS = ["total", "done", "created", "updated", "skipped", "rejected", "kept"]


class ImportFileSerializer(serializers.Serializer[Any]):
    """A CSV, XLSX or OPML file of at most 10 MB, as multipart/form-data."""

    file = serializers.FileField()


class ImportColumnSerializer(serializers.Serializer[Any]):
    """A column of the file, with up to three of its values."""

    index = serializers.IntegerField()
    name = serializers.CharField()
    samples = serializers.ListField(child=serializers.CharField())


class ImportFieldSerializer(serializers.Serializer[Any]):
    """What a column can hold; `repeatable` in several columns at once."""

    name = serializers.ChoiceField(choices=choices(Field))
    label = serializers.CharField()  # type: ignore[assignment]
    repeatable = serializers.BooleanField()


@extend_schema_field(ImportFieldSerializer(many=True))
class _OfferedField(serializers.Field[Any, Any, Any, Any]):
    def to_representation(self, value: Any) -> list[dict[str, Any]]:
        """Return what a column can hold, in the reader's language."""
        return [{"name": str(name), "label": str(LABELS[name]), "repeatable": name in REPEATABLE} for name in Field]


class ImportOptionsSerializer(serializers.Serializer[Any]):
    """What is set on everybody, and whether people who are here already are filled in."""

    tags = serializers.ListField(child=serializers.CharField())
    list = serializers.IntegerField(allow_null=True)
    owner = serializers.IntegerField(allow_null=True)
    update_existing = serializers.BooleanField()


class ImportOptionsWriteSerializer(serializers.Serializer[Any]):
    """Options as chosen; what is missing stays."""

    tags = serializers.ListField(child=CleanCharField(max_length=60), max_length=MAX_TAGS, required=False)
    list = serializers.PrimaryKeyRelatedField(queryset=CreatorList.objects.all(), allow_null=True, required=False)
    owner = MemberField(allow_null=True, required=False)
    update_existing = serializers.BooleanField(required=False)

    def validate_list(self, chosen: CreatorList | None) -> int | None:
        """Keep the id."""
        return None if chosen is None else chosen.pk


class ImportChangeSerializer(serializers.Serializer[Any]):
    """What the columns hold, by column index ("" for nothing), and the options; what is missing stays."""

    mapping = serializers.DictField(
        child=serializers.ChoiceField(choices=choices(Field), allow_blank=True), required=False
    )
    options = ImportOptionsWriteSerializer(required=False)

    def validate_mapping(self, mapping: Mapping[str, str]) -> Mapping[str, str]:
        """Refuse columns the file does not have."""
        known = {str(column["index"]) for column in self.instance.columns} if self.instance is not None else set()
        if unknown := sorted(set(mapping) - known):
            raise serializers.ValidationError(_("The file has no column %(column)s.") % {"column": unknown[0][:20]})
        return mapping


class _ProblemsField(serializers.DictField):
    child = serializers.ListField(child=serializers.CharField())


class ImportPreviewRowSerializer(serializers.Serializer[Any]):
    """A row of the file, what is wrong with its cells by column index, and what would become of it."""

    number = serializers.IntegerField(help_text="Row of the file, from 1.")
    cells = serializers.ListField(child=serializers.CharField(allow_blank=True))
    problems = serializers.SerializerMethodField()
    outcome_guess = serializers.ChoiceField(choices=choices(RowOutcome), source="decision.outcome")
    reason = serializers.SerializerMethodField(help_text="Why the row would be skipped; empty otherwise.")

    @extend_schema_field(_ProblemsField())
    def get_problems(self, row: PreviewRow) -> dict[str, list[str]]:
        """Return the problems in the reader's language."""
        return sentences(row.decision.problems)

    def get_reason(self, row: PreviewRow) -> str:
        """Return what is said about the row as a whole."""
        return reason(row.decision.problems)


class ImportPreviewSerializer(serializers.Serializer[Any]):
    """The first rows; none once the import runs."""

    rows = ImportPreviewRowSerializer(many=True)


class ImportBriefSerializer(serializers.ModelSerializer[Import]):
    """An import in the list: where it stands."""

    state = serializers.ChoiceField(choices=choices(ImportState), read_only=True)
    error = serializers.SerializerMethodField()
    made_by = PersonBriefSerializer(allow_null=True, read_only=True)

    class Meta:
        model = Import
        fields = [
            "id", "kind", "file_name", "state", *_NUMBERS, "error", "made_by", "created_at", "started_at",
            "finished_at",
        ]  # fmt: skip
        read_only_fields = fields

    def get_error(self, run: Import) -> str:
        """Return why it failed, in the reader's language."""
        return failure(run)


class ImportSerializer(ImportBriefSerializer):
    """An import. `done` = `created` + `updated` + `skipped` + `rejected`; `kept` people were left alone by the undo."""

    columns = ImportColumnSerializer(many=True, read_only=True)
    mapping = serializers.DictField(child=serializers.ChoiceField(choices=choices(Field), allow_blank=True))
    options = ImportOptionsSerializer(read_only=True)
    preview = serializers.SerializerMethodField()

    class Meta(ImportBriefSerializer.Meta):
        fields = [*ImportBriefSerializer.Meta.fields, "columns", "mapping", "options", "preview"]
        read_only_fields = fields

    def get_fields(self) -> dict[str, Any]:
        """Add `fields`, a name that a serializer keeps for itself."""
        return {**super().get_fields(), "fields": _OfferedField(read_only=True, source="*")}

    @extend_schema_field(ImportPreviewSerializer)
    def get_preview(self, run: Import) -> Any:
        """Return what would happen."""
        return ImportPreviewSerializer({"rows": preview(run)}).data


class ImportRowSerializer(serializers.ModelSerializer[ImportRow]):
    """What became of a row; `outcome` is empty until its turn."""

    problems = serializers.SerializerMethodField()
    reason = serializers.SerializerMethodField()
    creator = serializers.IntegerField(source="creator_id", allow_null=True, read_only=True)
    creator_name = serializers.CharField(source="creator.name", default="", read_only=True)

    class Meta:
        model = ImportRow
        fields = ["id", "number", "cells", "outcome", "problems", "reason", "creator", "creator_name", "kept"]
        read_only_fields = fields

    @extend_schema_field(_ProblemsField())
    def get_problems(self, row: ImportRow) -> dict[str, list[str]]:
        """Return the problems in the reader's language."""
        return sentences(row.problems)

    def get_reason(self, row: ImportRow) -> str:
        """Return what is said about the row as a whole."""
        return reason(row.problems)
