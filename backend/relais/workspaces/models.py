"""People, the workspaces they share, and the ways in."""

from typing import Any, ClassVar
from zoneinfo import available_timezones

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from relais.kit.constraints import workspace_rules
from relais.kit.models import WorkspaceField, WorkspaceModel
from relais.workspaces.rules import Language, Role, Scope


def _choices(values: Any) -> list[tuple[str, str]]:
    return [(str(value), str(value)) for value in values]


def check_time_zone(name: str) -> None:
    """Refuse what is no IANA zone: the name reaches SQL."""
    if name not in available_timezones():
        raise ValidationError(_("Choose a time zone of the IANA list, such as Europe/Paris."))


class UserManager(BaseUserManager["User"]):
    """Makes people."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Save a person with a hashed password."""
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save()
        return user

    def get_by_natural_key(self, username: str | None) -> "User":
        """Find by e-mail in any case."""
        return self.get(email=(username or "").lower())


class User(AbstractBaseUser):
    """A person who signs in, by e-mail address."""

    #: Always lower case: `UserManager` sees to it.
    email = models.EmailField(_("e-mail address"), unique=True)
    name = models.CharField(_("name"), max_length=120)
    language = models.CharField(max_length=2, choices=_choices(Language), default=Language.ENGLISH)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    def __str__(self) -> str:
        return self.name or self.email


class Workspace(models.Model):
    """One agency, or one brand's team: nothing is shared between two of them but the fetched sources."""

    slug = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=120)
    language = models.CharField(max_length=2, choices=_choices(Language), default=Language.ENGLISH)
    time_zone = models.CharField(max_length=64, default="Europe/Paris", validators=[check_time_zone])
    currency = models.CharField(max_length=3, default="EUR", validators=[RegexValidator(r"^[A-Z]{3}$")])
    is_sample = models.BooleanField(default=False, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.name


class Membership(WorkspaceModel):
    """A person in a workspace, with a role."""

    workspace = WorkspaceField(related_name="memberships")
    user = models.ForeignKey(User, models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=10, choices=_choices(Role))
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta(WorkspaceModel.Meta):
        constraints = [
            *workspace_rules(),
            models.UniqueConstraint(fields=["workspace", "user"], name="member_once"),
        ]


class Brand(WorkspaceModel):
    """The advertiser on whose behalf campaigns run."""

    name = models.CharField(max_length=120)
    website = models.URLField(max_length=500, blank=True)
    notes = models.TextField(max_length=10_000, blank=True)
    archived_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta(WorkspaceModel.Meta):
        constraints = [
            *workspace_rules(),
            models.UniqueConstraint("workspace", Lower("name"), name="brand_name_once"),
        ]

    def __str__(self) -> str:
        return self.name


class Invitation(WorkspaceModel):
    """A link that makes whoever opens it a member, once. Only its hash is kept."""

    token_hash = models.CharField(max_length=64, unique=True)
    email = models.EmailField(blank=True)
    role = models.CharField(max_length=10, choices=_choices(Role))
    made_by = models.ForeignKey(User, models.CASCADE, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)
    accepted_by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")

    class Meta(WorkspaceModel.Meta):
        constraints = [*workspace_rules()]


class ApiKey(WorkspaceModel):
    """A program's way in: a prefix to recognise it by, and the SHA-256 of a secret shown once."""

    name = models.CharField(max_length=80)
    prefix = models.CharField(max_length=12, unique=True)
    secret_hash = models.CharField(max_length=64)
    scope = models.CharField(max_length=5, choices=_choices(Scope), default=Scope.READ)
    made_by = models.ForeignKey(User, models.CASCADE, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField(null=True, blank=True)
    last_used_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta(WorkspaceModel.Meta):
        constraints = [*workspace_rules()]


class Tries(models.Model):
    """Wrong passwords and requests for a link, counted by account, by source and by known browser.

    Rows and not the cache: they are counted under a lock, and nobody can push them out by filling it.
    """

    #: HMAC of what is counted: no address is kept.
    key = models.CharField(max_length=64, unique=True)
    count = models.PositiveIntegerField(default=0)
    last_at = models.DateTimeField(db_index=True)
    #: Nothing is tried before.
    next_at = models.DateTimeField()


class KeptAnswer(models.Model):
    """An `Idempotency-Key` and, once its request is done, what was answered: sealed, so that only the key opens it."""

    #: HMAC of workspace, person, API key and Idempotency-Key.
    name = models.CharField(max_length=64, unique=True)
    workspace = models.ForeignKey(Workspace, models.CASCADE, null=True, related_name="+")
    user = models.ForeignKey(User, models.CASCADE, related_name="+")
    fingerprint = models.CharField(max_length=64)
    #: None while the request runs, or when it ended in a mistake of ours.
    answer = models.BinaryField(null=True)
    asked_at = models.DateTimeField(db_index=True)
