"""Production refuses to start unsafe, and says which variable to set."""

import os
import runpy
import subprocess
from pathlib import Path
from types import MappingProxyType

import pytest
from django.core.exceptions import ImproperlyConfigured

from relais.config import settings
from tests.deploy.conftest import ROOT, clean_environment, python

SAFE = MappingProxyType(
    {
        "RELAIS_ENV": "production",
        "RELAIS_SECRET_KEY": "correct horse battery staple, forty-nine times over and more",
        "RELAIS_ALLOWED_HOSTS": "crm.example.org",
        "RELAIS_PUBLIC_URL": "https://crm.example.org",
        "RELAIS_BROKER_URL": "redis://redis:6379/0",
        "RELAIS_CACHE_URL": "redis://redis:6379/1",
        "DATABASE_URL": "postgres://relais@postgres/relais",
    }
)


def settings_with(monkeypatch: pytest.MonkeyPatch, **changes: str) -> dict[str, object]:
    """Run the settings module as a fresh process would read it."""
    for name in set(os.environ) - set(clean_environment()):
        monkeypatch.delenv(name)
    for name, value in {**SAFE, **changes}.items():
        monkeypatch.setenv(name, value)
    return runpy.run_path(settings.__file__)


def test_starts_when_everything_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    values = settings_with(monkeypatch)
    assert values["DEBUG"] is False
    assert values["SESSION_COOKIE_SECURE"] is True
    assert values["CSRF_COOKIE_SECURE"] is True
    assert values["ALLOWED_HOSTS"] == ["crm.example.org"]


@pytest.mark.parametrize(
    ("changes", "names"),
    [
        ({"RELAIS_SECRET_KEY": ""}, "RELAIS_SECRET_KEY"),
        ({"RELAIS_SECRET_KEY": "short"}, "RELAIS_SECRET_KEY"),
        ({"RELAIS_ALLOWED_HOSTS": ""}, "RELAIS_ALLOWED_HOSTS"),
        ({"RELAIS_ALLOWED_HOSTS": "*"}, "RELAIS_ALLOWED_HOSTS"),
        ({"RELAIS_ALLOWED_HOSTS": "crm.example.org,*"}, "RELAIS_ALLOWED_HOSTS"),
        ({"RELAIS_PUBLIC_URL": "http://crm.example.org"}, "RELAIS_PUBLIC_URL"),
        ({"RELAIS_BROKER_URL": ""}, "RELAIS_BROKER_URL"),
        ({"RELAIS_CACHE_URL": ""}, "RELAIS_CACHE_URL"),
        ({"DATABASE_URL": ""}, "DATABASE_URL"),
        ({"DATABASE_URL": "sqlite:///relais.db"}, "DATABASE_URL"),
        ({"RELAIS_ENV": "prod"}, "RELAIS_ENV"),
    ],
)
def test_refuses_and_names_the_variable(
    monkeypatch: pytest.MonkeyPatch, changes: dict[str, str], names: str, tmp_path: Path
) -> None:
    with pytest.raises(ImproperlyConfigured, match=names):
        settings_with(monkeypatch, RELAIS_VAR=str(tmp_path), **changes)
    assert not list(tmp_path.iterdir())  # no key was made up in passing


def test_reads_secrets_from_files(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "key").write_text("s3" * 40 + "\n")
    (tmp_path / "password").write_text("pa:ss/word\n")
    values = settings_with(
        monkeypatch,
        RELAIS_SECRET_KEY="",
        RELAIS_SECRET_KEY_FILE=str(tmp_path / "key"),
        DATABASE_PASSWORD_FILE=str(tmp_path / "password"),
    )
    assert values["SECRET_KEY"] == "s3" * 40
    databases = values["DATABASES"]
    assert isinstance(databases, dict)
    assert databases["default"]["PASSWORD"] == "pa:ss/word"


def test_development_makes_its_key_once_and_keeps_it_private(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    first = settings_with(monkeypatch, RELAIS_ENV="development", RELAIS_SECRET_KEY="", RELAIS_VAR=str(tmp_path))
    again = settings_with(monkeypatch, RELAIS_ENV="development", RELAIS_SECRET_KEY="", RELAIS_VAR=str(tmp_path))
    assert first["SECRET_KEY"] == again["SECRET_KEY"]
    assert (tmp_path / "secret_key").stat().st_mode & 0o777 == 0o600


def test_django_finds_nothing_to_warn_of_in_production() -> None:
    done = subprocess.run(
        python("backend/manage.py", "check", "--deploy", "--fail-level=WARNING"),
        cwd=ROOT, env=clean_environment(**SAFE), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
