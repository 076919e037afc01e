"""People and workspaces as JSON."""

from typing import Any
from zoneinfo import available_timezones

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from relais.kit.text import clean
from relais.workspaces.models import ApiKey, Brand, Invitation, Membership, User, Workspace
from relais.workspaces.rules import Language, Role, Scope

LANGUAGES = [(language.value, language.value) for language in Language]
ROLES = [(role.value, role.value) for role in Role]
SCOPES = [(scope.value, scope.value) for scope in Scope]


class NameField(serializers.CharField):
    """A short text of one line, without control characters."""

    def to_internal_value(self, data: Any) -> str:
        """Clean, then check the length."""
        return clean(super().to_internal_value(data)).replace("\n", " ").strip()


class WorkspaceSerializer(serializers.ModelSerializer[Workspace]):
    """A workspace's settings."""

    name = NameField(max_length=120)
    language = serializers.ChoiceField(LANGUAGES)
    time_zone = serializers.CharField(max_length=64)
    currency = serializers.RegexField(
        r"^[A-Z]{3}$", error_messages={"invalid": _("Give the three letters of the currency, such as EUR.")}
    )

    class Meta:
        model = Workspace
        fields = ["slug", "name", "language", "time_zone", "currency", "is_sample", "created_at"]
        read_only_fields = ["slug", "is_sample", "created_at"]

    def validate_time_zone(self, value: str) -> str:
        """Accept IANA names only."""
        if value not in available_timezones():
            raise serializers.ValidationError(_("Choose a time zone of the list, such as Europe/Paris."))
        return value


class MembershipOfMeSerializer(serializers.ModelSerializer[Membership]):
    """One workspace of the signed-in person, and what they are in it."""

    slug = serializers.CharField(source="workspace.slug")
    name = serializers.CharField(source="workspace.name")
    language = serializers.ChoiceField(LANGUAGES, source="workspace.language")
    time_zone = serializers.CharField(source="workspace.time_zone")
    currency = serializers.CharField(source="workspace.currency")
    is_sample = serializers.BooleanField(source="workspace.is_sample")
    role = serializers.ChoiceField(ROLES)

    class Meta:
        model = Membership
        fields = ["slug", "name", "role", "language", "time_zone", "currency", "is_sample"]
        read_only_fields = fields


class MeSerializer(serializers.ModelSerializer[User]):
    """The signed-in person."""

    workspaces = MembershipOfMeSerializer(many=True, read_only=True)

    class Meta:
        model = User
        fields = ["id", "email", "name", "language", "workspaces"]
        read_only_fields = fields


class ProfileSerializer(serializers.Serializer[Any]):
    """What a person changes about themselves."""

    name = NameField(max_length=120, required=False)
    language = serializers.ChoiceField(LANGUAGES, required=False)


class NewAccountSerializer(serializers.Serializer[Any]):
    """E-mail, password and name of a new account."""

    email = serializers.EmailField(max_length=254)
    password = serializers.CharField(max_length=200, trim_whitespace=False, style={"input_type": "password"})
    name = NameField(max_length=120)
    language = serializers.ChoiceField(LANGUAGES, default=Language.ENGLISH.value)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Refuse weak passwords, telling why."""
        try:
            validate_password(attrs["password"], User(email=attrs["email"], name=attrs["name"]))
        except ValidationError as error:
            raise serializers.ValidationError({"password": error.messages}) from error
        return attrs


class SetupSerializer(NewAccountSerializer):
    """The first account and its workspace."""

    workspace = WorkspaceSerializer()


class SetupStateSerializer(serializers.Serializer[Any]):
    """Whether the first account is still to be made."""

    needed = serializers.BooleanField()


class BrandSerializer(serializers.ModelSerializer[Brand]):
    """An advertiser."""

    name = NameField(max_length=120)
    is_archived = serializers.BooleanField(required=False, write_only=True)

    class Meta:
        model = Brand
        fields = ["id", "name", "website", "notes", "is_archived", "archived_at", "created_at"]
        read_only_fields = ["id", "archived_at", "created_at"]
        extra_kwargs = {"website": {"allow_blank": True}, "notes": {"allow_blank": True}}
        validators: list[Any] = []


class MemberSerializer(serializers.ModelSerializer[Membership]):
    """A member."""

    user_id = serializers.IntegerField(read_only=True)
    name = serializers.CharField(source="user.name", read_only=True)
    email = serializers.EmailField(source="user.email", read_only=True)
    role = serializers.ChoiceField(ROLES)

    class Meta:
        model = Membership
        fields = ["id", "user_id", "name", "email", "role", "created_at"]
        read_only_fields = ["id", "created_at"]


class InvitationSerializer(serializers.ModelSerializer[Invitation]):
    """An invitation waiting to be used."""

    role = serializers.ChoiceField(ROLES)
    email = serializers.EmailField(required=False, allow_blank=True, default="")
    made_by = serializers.CharField(source="made_by.name", read_only=True)

    class Meta:
        model = Invitation
        fields = ["id", "email", "role", "made_by", "created_at", "expires_at"]
        read_only_fields = ["id", "created_at", "expires_at"]


class InvitationMadeSerializer(InvitationSerializer):
    """The same just after it was made: with the path to send, shown once."""

    path = serializers.CharField(read_only=True)

    class Meta(InvitationSerializer.Meta):
        fields = [*InvitationSerializer.Meta.fields, "path"]


class InvitationShownSerializer(serializers.Serializer[Any]):
    """What whoever holds the link may see."""

    workspace = serializers.CharField(source="workspace.name")
    invited_by = serializers.CharField(source="made_by.name")
    role = serializers.ChoiceField(ROLES)
    email = serializers.CharField()
    signed_in_as = serializers.CharField(
        allow_null=True, help_text="Who would join without a new account; null for somebody not signed in."
    )


class InvitationAcceptSerializer(NewAccountSerializer):
    """A new account that joins."""


class ApiKeySerializer(serializers.ModelSerializer[ApiKey]):
    """A key, without its secret."""

    name = NameField(max_length=80)
    scope = serializers.ChoiceField(SCOPES, default=Scope.READ.value)
    made_by = serializers.CharField(source="made_by.name", read_only=True)

    class Meta:
        model = ApiKey
        fields = ["id", "name", "prefix", "scope", "made_by", "created_at", "expires_at", "last_used_at", "revoked_at"]
        read_only_fields = ["id", "prefix", "created_at", "last_used_at", "revoked_at"]


class ApiKeyMadeSerializer(ApiKeySerializer):
    """The same just after it was made: with the whole key, shown once."""

    key = serializers.CharField(read_only=True)

    class Meta(ApiKeySerializer.Meta):
        fields = [*ApiKeySerializer.Meta.fields, "key"]
