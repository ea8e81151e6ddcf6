"""What can break, each as a function that breaks it in a world and returns when the cause is over."""
import contextlib
import email.utils
import http.client
import json
import pathlib
import random
import signal
import struct
import subprocess
import threading
import time

from clients import Clients, audit, resume, send
from cluster import BINARIES


class Skipped(Exception):
    """A fault that cannot be made here, and why."""


FAULTS = {}


def fault(*, private=False, brief=False):
    """`private`: done to a server over its own cluster. `brief`: over in seconds, and so fit for the soak.

    What the function returns are complaints, if it has any."""
    def enter(function):
        FAULTS[function.__name__] = function
        function.private, function.brief = private, brief
        return function
    return enter


# The server and its processes.

@fault(brief=True)
def server_killed(world):
    """kill -9 of the server, three times, each followed by a start."""
    for pause in (0.7, 1.13, 0):
        world.kill_server()
        time.sleep(pause)


@fault(private=True)
def server_killed_private(world):
    """The same over its own cluster, which outlives it, five times at different moments of a request."""
    for pause in (0.513, 0.727, 0.991, 1.303, 0):
        world.kill_server()
        time.sleep(pause)


@fault(private=True)
def postgres_killed_private(world):
    """kill -9 of the private cluster's postmaster: nobody but the server can start it again."""
    world.kill([world.private_postmaster()])


@fault(brief=True)
def engine_killed(world):
    """kill -9 of the warm engines, three times."""
    for pause in (0.4, 0.7, 0):
        world.kill(world.parents("pdftex"))
        time.sleep(pause)


@fault(brief=True)
def engine_child_killed(world):
    """kill -9 of forked engines, waiting or at work, forty times."""
    for _ in range(40):
        world.kill_some(world.offspring("pdftex"))
        time.sleep(0.05)


@fault(brief=True)
def inspector_killed(world):
    """kill -9 of the warm inspectors, three times."""
    for pause in (0.4, 0.7, 0):
        world.kill(world.parents("pdf-inspector"))
        time.sleep(pause)


@fault(brief=True)
def inspector_child_killed(world):
    """kill -9 of forked inspectors, waiting or at work, forty times."""
    for _ in range(40):
        world.kill_some(world.offspring("pdf-inspector"))
        time.sleep(0.05)


@fault(brief=True)
def engine_frozen(world):
    """SIGSTOP of every engine for three seconds."""
    engines = world.parents("pdftex") + world.offspring("pdftex")
    world.kill(engines, signal.SIGSTOP)
    time.sleep(3)
    world.kill(engines, signal.SIGCONT)


@fault()
def engine_hung(world):
    """SIGSTOP of every engine for good: the server must notice, and start others."""
    world.kill(world.parents("pdftex") + world.offspring("pdftex"), signal.SIGSTOP)


@fault()
def inspector_hung(world):
    """SIGSTOP of every inspector for good."""
    world.kill(world.parents("pdf-inspector") + world.offspring("pdf-inspector"), signal.SIGSTOP)


@fault()
def clients_vanish(world):
    """Forty requests whose clients hang up at any moment, and ask again with the same key."""
    clients, orders = Clients(world.service, world.account()), [resume() for _ in range(40)]
    for order in orders:
        begin_and_hang_up(world.service, order, clients.account, random.uniform(0, 0.08))
        clients.finish(order)
    result = audit(orders, 0, clients.account, world.service, world.sql)
    print(f"    {result.answered} of {result.sent} answered, after " + (", ".join(
        f"{name} {count} times" for name, count in clients.refusals.items()) or "no refusal"))
    return result.lost + result.double


def begin_and_hang_up(address, order, account, seconds):
    body = json.dumps(order.body).encode()
    connection = http.client.HTTPConnection(address.base.removeprefix("http://"), timeout=10)
    connection.request("POST", order.path, body, {
        "Authorization": f"Bearer {account.key}", "Content-Type": "application/json", "Idempotency-Key": order.key})
    time.sleep(seconds)
    connection.close()


@fault()
def stopped_by_sigterm(world, restart=lambda: None):
    """SIGTERM under load: what was let in is answered, the server ends with 0; then it is started again."""
    begin = time.monotonic()
    world.service.process.terminate()
    try:
        status = world.service.process.wait(40)
    except subprocess.TimeoutExpired:
        world.service.process.kill()
        world.service.process.wait()
        status = "none within 40 s"
    print(f"    SIGTERM: exit status {status} after {time.monotonic() - begin:.2f} s")
    restart()
    world.service.start()
    return [] if status == 0 else [f"the exit status after SIGTERM is {status}"]


# PostgreSQL.

@fault(brief=True)
def postgres_restarted_fast(world):
    """As by an upgrade: connections are cut, and new ones refused for a moment."""
    world.cluster.restart("fast")


@fault(brief=True)
def postgres_restarted_immediate(world):
    """As a crash: recovery from its log."""
    world.cluster.restart("immediate")


@fault()
def postgres_killed(world):
    """kill -9 of the postmaster and all its processes, then a start."""
    world.kill(world.cluster.processes())
    time.sleep(1)
    world.cluster.start()


TERMINATE = "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename = 'app'"


@fault(brief=True)
def connections_terminated(world):
    """Every connection of the server's is cut, about every tenth of a second, for four seconds."""
    cut, end = 0, time.monotonic() + 4
    while time.monotonic() < end:
        cut += int(world.cluster.sql(TERMINATE)[0][0])
        time.sleep(0.1)
    print(f"    {cut} connections cut")


@fault()
def commit_answer_lost(world):
    """Connections are cut in COMMIT, after it took place and before that is said: PostgreSQL is made to wait there, for a
    standby that does not exist."""
    world.cluster.sql("ALTER SYSTEM SET synchronous_standby_names = 'nobody'")
    world.cluster.sql("SELECT pg_reload_conf()")
    cut, end = 0, time.monotonic() + 4
    while time.monotonic() < end:
        cut += int(world.cluster.sql(f"{TERMINATE} AND wait_event = 'SyncRep'")[0][0])
        time.sleep(0.05)
    world.cluster.sql("ALTER SYSTEM RESET synchronous_standby_names")
    world.cluster.sql("SELECT pg_reload_conf()")
    world.cluster.sql(f"{TERMINATE} AND wait_event = 'SyncRep'")
    print(f"    {cut} COMMITs cut")
    return [] if cut else ["no COMMIT was caught"]


@fault(brief=True)
def postgres_frozen(world):
    """SIGSTOP of all of PostgreSQL for eight seconds. /healthz answers meanwhile."""
    frozen = world.cluster.processes()
    world.kill(frozen, signal.SIGSTOP)
    told, begin = {}, time.monotonic()

    def ask(path):
        told[path] = f"{world.service.call('GET', path)[0]} after {time.monotonic() - begin:.2f} s"

    threads = [threading.Thread(target=ask, args=[path]) for path in ("/healthz", "/readyz")]
    for thread in threads:
        thread.start()
    time.sleep(8)
    in_time = dict(told)
    world.kill(frozen, signal.SIGCONT)
    for thread in threads:
        thread.join()
    print(f"    {told}")
    return [] if "/healthz" in in_time else ["/healthz did not answer while PostgreSQL was frozen"]


@fault()
def stopped_while_postgres_frozen(world):
    """SIGTERM while PostgreSQL does not answer: the server ends all the same, within what its unit waits for."""
    frozen = world.cluster.processes()
    world.kill(frozen, signal.SIGSTOP)
    time.sleep(1)
    try:
        return stopped_by_sigterm(world, restart=lambda: world.kill(frozen, signal.SIGCONT))
    finally:
        world.kill(frozen, signal.SIGCONT)


@fault()
def connections_exhausted(world):
    """Others hold every connection that PostgreSQL gives, for five seconds; the server's are cut until then."""
    command = [str(BINARIES / "psql"), "-qX", "-d", f"{world.cluster.address} application_name=glutton",
               "-c", "SELECT pg_sleep(60)"]
    # Three are kept for superusers.
    most = int(world.cluster.sql("SHOW max_connections")[0][0]) - 3
    gluttons, held, end = [], 0, time.monotonic() + 20
    while held < most and time.monotonic() < end:
        gluttons = [one for one in gluttons if one.poll() is None]
        gluttons += [subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                     for _ in range(most - len(gluttons))]
        world.cluster.sql(f"{TERMINATE} AND application_name = 'kongresume'")
        held = int(world.cluster.sql("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'glutton'")[0][0])
    time.sleep(5)
    print(f"    {held} of {most} connections held by others")
    for glutton in gluttons:
        glutton.kill()
        glutton.wait()
    # A query does not end because its client has.
    world.cluster.sql(f"{TERMINATE} AND application_name = 'glutton'")
    return [] if held == most else ["not every connection was taken"]


# Disks, time, names.

@fault()
def database_disk_full(world):
    """No space below PostgreSQL for four seconds. Where that ends it, it is started again once there is space."""
    if world.database_disk.refusal:
        raise Skipped(world.database_disk.refusal)
    world.database_disk.fill()
    time.sleep(4)
    world.database_disk.free()
    time.sleep(1)
    with contextlib.suppress(subprocess.CalledProcessError):
        world.cluster.sql("SELECT 1") if world.cluster.postmaster else world.cluster.start()


@fault()
def work_disk_full(world):
    """No space below the data directory, where the log goes too, for four seconds."""
    if world.work_disk.refusal:
        raise Skipped(world.work_disk.refusal)
    world.work_disk.fill()
    time.sleep(4)
    world.work_disk.free()


@fault()
def clock_set(world):
    """The clock of server and PostgreSQL an hour on, and after three seconds an hour back."""
    library, offset = world.folder / "clock.so", world.folder / "offset"
    offset.write_bytes(struct.pack("q", 0))
    try:
        source = pathlib.Path(__file__).with_name("clock.c")
        subprocess.run(["cc", "-shared", "-fPIC", "-O2", "-o", library, source, "-ldl"], check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise Skipped(f"no C compiler: {error}") from error
    restart(world, {"LD_PRELOAD": str(library), "CLOCK_OFFSET_FILE": str(offset)})
    time.sleep(2)
    complaints = []
    for seconds in (3600, 0):
        with open(offset, "r+b") as file:
            file.write(struct.pack("q", seconds))
        time.sleep(3)
        database = int(world.cluster.sql("SELECT extract(epoch FROM now())::bigint")[0][0]) - time.time()
        date = email.utils.parsedate_to_datetime(world.service.call("GET", "/healthz")[1]["Date"])
        server = date.timestamp() - time.time()
        print(f"    {database:+.0f} s off by PostgreSQL's clock, {server:+.0f} s by the server's")
        if abs(database - seconds) > 60 or abs(server - seconds) > 60:
            complaints.append("the clock was not set")
    restart(world, {})
    return complaints


def restart(world, environment):
    """The whole, in order, with another environment."""
    world.service.process.terminate()
    world.service.process.wait()
    world.cluster.restart("fast", environment)
    world.service.start(environment)


@fault()
def dns_dead(world):
    """A posting's host cannot be resolved: a clear error, no debit; what needs no name goes on."""
    world.service.process.terminate()
    world.service.process.wait()
    world.service.start(LINKEDIN_URL="https://postings.invalid")
    account, complaints = world.account(), []
    begin = time.monotonic()
    order = resume({"linkedin_job_url": "https://www.linkedin.com/jobs/view/4012345678"})
    status, name, _ = send(world.service, order, account)
    print(f"    by URL: {status} {name} after {time.monotonic() - begin:.2f} s")
    if name != "provider_failed":
        complaints.append(f"a posting whose host has no address is answered with {status} {name}")
    if account.debits(world.sql):
        complaints.append("and was charged for")
    world.service.process.terminate()
    world.service.process.wait()
    world.service.start()
    return complaints
