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
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = ROOT / ".build/release/kongresume"
USER = "load@example.com"


class Service:
    """The address, a live key and a test key of a running server. Use as a context manager: it stops what it started."""

    def __init__(self, profile, data=None, **settings):
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
        self._profile = pathlib.Path(profile)

    def __enter__(self):
        self.command("formats", "build")
        self.start()
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

    def start(self):
        """Starts the server; returns the seconds until it was ready."""
        log = self.data / "server.log"
        begin = time.monotonic()
        environment = {**self.environment, "KONGRESUME_LOG_LEVEL": "info"}
        with open(log, "wb") as output:
            self.process = subprocess.Popen(
                [PROGRAM, "serve", "--port", "0"], stderr=output, env=environment)
        while time.monotonic() - begin < 60:
            if self.process.poll() is not None:
                break
            found = re.search(r"address=([0-9.]+:\d+)", log.read_text(errors="replace"))
            if found:
                self.base = f"http://{found[1]}"
                return time.monotonic() - begin
            time.sleep(0.005)
        raise SystemExit(f"The server did not start:\n{log.read_text(errors='replace')}")

    def command(self, *arguments):
        result = subprocess.run([PROGRAM, *arguments], env=self.environment, capture_output=True, text=True)
        if result.returncode:
            raise SystemExit(f"kongresume {' '.join(arguments)}: {result.stderr}")
        return result.stdout.strip()

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

    @property
    def database(self):
        """Where the private cluster listens: a folder of Unix sockets."""
        return self.data / "database" / "run"

    def memory(self):
        """PSS in bytes of the server with its engines and inspectors, and of its PostgreSQL."""
        postmaster = next(self.data.glob("database/**/postmaster.pid"), None)
        database = int(postmaster.read_text().split()[0]) if postmaster else None
        return tree_memory(self.process.pid), tree_memory(database) if database else 0


def tree_memory(root):
    """PSS in bytes of a process and all that it started."""
    children = {}
    for entry in pathlib.Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            text = entry.read_text()
            children.setdefault(int(text[text.rindex(")") + 2:].split()[1]), []).append(int(entry.parent.name))
    total, todo = 0, [root]
    while todo:
        pid = todo.pop()
        total += pss(pid)
        todo += children.get(pid, [])
    return total


def pss(pid):
    with contextlib.suppress(OSError):
        for line in pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    return 0
