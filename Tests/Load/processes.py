"""Processes as /proc shows them: who started whom, what they hold, and who was left behind."""
import collections
import contextlib
import ctypes
import os
import pathlib
import threading
import time

PROC = pathlib.Path("/proc")
PR_SET_CHILD_SUBREAPER = 36  # prctl(2)


def stat(pid):
    """(parent, state) of a process; None when it is gone."""
    with contextlib.suppress(OSError):
        text = (PROC / str(pid) / "stat").read_text()
        state, parent = text[text.rindex(")") + 2:].split()[:2]
        return int(parent), state
    return None


def children():
    """{parent: [child]} of all processes that run; those that ended and wait to be reaped are left out."""
    found = collections.defaultdict(list)
    for entry in PROC.glob("[0-9]*"):
        seen = stat(entry.name)
        if seen and seen[1] != "Z":
            found[seen[0]].append(int(entry.name))
    return found


def descendants(root):
    """All that a process started, and what they started."""
    known, found, todo = children(), [], [root]
    while todo:
        begun = known[todo.pop()]
        found += begun
        todo += begun
    return found


def command_line(pid):
    with contextlib.suppress(OSError):
        return (PROC / str(pid) / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace").strip()
    return ""


def adopt_orphans():
    """From now on, whatever loses its parent among our descendants becomes a child of ours, and so is seen."""
    if ctypes.CDLL(None, use_errno=True).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "prctl(PR_SET_CHILD_SUBREAPER)")
    threading.Thread(target=reap_postmasters, daemon=True).start()


def reap_postmasters():
    """As init does: PostgreSQL takes a dead postmaster that nobody has reaped for one that runs."""
    while True:
        for entry in PROC.glob("[0-9]*"):
            if stat(entry.name) == (os.getpid(), "Z"):
                with contextlib.suppress(OSError):
                    # Nothing else of that name is a child of ours from the start.
                    if (entry / "comm").read_text() == "postgres\n":
                        os.waitpid(int(entry.name), os.WNOHANG)
        time.sleep(0.1)


def orphans(known):
    """Children of ours that run and that we did not start. Reaps those that ended."""
    left = []
    for entry in PROC.glob("[0-9]*"):
        pid, seen = int(entry.name), stat(entry.name)
        if not seen or seen[0] != os.getpid() or pid in known:
            continue
        if seen[1] == "Z":
            with contextlib.suppress(ChildProcessError):
                os.waitpid(pid, os.WNOHANG)
        else:
            left.append(pid)
    return left


def descriptors(pid, database_port=None):
    """What a process has open, by kind; a TCP connection to `database_port` is of the kind `database`."""
    remote = {}
    for name in ("tcp", "tcp6"):
        with contextlib.suppress(OSError):
            for line in (PROC / str(pid) / "net" / name).read_text().splitlines()[1:]:
                fields = line.split()
                remote[fields[9]] = int(fields[2].rpartition(":")[2], 16)
    kinds = collections.Counter()
    for entry in (PROC / str(pid) / "fd").iterdir():
        with contextlib.suppress(OSError):
            target = os.readlink(entry)
            kind = target.split(":[")[0] if ":[" in target else target
            if kind == "anon_inode":
                kind = target
            if kind == "socket" and database_port and remote.get(target[8:-1]) == database_port:
                kind = "database"
            kinds["file" if kind.startswith("/") and "memfd" not in kind else kind] += 1
    return kinds


def memory(root):
    """PSS in bytes of a process and all that it started."""
    return sum(pss(pid) for pid in [root, *descendants(root)])


def pss(pid):
    with contextlib.suppress(OSError):
        for line in (PROC / str(pid) / "smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    return 0
