"""A PostgreSQL of one's own, in a folder, on a free port: to be stopped, frozen, filled and cut off."""
import contextlib
import glob
import os
import pathlib
import shutil
import signal
import socket
import subprocess

import processes

BINARIES = pathlib.Path(max(glob.glob("/usr/lib/postgresql/*/bin"), default="/usr/bin"))


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def as_postgres(command):
    """PostgreSQL and PgBouncer refuse to run as root."""
    return ["runuser", "-u", "postgres", "--", *map(str, command)] if os.geteuid() == 0 else [*map(str, command)]


class Cluster:
    """As a context manager: makes it with a role that owns a database and is no superuser, as on Supabase."""

    def __init__(self, folder, **settings):
        self.folder = pathlib.Path(folder)
        self.data = self.folder / "data"
        self.port = free_port()
        self._options = {
            "listen_addresses": "127.0.0.1", "port": self.port, "unix_socket_directories": self.folder,
            "max_connections": 40, "max_wal_size": "64MB", "min_wal_size": "32MB", **settings}

    @property
    def address(self):
        return f"host=127.0.0.1 port={self.port} user=app dbname=app"

    def __enter__(self):
        self.folder.mkdir(parents=True, exist_ok=True)
        if os.geteuid() == 0:
            shutil.chown(self.folder, "postgres")
        self._run("initdb", "--pgdata", self.data, "--username", "postgres", "--auth", "trust", "--encoding", "UTF8",
                  "--locale", "C.UTF-8", "--no-instructions")
        self.start()
        self.sql("CREATE ROLE app LOGIN CREATEROLE", database="postgres")
        self.sql("CREATE DATABASE app OWNER app", database="postgres")
        return self

    def __exit__(self, *_):
        for pid in self.processes():
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGCONT)
        with contextlib.suppress(subprocess.CalledProcessError):
            self.stop("immediate")

    def start(self, environment={}):
        options = " ".join(f"-c {name}='{value}'" for name, value in self._options.items())
        self._run("pg_ctl", "start", "--pgdata", self.data, "--wait", "--silent", "--log", self.folder / "postgres.log",
                  "--options", options, environment=environment)

    def stop(self, mode):
        self._run("pg_ctl", "stop", "--pgdata", self.data, "--mode", mode, "--wait", "--silent")

    def restart(self, mode, environment={}):
        self.stop(mode)
        self.start(environment)

    @property
    def postmaster(self):
        """None when it does not run."""
        with contextlib.suppress(OSError, ValueError, IndexError):
            pid = int((self.data / "postmaster.pid").read_text().split()[0])
            return pid if processes.stat(pid) else None
        return None

    def processes(self):
        return [self.postmaster, *processes.descendants(self.postmaster)] if self.postmaster else []

    def sql(self, text, database="app"):
        """The rows of a statement, past every policy: lists of texts."""
        result = subprocess.run(
            ["psql", "-qXAt", "-v", "ON_ERROR_STOP=1", "-d",
             f"host=127.0.0.1 port={self.port} user=postgres dbname={database}", "-c", text],
            capture_output=True, text=True)
        if result.returncode:
            raise RuntimeError(f"{text}: {result.stderr}")
        return [line.split("|") for line in result.stdout.splitlines()]

    def _run(self, program, *arguments, environment={}):
        result = subprocess.run(
            as_postgres([BINARIES / program, *arguments]), cwd="/", stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE if program == "initdb" else subprocess.DEVNULL, text=True,
            env={**os.environ, **environment})
        if result.returncode:
            raise subprocess.CalledProcessError(result.returncode, program, stderr=result.stderr)


class Disk:
    """A small file system in memory, to be filled. Without the right to mount it is a plain folder, and `refusal` says
    why."""

    def __init__(self, folder, megabytes):
        self.folder = pathlib.Path(folder)
        self._megabytes = megabytes
        self.refusal = None

    def __enter__(self):
        self.folder.mkdir(parents=True, exist_ok=True)
        result = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={self._megabytes}m,mode=755", "kongresume-load", self.folder],
            capture_output=True, text=True)
        if result.returncode:
            self.refusal = f"mount: {result.stderr.strip()}"
        return self

    def __exit__(self, *_):
        if not self.refusal:
            subprocess.run(["umount", "--lazy", self.folder], check=False)

    def fill(self):
        """Writes until nothing more can be written."""
        with open(self.folder / "ballast", "ab", buffering=0) as file, contextlib.suppress(OSError):
            while True:
                file.write(bytes(1 << 16))
        with open(self.folder / "ballast", "ab", buffering=0) as file, contextlib.suppress(OSError):
            while True:
                file.write(bytes(512))

    def free(self):
        (self.folder / "ballast").unlink(missing_ok=True)
