"""Mails about an account, in the language of whoever has it."""

from allauth.account import app_settings
from allauth.account.utils import user_pk_to_url_str
from django.core.mail import send_mail
from django.utils.translation import gettext as _
from django.utils.translation import override

from relais.workspaces.models import User


def send_password_reset(*, user_id: int, base_url: str) -> None:
    """Mail the link that lets a person choose a new password; nobody of that id gets none."""
    user = User.objects.filter(pk=user_id, is_active=True).first()
    if user is None:
        return
    key = f"{user_pk_to_url_str(user)}-{app_settings.PASSWORD_RESET_TOKEN_GENERATOR().make_token(user)}"
    with override(user.language):
        text = _(
            "Hello %(name)s,\n\n"
            "Somebody asked for a new password for your Relais account. If it was you, choose it here:\n\n"
            "%(link)s\n\n"
            "The link works once, for three days. If it was not you, do nothing: your password stays as it is."
        )
        values = {"name": user.name, "link": f"{base_url}/password/reset/{key}"}
        send_mail(str(_("Your new Relais password")), text % values, None, [user.email])
