"""Who I am, the first run, and joining by a link."""

from typing import Any

from django.contrib.auth import login
from django.middleware.csrf import get_token
from django.utils.decorators import method_decorator
from django.views.decorators.csrf import csrf_protect
from drf_spectacular.utils import extend_schema
from rest_framework.exceptions import NotAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from relais.kit.actors import Actor
from relais.kit.errors import NotAllowedError
from relais.kit.idempotency import AnsweredOnce, Asker
from relais.workspaces import actions
from relais.workspaces.api import serializers
from relais.workspaces.models import ApiKey, User
from relais.workspaces.querysets import is_set_up, memberships_of, person_of
from relais.workspaces.tries import know_browser

BACKEND = "relais.workspaces.sign_in.SignInBackend"


def _key(request: Request) -> ApiKey | None:
    return request.auth if isinstance(request.auth, ApiKey) else None


def _name(request: Request) -> str | None:
    if not request.user.is_authenticated:
        return None
    person = person_of(request)
    return person.name or person.email


def _me(user: User, key: ApiKey | None = None) -> dict[str, Any]:
    memberships = serializers.MembershipOfMeSerializer(memberships_of(user, key=key), many=True).data
    return {"id": user.pk, "email": user.email, "name": user.name, "language": user.language, "workspaces": memberships}


class SignedInView(AnsweredOnce):
    """A view for people and keys, not for strangers."""

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Refuse strangers."""
        super().initial(request, *args, **kwargs)
        if not request.user.is_authenticated:
            raise NotAuthenticated

    def asker(self) -> Asker:
        """Return whose `Idempotency-Key` it is."""
        key = _key(self.request)
        return Asker(None, Actor(user_id=person_of(self.request).pk, api_key_id=key.pk if key else None))


class MeView(SignedInView):
    """The signed-in person and their workspaces."""

    @extend_schema(responses=serializers.MeSerializer)
    def get(self, request: Request) -> Response:
        """Return the profile; also sets the CSRF cookie."""
        get_token(request._request)
        return Response(_me(person_of(request), _key(request)))

    @extend_schema(request=serializers.ProfileSerializer, responses=serializers.MeSerializer)
    def patch(self, request: Request) -> Response:
        """Change one's name or language."""
        if _key(request) is not None:
            raise NotAllowedError
        reader = serializers.ProfileSerializer(data=request.data)
        reader.is_valid(raise_exception=True)
        return Response(_me(actions.change_profile(user=person_of(request), changes=reader.validated_data)))


@method_decorator(csrf_protect, name="dispatch")
class SignsInView(APIView):
    """A view that signs a stranger in: DRF asks only those signed in already for the CSRF token.

    Without it, a page elsewhere could set this Relais up, or sign its visitor in as somebody else.
    """


def _signed_in(request: Request, user: User) -> Response:
    """Sign a new person in."""
    login(request._request, user, backend=BACKEND)
    answer = Response(_me(user), status=201)
    know_browser(answer, email=user.email)
    return answer


class SetupView(SignsInView):
    """The first run."""

    @extend_schema(responses=serializers.SetupStateSerializer)
    def get(self, request: Request) -> Response:
        """Say whether the first account is still to be made; also sets the CSRF cookie."""
        get_token(request._request)
        return Response({"needed": not is_set_up()})

    @extend_schema(request=serializers.SetupSerializer, responses={201: serializers.MeSerializer})
    def post(self, request: Request) -> Response:
        """Make the first account and its workspace, and sign in."""
        reader = serializers.SetupSerializer(data=request.data)
        reader.is_valid(raise_exception=True)
        user, _workspace = actions.set_up(**reader.validated_data)
        return _signed_in(request, user)


class WorkspacesView(SignedInView):
    """My workspaces."""

    @extend_schema(operation_id="workspaces_list", responses=serializers.MembershipOfMeSerializer(many=True))
    def get(self, request: Request) -> Response:
        """List them, with my role in each."""
        rows = memberships_of(person_of(request), key=_key(request))
        return Response(serializers.MembershipOfMeSerializer(rows, many=True).data)

    @extend_schema(request=serializers.WorkspaceSerializer, responses={201: serializers.WorkspaceSerializer})
    def post(self, request: Request) -> Response:
        """Make another workspace, and own it."""
        if _key(request) is not None:
            raise NotAllowedError
        reader = serializers.WorkspaceSerializer(data=request.data)
        reader.is_valid(raise_exception=True)
        workspace = actions.create_workspace(**reader.validated_data, by=Actor(user_id=person_of(request).pk))
        return Response(serializers.WorkspaceSerializer(workspace).data, status=201)


class InvitationView(SignsInView):
    """An invitation, seen by whoever holds its link."""

    @extend_schema(responses=serializers.InvitationShownSerializer)
    def get(self, request: Request, token: str) -> Response:
        """Say who invites, to what; also sets the CSRF cookie."""
        get_token(request._request)
        invitation = actions.find_invitation(token=token)
        invitation.signed_in_as = _name(request)  # type: ignore[attr-defined]
        return Response(serializers.InvitationShownSerializer(invitation).data)

    @extend_schema(request=serializers.InvitationAcceptSerializer, responses={201: serializers.MeSerializer})
    def post(self, request: Request, token: str) -> Response:
        """Join: as the signed-in person (empty body), or with a new account, which is signed in."""
        if request.user.is_authenticated:
            if _key(request) is not None:
                raise NotAllowedError
            user, _workspace = actions.accept_invitation(token=token, user=person_of(request))
            return Response(_me(user), status=201)
        actions.find_invitation(token=token)
        reader = serializers.InvitationAcceptSerializer(data=request.data)
        reader.is_valid(raise_exception=True)
        user, _workspace = actions.accept_invitation(token=token, user=None, **reader.validated_data)
        return _signed_in(request, user)
