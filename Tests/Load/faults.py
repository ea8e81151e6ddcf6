"""What becomes of resumes that are asked for while things break: nothing lost, nothing charged twice, nothing left behind.

    python3 Tests/Load/faults.py [--only server_killed,dns_dead] [--list]

Four clients ask for resumes throughout, each with an Idempotency-Key that it repeats after every
409, 5xx and lost connection. Afterwards every answer is held against the record, the PDF, the ledger and /proc. Needs the
release build, PostgreSQL, and for some faults the right to mount, or a C compiler. Exits with 1 if anything was not as it
must be.
"""
import argparse
import sys
import time

import processes
from causes import FAULTS, Skipped
from clients import Clients, audit
from world import World

COLUMNS = ["fault", "asked", "answered", "refused", "lost", "double-charged", "back after (s)", "audit", "orphans",
           "descriptors", "to the database", "processes"]


def run(function, world, before):
    """One row, and what was not as it must be."""
    account = world.account()
    clients = Clients(world.service, account).start()
    time.sleep(2)
    world.signalled = 0
    complaints = list(function(world) or [])
    over = time.monotonic()
    back = clients.back_after(over)
    time.sleep(2)
    clients.stop()
    if back is None:
        world.recover()
    result = audit(clients.orders, sum(clients.refusals.values()), account, world.service, world.sql)
    found, orphans = world.service.audit_credits(), world.orphans()
    after, fits = world.settle(before)
    complaints += result.lost + result.double + orphans
    if back is None:
        complaints.append("the service did not come back by itself")
    if found:
        complaints.append(f"credits audit: {found}")
    if not fits:
        complaints.append(f"descriptors, connections, processes before {before}, after {after}")
    # Room for the next, and nothing left of this one.
    world.kill(processes.orphans(world.known()))
    world.sql("TRUNCATE kongresume.pdfs")
    row = [function.__name__, result.sent, result.answered, result.refused, len(result.lost), len(result.double),
           "never" if back is None else f"{back:.2f}", "not clean" if found else "clean", len(orphans),
           f"{before[0]} → {after[0]}", f"{before[1]} → {after[1]}", f"{before[2]} → {after[2]}"]
    return row, complaints, clients.refusals


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", help="names, with commas between them")
    parser.add_argument("--list", action="store_true", help="say which faults there are")
    arguments = parser.parse_args()
    if arguments.list:
        for name, function in FAULTS.items():
            print(f"{name}: {function.__doc__}")
        return 0
    wanted = arguments.only.split(",") if arguments.only else list(FAULTS)
    processes.adopt_orphans()
    rows, complaints = [], {}
    for is_private in (False, True):
        chosen = [FAULTS[name] for name in wanted if FAULTS[name].private == is_private]
        if not chosen:
            continue
        with World(is_private, has_disks=not is_private) as world:
            before = world.warm_up()
            for function in chosen:
                print(f"{function.__name__}: {function.__doc__}", flush=True)
                try:
                    row, faults, refusals = run(function, world, before)
                except Skipped as reason:
                    rows.append([function.__name__, f"skipped: {reason}", *[""] * (len(COLUMNS) - 2)])
                    continue
                rows.append(row)
                told = [f"{world.signalled} processes signalled"] if world.signalled else []
                told += [f"{name} {count} times" for name, count in refusals.most_common()]
                print("    " + ", ".join(told or ["no request was refused"]), flush=True)
                if faults:
                    complaints[function.__name__] = faults
    print("\n| " + " | ".join(COLUMNS) + " |\n|" + "---|" * len(COLUMNS))
    for row in rows:
        print("| " + " | ".join(map(str, row)) + " |")
    for name, faults in complaints.items():
        print(f"\n{name}: {len(faults)} not as it must be")
        for one in faults[:10]:
            print(f"  - {one}")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
