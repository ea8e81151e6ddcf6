"""Clients as careful integrators write them, and the account of what became of everything they asked for."""
import collections
import dataclasses
import hashlib
import http.client
import itertools
import json
import pathlib
import secrets
import threading
import time
import uuid

POSTING = (pathlib.Path(__file__).parents[2] / "samples/postings/senior-data-analyst.txt").read_text()
PATIENCE = 60  # seconds that a request is repeated for before it counts as lost


@dataclasses.dataclass
class Order:
    """One thing that is asked for, until it is answered. With an Idempotency-Key where it makes something."""
    path: str
    body: dict = None
    key: str = None
    attempts: int = 0
    answered: bool = False
    generation: str = None
    sha256: str = None
    # What ended it other than a 200.
    failure: str = None


def resume(body=None):
    """An order of a resume, unlike any other."""
    key = uuid.uuid4().hex
    return Order("/v1/resumes/generate", body or {"job_description": f"{POSTING}\nReference {key[:8]}."}, key)


class Account:
    """A user with credits and a live key."""
    numbers = itertools.count(1)

    def __init__(self, service, profile, credits):
        # Several programs may work on one database.
        self.email = f"client{next(self.numbers)}-{secrets.token_hex(3)}@example.com"
        service.command("user", "add", self.email)
        service.command("profile", "import", self.email, str(profile))
        service.command("credits", "grant", self.email, str(credits))
        self.key = service.command("key", "create", self.email)

    def debits(self, sql):
        """The generations that were paid for, once for each time."""
        return [row[0] for row in sql(
            "SELECT e.generation_id FROM kongresume.credit_entries e JOIN kongresume.users u ON u.id = e.user_id "
            f"WHERE u.email = '{self.email}' AND e.kind = 'spend'")]


def send(address, order, account):
    """One attempt: (the status, or None where no whole answer came; what to call it; seconds to wait before another)."""
    order.attempts += 1
    try:
        status, headers, answer = address.call(
            "POST" if order.body else "GET", order.path, order.body, account.key,
            {"Idempotency-Key": order.key} if order.key else {})
    except (OSError, http.client.HTTPException) as error:
        return None, type(getattr(error, "reason", error)).__name__, 0.2
    if status == 200:
        order.answered = True
        order.generation, order.sha256 = headers["X-Generation-Id"], hashlib.sha256(answer).hexdigest()
        return status, "ok", 0
    try:
        name = json.loads(answer)["code"]
    except (ValueError, KeyError, TypeError):
        name = f"HTTP {status}"
    return status, name, min(float(headers["Retry-After"] or 0.2), 1)


class Clients:
    """Threads, each of which asks for one resume after another; a 409, 429, 5xx or a lost connection is tried again."""

    def __init__(self, address, account, count=4, pause=0.05):
        self.address, self.account, self.pause = address, account, pause
        self.orders, self.refusals = [], collections.Counter()
        self._stop = threading.Event()
        self._threads = [threading.Thread(target=self._run, daemon=True) for _ in range(count)]

    def start(self):
        for thread in self._threads:
            thread.start()
        return self

    def stop(self):
        """Lets every client finish what it has begun."""
        self._stop.set()
        for thread in self._threads:
            thread.join()

    def back_after(self, moment):
        """Seconds from then until the answer to a resume that is asked for now; None if there is none."""
        order = resume()
        self.orders.append(order)
        self.finish(order)
        return time.monotonic() - moment if order.answered else None

    def _run(self):
        while not self._stop.is_set():
            order = self.next_order()
            self.orders.append(order)
            self.finish(order)
            self._stop.wait(self.pause)

    def next_order(self):
        return resume()

    def finish(self, order):
        """Asks until there is an answer that is final, or patience ends."""
        begin = time.monotonic()
        while True:
            status, name, wait = send(self.address, order, self.account)
            if status == 200:
                return
            self.refusals[name] += 1
            if status is not None and status < 500 and status not in (409, 429):
                order.failure = name
                return
            if time.monotonic() - begin > PATIENCE:
                order.failure = f"{name}, for {PATIENCE} s"
                return
            time.sleep(wait)


@dataclasses.dataclass
class Audit:
    """What became of a number of orders."""
    sent: int
    answered: int
    refused: int
    # Sentences, each about one order.
    lost: list
    # Debits that stand against no answer, and answers without a debit.
    double: list


def audit(orders, refused, account, service, sql):
    """Holds what clients were told against what the server has: every answer has its record, its PDF and one debit."""
    answered = [order for order in orders if order.answered]
    lost = [f"{order.path} {order.key}: {order.failure}" for order in orders if not order.answered]
    kept = dict(sql(
        "SELECT g.id, encode(sha256(p.bytes), 'hex') FROM kongresume.generations g "
        "JOIN kongresume.pdfs p ON p.generation_id = g.id JOIN kongresume.users u ON u.id = g.user_id "
        f"WHERE g.status = 'completed' AND g.record IS NOT NULL AND u.email = '{account.email}'"))
    made = collections.Counter(order.generation for order in answered if order.key)
    lost += [f"{order.generation}: there is no such record and PDF" for order in answered
             if order.key and kept.get(order.generation) != order.sha256]
    # Those that were repeated until they were answered, once more: the same answer must come.
    for order in [order for order in answered if order.key and order.attempts > 1][:20]:
        again = dataclasses.replace(order, answered=False)
        send(service, again, account)
        if not again.answered or (again.generation, again.sha256) != (order.generation, order.sha256):
            lost.append(f"{order.generation}: the same key is answered otherwise now")
    debits = collections.Counter(account.debits(sql))
    return Audit(len(orders), len(answered), refused, lost,
                 [f"paid for, not answered: {id}" for id in (debits - made)]
                 + [f"answered, not paid for: {id}" for id in (made - debits)])
