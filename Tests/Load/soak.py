"""Twenty minutes of everything at once, at 70 % of what the server can do, with a fault every twenty seconds.

    python3 Tests/Load/soak.py [--minutes 20] [--seed 8]

Generates with Idempotency-Keys and a live key, renders, lists, reads and verifies. Afterwards every request must have been
answered, every resume be there and paid for once, and the server hold what it held at the start. Exits with 1 otherwise.
"""
import argparse
import collections
import json
import random
import sys
import threading
import time

import documents
import processes
from causes import FAULTS, Skipped
from clients import Clients, Order, audit, resume
from world import PROFILE, World

SHARE = 0.7
# What is asked for, and how often of a hundred times.
MIX = {"generate": 40, "render": 20, "list": 15, "pdf": 15, "verify": 10}


class Visitors(Clients):
    """Four clients that ask for this and that, together `rate` times a second; None: as fast as they are answered."""

    def __init__(self, address, account, rate=None):
        super().__init__(address, account, pause=0)
        self._rate, self._lock, self._due = rate, threading.Lock(), time.monotonic()
        self._resume = documents.marked(json.loads(PROFILE.read_text()))
        self._made = collections.deque(maxlen=50)

    def next_order(self):
        self._wait()
        kind = random.choices(list(MIX), MIX.values())[0]
        if kind == "generate" or not self._made:
            return resume()
        generation = random.choice(self._made)
        template = random.choice(["template1", "template2", "template3"])
        return {
            "render": Order("/v1/resumes/render", {"resume": self._resume, "template_id": template}),
            "list": Order("/v1/resumes"),
            "pdf": Order(f"/v1/resumes/{generation}/pdf"),
            "verify": Order("/v1/ats/verify", {"generation_id": generation}),
        }[kind]

    def finish(self, order):
        super().finish(order)
        if order.generation and order.key:
            self._made.append(order.generation)

    def _wait(self):
        """For the turn that is due. Turns that pass while nobody is free are not made up for: load must not pile up."""
        if not self._rate:
            return
        with self._lock:
            self._due = max(self._due + 1 / self._rate, time.monotonic() - 1)
            due = self._due
        self._stop.wait(max(0, due - time.monotonic()))


def capacity(world, seconds=10):
    """Requests a second of this mix that four clients get answered, one after another."""
    visitors = Visitors(world.service, world.account()).start()
    time.sleep(seconds)
    visitors.stop()
    return sum(order.answered for order in visitors.orders) / seconds


def figures(world):
    descriptors, database, count = world.footprint()
    return {
        "server, engines, inspectors: PSS, MB": round(processes.memory(world.server) / 1e6, 1),
        "PostgreSQL: PSS, MB": round(processes.memory(world.cluster.postmaster) / 1e6, 1),
        "descriptors of the server": descriptors,
        "its connections to the database": database,
        "processes it has started": count,
    }


def make_faults(world, minutes, dice):
    """All faults in an order by chance, again and again until the time is over; returns how often each was made."""
    begin, made, deck = time.monotonic(), collections.Counter(), []
    end = begin + minutes * 60
    while (pause := dice.uniform(15, 25)) and time.monotonic() + pause + 15 < end:
        time.sleep(pause)
        if not deck:
            deck = [function for function in FAULTS.values() if function.brief]
            dice.shuffle(deck)
        function = deck.pop()
        # In the second half one server runs to the end, so that what it loses would show.
        if function.__name__ == "server_killed" and time.monotonic() > begin + minutes * 30:
            continue
        print(f"  {time.monotonic() - begin:5.0f} s  {function.__name__}", flush=True)
        try:
            for complaint in function(world) or []:
                print(f"           {complaint}")
            made[function.__name__] += 1
        except Skipped as reason:
            print(f"           skipped: {reason}")
    time.sleep(max(0, end - time.monotonic()))
    return made


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=20)
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 32))
    arguments = parser.parse_args()
    processes.adopt_orphans()
    with World() as world:
        world.warm_up()
        rate = capacity(world)
        print(f"{rate:.0f} requests a second answered; {SHARE * rate:.0f} a second for {arguments.minutes:g} minutes, "
              f"seed {arguments.seed}", flush=True)
        before, at_start = world.settle(world.footprint())[0], figures(world)
        visitors = Visitors(world.service, world.account(10_000_000), SHARE * rate).start()
        made = make_faults(world, arguments.minutes, random.Random(arguments.seed))
        visitors.stop()
        result = audit(visitors.orders, sum(visitors.refusals.values()), visitors.account, world.service, world.sql)
        complaints = result.lost + result.double + world.orphans()
        if found := world.service.audit_credits():
            complaints.append(f"credits audit: {found}")
        after, fits = world.settle(before)
        if not fits:
            complaints.append(f"descriptors, connections, processes before {before}, after {after}")
        at_end = figures(world)
    print(f"\n{sum(made.values())} faults: "
          + ", ".join(f"{name} {count} times" for name, count in sorted(made.items())))
    print("\n| | start | end |\n|---|---|---|")
    for name, value in at_start.items():
        print(f"| {name} | {value} | {at_end[name]} |")
    print("\n| asked for | requests | answered |\n|---|---|---|")
    kinds = collections.defaultdict(list)
    for order in visitors.orders:
        kinds[order.path if "/gen_" not in order.path else "/v1/resumes/{id}/pdf"].append(order.answered)
    for kind, answers in sorted(kinds.items()):
        print(f"| {kind} | {len(answers)} | {sum(answers)} |")
    print(f"\nrefused and asked again: {dict(visitors.refusals)}; "
          f"lost {len(result.lost)}, double-charged {len(result.double)}, credits audit {'not clean' if found else 'clean'}")
    for complaint in complaints[:20]:
        print(f"  - {complaint}")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
