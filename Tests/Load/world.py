"""A server, its PostgreSQL and its disks: what faults are done to, and what is looked at afterwards."""
import contextlib
import os
import pathlib
import random
import shutil
import signal
import subprocess
import tempfile
import time

import processes
from clients import Account, Clients, audit
from cluster import Cluster, Disk
from service import ROOT, Service

PROFILE = ROOT / "samples/profiles/data-analyst.json"
DATABASE_CONNECTIONS = 8


class World:
    """As a context manager. `is_private`: over the server's own cluster; else over one that is named to it. `has_disks`: on
    small disks of their own, where they can be had."""

    def __init__(self, is_private=False, has_disks=False):
        self.is_private, self.has_disks = is_private, has_disks
        self.signalled = 0
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="kongresume-load-", dir="/tmp"))
        os.chmod(self.folder, 0o755)

    def __enter__(self):
        with contextlib.ExitStack() as stack:
            stack.callback(shutil.rmtree, self.folder, ignore_errors=True)
            settings = {"DATABASE_CONNECTIONS": DATABASE_CONNECTIONS}
            work, database = self.folder / "work", self.folder / "disk"
            for folder in (work, database):
                folder.mkdir()
            if self.has_disks:
                self.work_disk = stack.enter_context(Disk(work, 120))
                self.database_disk = stack.enter_context(Disk(database, 500))
            if not self.is_private:
                self.cluster = stack.enter_context(Cluster(database / "database"))
                settings["DATABASE_URL"] = self.cluster.address
            self.service = stack.enter_context(Service(PROFILE, work, **settings))
            self._stack = stack.pop_all()
        return self

    def __exit__(self, *_):
        self._stack.close()

    # What is there.

    @property
    def server(self):
        return self.service.process.pid

    def parents(self, name):
        """The warm programs: engines (`pdftex`, `xetex`) or inspectors (`pdf-inspector`)."""
        return [pid for pid in processes.children()[self.server] if name in processes.command_line(pid).split(" ")[0]]

    def offspring(self, name):
        """What those have forked: one document each."""
        known = processes.children()
        return [child for parent in self.parents(name) for child in known[parent]]

    def private_postmaster(self):
        return int((self.service.data / "database/data/postmaster.pid").read_text().split()[0])

    def sql(self, text):
        if not self.is_private:
            return self.cluster.sql(text)
        result = subprocess.run(
            ["psql", "-qXAt", "-h", self.service.database, "-U", "kongresume", "-d", "postgres", "-c", text],
            capture_output=True, text=True, check=True)
        return [line.split("|") for line in result.stdout.splitlines()]

    # What is done to it.

    def kill(self, pids, number=signal.SIGKILL):
        """Signals those that are still there; `signalled` counts them."""
        for pid in pids:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, number)
                self.signalled += 1

    def kill_some(self, pids):
        """Kills one of them, whichever; nothing where there is none."""
        if pids:
            self.kill([random.choice(pids)])

    def kill_server(self):
        """kill -9, and started again, as systemd does."""
        self.kill([self.server])
        self.service.process.wait()
        self.service.start()

    def recover(self):
        """What an operator does when all else has failed: everything is started again."""
        if not self.is_private and not self.cluster.postmaster:
            self.cluster.start()
        self.kill_server()

    # What is looked at afterwards.

    def footprint(self):
        """(descriptors without those to the database, those to the database, processes) of the server."""
        kinds = processes.descriptors(self.server, None if self.is_private else self.cluster.port)
        database = kinds.pop("database", 0)
        return sum(kinds.values()), database, len(processes.descendants(self.server))

    def settle(self, before, seconds=20):
        """The footprint, once it is no larger than it was, or is not going to be."""
        end = time.monotonic() + seconds
        # Those to a private cluster cannot be told from other sockets.
        slack = DATABASE_CONNECTIONS if self.is_private else 0
        while True:
            now = self.footprint()
            fits = now[0] <= before[0] + slack and now[1] <= DATABASE_CONNECTIONS and now[2] == before[2]
            if fits or time.monotonic() > end:
                return now, fits
            time.sleep(0.2)

    def known(self):
        """What is meant to be there without a parent of its own."""
        if not self.is_private:
            return {self.server, self.cluster.postmaster}
        with contextlib.suppress(OSError):
            return {self.server, self.private_postmaster()}
        return {self.server}

    def orphans(self, seconds=5):
        """What runs on without its parent."""
        end = time.monotonic() + seconds
        while (left := processes.orphans(self.known())) and time.monotonic() < end:
            time.sleep(0.1)
        return [f"{pid} {processes.command_line(pid)[:100]}" for pid in left]

    def account(self, credits=100_000):
        return Account(self.service, PROFILE, credits)

    def warm_up(self):
        """A second of load, after which nothing is opened for the first time any more."""
        clients = Clients(self.service, self.account(), pause=0).start()
        time.sleep(1)
        clients.stop()
        audit(clients.orders, 0, clients.account, self.service, self.sql)
        time.sleep(1)
        return self.footprint()
