"""One person with all that belongs to it."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from relais.creators.api.serializers.channel import ChannelSerializer
from relais.creators.api.serializers.fields import (
    CleanCharField,
    CountryField,
    LanguageField,
    MemberField,
    WebAddressField,
)
from relais.creators.models import ContactPoint, Creator, CreatorList, PostalAddress, Tag
from relais.creators.models.creator import choices
from relais.creators.rules import AddressForm, ContactKind, CreatorKind, RelationshipStatus
from relais.kit.serializers import WholeSerializer

MAX_CHANNELS = 50
MAX_CONTACTS = 50
MAX_TAGS = 100


class TagBriefSerializer(serializers.ModelSerializer[Tag]):
    """A tag on a person."""

    class Meta:
        model = Tag
        fields = ["id", "name", "colour"]
        read_only_fields = fields


class PersonBriefSerializer(serializers.Serializer[Any]):
    """A member of the team."""

    id = serializers.IntegerField()
    name = serializers.CharField()


class ListBriefSerializer(serializers.ModelSerializer[CreatorList]):
    """A list a person is on."""

    class Meta:
        model = CreatorList
        fields = ["id", "name"]
        read_only_fields = fields


class ContactPointSerializer(serializers.ModelSerializer[ContactPoint]):
    """How to reach the person."""

    class Meta:
        model = ContactPoint
        fields = ["id", "kind", "value", "label", "is_primary", "source_url", "collected_at"]
        read_only_fields = fields


class PostalAddressSerializer(serializers.ModelSerializer[PostalAddress]):
    """Where parcels go."""

    class Meta:
        model = PostalAddress
        fields = [
            "id", "recipient", "line1", "line2", "postcode", "city", "region", "country", "phone", "is_default",
            "confirmed_at",
        ]  # fmt: skip
        read_only_fields = fields


class CreatorSerializer(serializers.ModelSerializer[Creator]):
    """Everything known of one person."""

    owner = PersonBriefSerializer(allow_null=True, read_only=True)
    tags = TagBriefSerializer(many=True, read_only=True)
    lists = serializers.SerializerMethodField()
    channels = ChannelSerializer(many=True, read_only=True)
    contact_points = ContactPointSerializer(many=True, read_only=True)
    addresses = PostalAddressSerializer(many=True, read_only=True)
    is_deleted = serializers.SerializerMethodField()

    class Meta:
        model = Creator
        fields = [
            "id", "name", "kind", "preferred_name", "address_form", "language", "country", "city", "biography",
            "notes", "owner", "relationship_status", "status_by_hand", "tags", "lists", "channels", "contact_points",
            "addresses", "main_platform", "main_handle", "main_state", "measured_at", "followers", "reach",
            "engagement_rate", "tier", "channel_count", "has_email", "last_published_at", "last_contacted_at",
            "avatar_url", "merged_into", "is_deleted", "version", "created_at", "updated_at",
        ]  # fmt: skip
        read_only_fields = fields

    @extend_schema_field(ListBriefSerializer(many=True))
    def get_lists(self, creator: Creator) -> list[dict[str, Any]]:
        """Return the lists the person is on."""
        return sorted(
            ({"id": link.list_id, "name": link.list.name} for link in creator.list_links.all()),
            key=lambda row: str(row["name"]).casefold(),
        )

    def get_is_deleted(self, creator: Creator) -> bool:
        """Say whether the person was deleted and can be restored."""
        return creator.deleted_at is not None


class ContactPointWriteSerializer(WholeSerializer):
    """How to reach the person, as typed."""

    kind = serializers.ChoiceField(choices=choices(ContactKind))
    value = CleanCharField(max_length=320)
    label = CleanCharField(max_length=80, allow_blank=True, default="")  # type: ignore[assignment]
    is_primary = serializers.BooleanField(default=False)
    source_url = WebAddressField(allow_blank=True, default="")

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Check the value by its kind."""
        if attrs["kind"] in {ContactKind.EMAIL, ContactKind.AGENT_EMAIL}:
            attrs["value"] = serializers.EmailField(max_length=320).run_validation(attrs["value"])
        elif attrs["kind"] == ContactKind.WEBSITE:
            attrs["value"] = WebAddressField(max_length=320).run_validation(attrs["value"])
        return attrs


class PostalAddressWriteSerializer(WholeSerializer):
    """Where parcels go, as typed."""

    recipient = CleanCharField(max_length=200)
    line1 = CleanCharField(max_length=200)
    line2 = CleanCharField(max_length=200, allow_blank=True, default="")
    postcode = CleanCharField(max_length=20)
    city = CleanCharField(max_length=120)
    region = CleanCharField(max_length=120, allow_blank=True, default="")
    country = CountryField()
    phone = CleanCharField(max_length=40, allow_blank=True, default="")
    is_default = serializers.BooleanField(default=False)


class CreatorWriteSerializer(serializers.Serializer[Any]):
    """What is typed about a person. `tags`, `contact_points` and `addresses` replace the whole collection."""

    name = CleanCharField(max_length=200)
    kind = serializers.ChoiceField(choices=choices(CreatorKind), required=False)
    preferred_name = CleanCharField(max_length=120, allow_blank=True, required=False)
    address_form = serializers.ChoiceField(choices=choices(AddressForm), required=False)
    language = LanguageField(allow_blank=True, required=False)
    country = CountryField(allow_blank=True, required=False)
    city = CleanCharField(max_length=120, allow_blank=True, required=False)
    biography = CleanCharField(max_length=10_000, allow_blank=True, required=False)
    notes = CleanCharField(max_length=50_000, allow_blank=True, required=False)
    owner = MemberField(allow_null=True, required=False)
    relationship_status = serializers.ChoiceField(
        choices=choices(RelationshipStatus), required=False, help_text="Setting it keeps events from changing it."
    )
    status_by_hand = serializers.BooleanField(required=False, help_text="False lets events set the status again.")
    tags = serializers.ListField(
        child=CleanCharField(max_length=60), max_length=MAX_TAGS, required=False, help_text="Names; new ones are made."
    )
    contact_points = serializers.ListField(child=ContactPointWriteSerializer(), max_length=MAX_CONTACTS, required=False)
    addresses = serializers.ListField(child=PostalAddressWriteSerializer(), max_length=MAX_CONTACTS, required=False)


class CreatorAddSerializer(CreatorWriteSerializer):
    """A new person, with channels by their addresses."""

    channels = serializers.ListField(
        child=WebAddressField(), max_length=MAX_CHANNELS, required=False, help_text="Addresses of blogs and profiles."
    )
    emails = serializers.ListField(
        child=serializers.EmailField(max_length=320), max_length=MAX_CONTACTS, required=False
    )
    lists = serializers.PrimaryKeyRelatedField(many=True, queryset=CreatorList.objects.all(), required=False)
