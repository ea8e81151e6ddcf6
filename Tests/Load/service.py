"""A server of one's own for measurements: the release build on a free port, over a private PostgreSQL, with one account."""
import contextlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

import processes

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = ROOT / ".build/release/kongresume"
USER = "load@example.com"


class Address:
    """Where a server is reached: `base` and a `key`."""

    def call(self, method, path, body=None, key=None, headers={}):
        """A request; returns (status, headers, body). An error status is no exception."""
        request = urllib.request.Request(self.base + path, method=method, headers={
            "Authorization": f"Bearer {key or self.key}", "Content-Type": "application/json", **headers})
        request.data = None if body is None else json.dumps(body).encode()
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return answer.status, answer.headers, answer.read()
        except urllib.error.HTTPError as error:
            return error.code, error.headers, error.read()


class Service(Address):
    """The address, a live key and a test key of a running server. Use as a context manager: it stops what it started.

    Without a profile it makes no account, and so has no keys: there is another server on its database."""

    def __init__(self, profile=None, data=None, **settings):
        self._temporary = data is None
        self.data = pathlib.Path(data or tempfile.mkdtemp(prefix="kongresume-load-", dir="/tmp"))
        os.chmod(self.data, 0o755)
        self.environment = {
            **os.environ,
            "KONGRESUME_DATA_DIR": str(self.data),
            "KONGRESUME_RATE_LIMIT": "0",
            "KONGRESUME_LOG_LEVEL": "warning",
            **{f"KONGRESUME_{name}": str(value) for name, value in settings.items()},
        }
        self._profile = profile
        self.port = 0

    def __enter__(self):
        self.command("formats", "build")
        self.start()
        if not self._profile:
            return self
        try:
            self.command("user", "add", USER)
            self.command("profile", "import", USER, str(self._profile))
            self.key = self.command("key", "create", USER)
            self.test_key = self.command("key", "create", USER, "--test")
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        self.process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(60)
        self.process.kill()
        if self._temporary:
            shutil.rmtree(self.data, ignore_errors=True)

    def start(self, environment={}, **settings):
        """Starts the server, again where it was before; returns the seconds until it was ready.

        Settings and environment are this run's alone."""
        log = self.data / "server.log"
        begin = time.monotonic()
        environment = {**self.environment, "KONGRESUME_LOG_LEVEL": "info", **environment,
                       **{f"KONGRESUME_{name}": str(value) for name, value in settings.items()}}
        with open(log, "ab") as output:
            written = output.tell()
            self.process = subprocess.Popen(
                [PROGRAM, "serve", "--port", str(self.port)], stderr=output, env=environment)
        while time.monotonic() - begin < 60:
            if self.process.poll() is not None:
                break
            found = re.search(rb"address=([0-9.]+):(\d+)", log.read_bytes()[written:])
            if found:
                self.port = int(found[2])
                self.base = f"http://{found[1].decode()}:{self.port}"
                return time.monotonic() - begin
            time.sleep(0.005)
        raise SystemExit(f"The server did not start:\n{log.read_bytes()[written:].decode(errors='replace')}")

    def command(self, *arguments):
        result = subprocess.run([PROGRAM, *arguments], env=self.environment, capture_output=True, text=True)
        if result.returncode:
            raise SystemExit(f"kongresume {' '.join(arguments)}: {result.stderr}")
        return result.stdout.strip()

    def audit_credits(self):
        """What `kongresume credits audit` finds; nothing if all agrees."""
        result = subprocess.run([PROGRAM, "credits", "audit"], env=self.environment, capture_output=True, text=True)
        return "" if result.returncode == 0 else result.stdout + result.stderr

    @property
    def database(self):
        """Where the private cluster listens: a folder of Unix sockets."""
        return self.data / "database" / "run"

    def memory(self):
        """PSS in bytes of the server with its engines and inspectors, and of its PostgreSQL."""
        postmaster = next(self.data.glob("database/**/postmaster.pid"), None)
        database = int(postmaster.read_text().split()[0]) if postmaster else None
        return processes.memory(self.process.pid), processes.memory(database) if database else 0
