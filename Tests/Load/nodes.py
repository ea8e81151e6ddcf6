"""Two servers on one database: what one knows, the other does.

    python3 Tests/Load/nodes.py

Two real servers, a real PgBouncer in transaction mode before a real PostgreSQL, a real nginx before the servers. Needs the
release build and Debian's postgresql, pgbouncer and nginx. Prints a table; exits with 1 if anything was not as it must be.
"""
import collections
import concurrent.futures
import contextlib
import dataclasses
import json
import os
import pathlib
import shutil
import sys
import tempfile
import time

import processes
from clients import Account, Clients, audit, resume, send
from cluster import Cluster
from front import Pooler, Proxy
from service import Service
from world import PROFILE

WITHIN = 1.0  # seconds in which a revoked key is refused everywhere (docs/operations.md)
QUOTA = 20


class Nodes:
    """As a context manager: the servers, and what stands before and behind them."""

    def __enter__(self):
        with contextlib.ExitStack() as stack:
            self.folder = pathlib.Path(tempfile.mkdtemp(prefix="kongresume-load-", dir="/tmp"))
            stack.callback(shutil.rmtree, self.folder, ignore_errors=True)
            os.chmod(self.folder, 0o755)
            self.cluster = stack.enter_context(Cluster(self.folder / "database"))
            self.pooler = stack.enter_context(Pooler(self.folder / "pooler", self.cluster))
            self.servers = []
            for name, profile in (("first", PROFILE), ("second", None)):
                (self.folder / name).mkdir()
                self.servers.append(stack.enter_context(
                    Service(profile, self.folder / name, DATABASE_URL=self.pooler.address)))
            self.proxy = stack.enter_context(
                Proxy(self.folder / "proxy", [server.port for server in self.servers], self.servers[0].key))
            self._stack = stack.pop_all()
        return self

    def __exit__(self, *_):
        self._stack.close()

    def account(self, credits=10_000):
        return Account(self.servers[0], PROFILE, credits)


def at_once(calls):
    """Runs them all on threads that start together; their results."""
    with concurrent.futures.ThreadPoolExecutor(len(calls)) as pool:
        return [future.result() for future in [pool.submit(call) for call in calls]]


# Each returns (what was seen, complaints).

def history(nodes):
    """What one made, the other lists, pages and gives."""
    first, second = nodes.servers
    account, complaints = nodes.account(), []
    orders = [resume() for _ in range(5)]
    for order in orders:
        send(first, order, account)
    page = json.loads(first.call("GET", "/v1/resumes?limit=2", None, account.key)[2])
    rest = json.loads(second.call("GET", f"/v1/resumes?limit=100&cursor={page['next_cursor']}", None, account.key)[2])
    listed = [item["id"] for item in page["items"] + rest["items"]]
    if listed != [order.generation for order in reversed(orders)]:
        complaints.append(f"listed over both: {listed}")
    result = audit(orders, 0, account, second, nodes.cluster.sql)
    return f"{len(listed)} resumes, a cursor of the one used at the other", complaints + result.lost + result.double


def same_key(nodes):
    """One Idempotency-Key at both at once: one execution, one debit, the same bytes."""
    account, complaints, refused = nodes.account(), [], collections.Counter()
    orders = []
    for _ in range(50):
        first = resume()
        second = dataclasses.replace(first)
        clients = [Clients(server, account) for server in nodes.servers]
        at_once([lambda one=one, order=order: one.finish(order) for one, order in zip(clients, (first, second))])
        for one in clients:
            refused += one.refusals
        if not first.answered or (first.generation, first.sha256) != (second.generation, second.sha256):
            complaints.append(f"{first.key}: {first.generation} and {second.generation}, "
                              f"{first.failure or second.failure}")
        orders.append(first)
    result = audit(orders, 0, account, nodes.servers[1], nodes.cluster.sql)
    debits = len(account.debits(nodes.cluster.sql))
    return (f"50 keys sent to both: {result.answered} made, {debits} debits, "
            f"{refused['idempotency_in_flight']} times 409 first",
            complaints + result.lost + result.double)


def credits(nodes):
    """Twenty credits, forty requests over both at once."""
    account, orders = nodes.account(20), [resume() for _ in range(40)]
    clients = [Clients(server, account) for server in nodes.servers]

    def half(client, share):
        for order in share:
            client.finish(order)

    at_once([lambda client=clients[number % 2], share=orders[number::4]: half(client, share) for number in range(4)])
    answered = [order for order in orders if order.answered]
    refused = [order for order in orders if order.failure == "no_credits"]
    result = audit(answered, 0, account, nodes.servers[0], nodes.cluster.sql)
    complaints = result.lost + result.double
    if (len(answered), len(refused)) != (20, 20):
        complaints.append(f"{len(answered)} answered, {len(refused)} refused for want of credits")
    return f"{len(answered)} made, {len(refused)} refused with 402", complaints


def revocation(nodes):
    """A key revoked by a command, while both know it well: seconds until each refuses it."""
    account, seen = nodes.account(), []
    for _ in range(5):
        key = nodes.servers[0].command("key", "create", account.email, "--name", "to-revoke")
        for server in nodes.servers:
            for _ in range(20):
                if (status := server.call("GET", "/v1/resumes", None, key)[0]) != 200:
                    return "", [f"a fresh key is answered with {status}"]
        [number] = [line.split()[0] for line in nodes.servers[0].command("key", "list", account.email).splitlines()
                    if "to-revoke" in line and "revoked" not in line]
        nodes.servers[0].command("key", "revoke", number)
        begin = time.monotonic()
        for server in nodes.servers:
            while server.call("GET", "/v1/resumes", None, key)[0] != 401 and time.monotonic() < begin + 10:
                pass
            seen.append(time.monotonic() - begin)
    return f"refused by both within {max(seen):.3f} s of the command's end, the longest of 5", \
        [] if max(seen) <= WITHIN else [f"a revoked key was good for {max(seen):.2f} s"]


def node_killed(nodes):
    """kill -9, then SIGTERM, of one after the other under load, behind nginx."""
    account = nodes.account()
    clients = Clients(nodes.proxy, account).start()
    time.sleep(2)
    statuses = []
    for server, stop in zip(nodes.servers * 2, ("kill", "kill", "terminate", "terminate")):
        getattr(server.process, stop)()
        statuses.append(server.process.wait())
        time.sleep(2)
        server.start()
        time.sleep(2)
    clients.stop()
    result = audit(clients.orders, 0, account, nodes.servers[0], nodes.cluster.sql)
    complaints = result.lost + result.double
    if statuses[2:] != [0, 0]:
        complaints.append(f"exit statuses after SIGTERM: {statuses[2:]}")
    return (f"{result.sent} asked, {result.answered} answered; asked again after "
            f"{dict(clients.refusals) or 'nothing'}"), complaints


def pooler_restarted(nodes):
    """PgBouncer ended and started again under load."""
    account = nodes.account()
    clients = Clients(nodes.proxy, account).start()
    time.sleep(2)
    nodes.pooler.process.terminate()
    nodes.pooler.process.wait()
    time.sleep(1)
    nodes.pooler.start()
    back = clients.back_after(time.monotonic())
    time.sleep(1)
    clients.stop()
    result = audit(clients.orders, 0, account, nodes.servers[0], nodes.cluster.sql)
    return (f"{result.sent} asked, {result.answered} answered, back after {back or -1:.2f} s; "
            f"asked again after {dict(clients.refusals)}",
            result.lost + result.double + ([] if back else ["the service did not come back"]))


def rate_limits(nodes):
    """A quota over both: every server counts for itself, so two let through up to twice as much."""
    for server in nodes.servers:
        server.process.terminate()
        server.process.wait()
        server.start(RATE_LIMIT=f"{QUOTA}/3600")
    account = nodes.account()
    answered = [0, 0]
    for _ in range(3 * QUOTA):
        for number, server in enumerate(nodes.servers):
            answered[number] += server.call("GET", "/v1/resumes", None, account.key)[0] == 200
    complaints = [] if all(QUOTA <= count <= QUOTA + 1 for count in answered) else [f"answered: {answered}"]
    return f"{QUOTA} an hour: {answered[0]} and {answered[1]} answered, {sum(answered)} together", complaints


CASES = [history, same_key, credits, revocation, node_killed, pooler_restarted, rate_limits]


def main():
    processes.adopt_orphans()
    rows, complaints = [], {}
    with Nodes() as nodes:
        for case in CASES:
            print(f"{case.__name__}: {case.__doc__}", flush=True)
            seen, faults = case(nodes)
            found = nodes.servers[0].audit_credits()
            faults += [found] if found else []
            rows.append([case.__name__, seen, "clean" if not found else "not clean", len(faults)])
            if faults:
                complaints[case.__name__] = faults
    print("\n| what | seen | credits audit | not as it must be |\n|---|---|---|---|")
    for row in rows:
        print("| " + " | ".join(map(str, row)) + " |")
    for name, faults in complaints.items():
        print(f"\n{name}:")
        for one in faults[:10]:
            print(f"  - {one}")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
