"""Holds openapi.json against real answers: every operation, with every status that it documents and a client can cause.

Arguments: the server's address, then what the account has (a JSON object: key, reader, poor, suspended, tired, session,
stranger, tired_session, where each is a bearer token). Prints what does not agree, and exits with 1 if anything does not.
"""

import json
import socket
import sys
import uuid

import jsonschema

HOST, PORT = sys.argv[1].split(":")
TOKENS = json.loads(sys.argv[2])
# What a client cannot cause at will: other tests do (deadlines, shedding, races, broken parts).
ELSEWHERE = {"408", "409", "500", "503"}
POSTING = """Senior Data Analyst at Larkspur Foods, Seattle. You turn sales data into decisions. Requirements: five years of
SQL and Python, statistics, dashboards in Tableau or Power BI, and the patience to explain a forecast. Nice to have: dbt."""
RESUME = {"basics": {"name": "Ada Example", "email": "ada@example.com", "phone": "+1 206 555 0100"}}

faults = []
seen = {}


def exchange(head, body=b""):
    """Sends bytes; returns status, header fields with lower-case names, and body."""
    with socket.create_connection((HOST, int(PORT)), timeout=20) as client:
        try:
            client.sendall(head.encode() + body)
        except OSError:
            pass  # Refused before it was sent whole.
        answer = b""
        while b"\r\n\r\n" not in answer:
            part = client.recv(65536)
            if not part:
                raise SystemExit(f"no answer to {head[:80]!r}")
            answer += part
        top, rest = answer.split(b"\r\n\r\n", 1)
        lines = top.decode().split("\r\n")
        fields = {name.lower(): value.strip() for name, value in (line.split(":", 1) for line in lines[1:])}
        length = int(fields.get("content-length", 0)) if lines[0].split()[1] not in ("204", "304") else 0
        while len(rest) < length:
            rest += client.recv(65536)
        return lines[0].split()[1], fields, rest


def resolve(part):
    while "$ref" in part:
        target = CONTRACT
        for name in part["$ref"][2:].split("/"):
            target = target[name]
        part = target
    return part


def check(method, path, status, fields, body):
    """Notes where an answer is not as its operation says."""
    name = f"{method.upper()} {path} {status}"
    operation = CONTRACT["paths"][path][method]
    seen.setdefault((method, path), set()).add(status)
    if status not in operation["responses"]:
        return faults.append(f"{name}: not documented: {body[:200]!r}")
    response = resolve(operation["responses"][status])
    for field, rule in response.get("headers", {}).items():
        rule = resolve(rule)
        if field.lower() in fields:
            value = fields[field.lower()]
            if rule["schema"].get("type") in ("integer", "number"):
                value = float(value)
            validate(f"{name} {field}", value, rule["schema"])
        elif rule.get("required"):
            faults.append(f"{name}: no {field}")
    content = response.get("content", {})
    media = fields.get("content-type", "").split(";")[0]
    if not content:
        if body:
            faults.append(f"{name}: a body where none is documented")
    elif media not in content:
        faults.append(f"{name}: {media} is not documented")
    elif media.endswith("json"):
        validate(name, json.loads(body), content[media]["schema"])


def validate(name, value, schema):
    """2020-12 is the dialect of OpenAPI 3.1."""
    whole = {**schema, "components": CONTRACT["components"]}
    for error in jsonschema.Draft202012Validator(whole).iter_errors(value):
        faults.append(f"{name}: {error.json_path}: {error.message[:200]}")


def call(method, path, token=None, body=None, query="", raw=None, ids={}, expect=None, **headers):
    """A request as it should be, but for what the caller changes."""
    target = path
    for key, value in ids.items():
        target = target.replace("{%s}" % key, value)
    lines = [f"{method.upper()} {target}{query} HTTP/1.1", f"Host: {HOST}"]
    if token:
        lines.append(f"Authorization: Bearer {TOKENS[token]}")
    data = raw if raw is not None else json.dumps(body).encode() if body is not None else b""
    if data or method in ("post", "put"):
        lines.append(f"Content-Length: {len(data)}")
        headers.setdefault("Content_Type", "application/json")
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    status, fields, answer = exchange("\r\n".join(lines) + "\r\n\r\n", data)
    check(method, path, status, fields, answer)
    if expect and status != expect:
        faults.append(f"{method.upper()} {path}: {status} and not {expect}: {answer[:200]!r}")
    return fields, answer


_, _, source = exchange(f"GET /openapi.json HTTP/1.1\r\nHost: {HOST}\r\n\r\n")
CONTRACT = json.loads(source)
OPERATIONS = [(method, path) for path, methods in CONTRACT["paths"].items() for method in methods]


def needs(method, path):
    return [next(iter(one)) for one in CONTRACT["paths"][path][method]["security"]]


def everywhere():
    """What any operation can be asked in a wrong way."""
    ids = {"id": "gen_" + "0" * 26}
    for method, path in OPERATIONS:
        target = path.replace("{id}", ids["id"])
        host = f"Host: {HOST}\r\n"
        for status, head in {
            "400": f"{method.upper()} {target} HTTP/1.1\r\n{host}{host}\r\n",
            "405": f"PATCH {target} HTTP/1.1\r\n{host}\r\n",
            "413": f"{method.upper()} {target} HTTP/1.1\r\n{host}Content-Length: 20000000\r\n\r\n",
            "414": f"{method.upper()} {target}?{'x' * 20000} HTTP/1.1\r\n{host}\r\n",
            "431": f"{method.upper()} {target} HTTP/1.1\r\n{host}X: {'x' * 20000}\r\n\r\n",
            "501": f"{method.upper()} {target} HTTP/1.1\r\n{host}Transfer-Encoding: gzip\r\n\r\n",
        }.items():
            found, fields, body = exchange(head)
            check(method, path, found, fields, body)
            if found != status:
                faults.append(f"{method.upper()} {path}: {found} and not {status}")
        if "406" in CONTRACT["paths"][path][method]["responses"]:
            call(method, path, ids=ids, Accept="application/x-nothing", expect="406")
        token = {"key": "key", "session": "session"}.get((needs(method, path) or [None])[0])
        if token:
            call(method, path, ids=ids, expect="401")
            call(method, path, "tired" if token == "key" else "tired_session", ids=ids, expect="429")
            refused = "key" if token == "session" else "reader" if "session" not in needs(method, path) else "suspended"
            call(method, path, refused, ids=ids, expect="403")
        if "requestBody" in CONTRACT["paths"][path][method]:
            call(method, path, token, raw=b"x", Content_Type="text/plain", expect="415")
            call(method, path, token, raw=b"{", expect="422")


def resumes():
    generate, one, pdf = "/v1/resumes/generate", "/v1/resumes/{id}", "/v1/resumes/{id}/pdf"
    order = {"job_description": POSTING}
    call("post", generate, "key", {}, expect="400")
    call("post", generate, "key", {**order, "template_id": "template9"}, expect="400")
    call("post", generate, "poor", order, expect="402")
    key = str(uuid.uuid4())
    made, first = call("post", generate, "key", order, Idempotency_Key=key, expect="200")
    again, second = call("post", generate, "key", order, Idempotency_Key=key, expect="200")
    if first != second or again.get("idempotent-replayed") != "true":
        faults.append("a repeated request got another answer")
    call("post", generate, "key", {**order, "paper": "a4"}, Idempotency_Key=key, expect="422")
    call("post", generate, "key", {**order, "response_format": "json"}, expect="200")
    ids = {"id": made["x-generation-id"]}
    _, page = call("get", "/v1/resumes", "key", query="?limit=1", expect="200")
    call("get", "/v1/resumes", "key", query="?limit=1&cursor=" + json.loads(page)["next_cursor"], expect="200")
    call("get", "/v1/resumes", "session", expect="200")
    call("get", one, "key", ids=ids, expect="200")
    fields, whole = call("get", pdf, "key", ids=ids, expect="200")
    if whole != first:
        faults.append("the stored PDF is not the one that was returned")
    call("get", pdf, "key", ids=ids, If_None_Match=fields["etag"], expect="304")
    call("get", pdf, "key", ids=ids, If_Match='"other"', expect="412")
    _, part = call("get", pdf, "key", ids=ids, Range="bytes=5-14", expect="206")
    if part != whole[5:15]:
        faults.append("a range holds other bytes")
    call("get", pdf, "key", ids=ids, Range=f"bytes={len(whole)}-", expect="416")
    verification(ids["id"], whole)
    for method, path in (("get", one), ("get", pdf), ("delete", one)):
        call(method, path, "stranger", ids=ids, expect="404")
    call("delete", one, "key", ids=ids, expect="204")
    # A key outlives what it made: the answer it stands for is gone.
    call("post", generate, "key", order, Idempotency_Key=key, expect="404")
    render = {"resume": RESUME, "template_id": "template2"}
    call("post", "/v1/resumes/render", "key", render, expect="200")
    call("post", "/v1/resumes/render", "key", {**render, "response_format": "json"}, expect="200")


def verification(generation, pdf):
    verify, order = "/v1/ats/verify", {"generation_id": generation}
    call("post", verify, "key", order, expect="200")
    call("post", verify, "key", {**order, "job_description": POSTING}, Accept="text/html", expect="200")
    call("post", verify, "stranger", order, expect="404")
    for file, status in ((pdf, "200"), (b"no PDF", "422")):
        fields = {"file": file, "job_description": POSTING.encode(), "profile": json.dumps(RESUME).encode()}
        parts = [
            b'--part\r\nContent-Disposition: form-data; name="%s"\r\n\r\n%s\r\n' % (name.encode(), value)
            for name, value in fields.items()
        ]
        form = b"".join(parts) + b"--part--\r\n"
        call("post", verify, "key", raw=form, Content_Type="multipart/form-data; boundary=part", expect=status)


def account():
    fields, document = call("get", "/v1/profile", "key", expect="200")
    call("get", "/v1/profile", "key", If_None_Match=fields["etag"], expect="304")
    call("get", "/v1/profile", "key", If_Match='"other"', expect="412")
    call("get", "/v1/profile", "stranger", expect="404")
    put = {"body": json.loads(document)}
    call("put", "/v1/profile", "key", **put, expect="428")
    call("put", "/v1/profile", "key", **put, If_Match='"other"', expect="412")
    call("put", "/v1/profile", "key", **put, If_Match=fields["etag"], expect="200")
    call("put", "/v1/profile", "stranger", **put, expect="201")
    call("get", "/v1/credits", "key", expect="200")
    call("get", "/v1/keys", "session", expect="200")
    _, made = call("post", "/v1/keys", "session", {"name": "contract", "scopes": ["read"]}, expect="201")
    call("delete", "/v1/keys/{id}", "session", ids={"id": json.loads(made)["id"]}, expect="204")
    call("delete", "/v1/keys/{id}", "session", ids={"id": str(uuid.uuid4())}, expect="404")


def server():
    call("get", "/v1/templates", expect="200")
    preview = "/v1/templates/{id}/preview"
    for path, ids in ((preview, {"id": "template1"}), ("/", {}), ("/docs", {}), ("/openapi.json", {})):
        fields, _ = call("get", path, ids=ids, expect="200")
        call("get", path, ids=ids, If_None_Match=fields["etag"], expect="304")
        call("get", path, ids=ids, If_Match='"other"', expect="412")
    call("get", preview, ids={"id": "template9"}, expect="404")
    for path in ("/healthz", "/readyz", "/metrics"):
        call("get", path, expect="200")


def tire(token):
    """Uses up a bucket of tokens."""
    while True:
        status, _, _ = exchange(
            f"GET /v1/credits HTTP/1.1\r\nHost: {HOST}\r\nAuthorization: Bearer {TOKENS[token]}\r\n\r\n")
        if status == "429":
            return


tire("tired")
tire("tired_session")
for part in (everywhere, resumes, account, server):
    part()
for operation in OPERATIONS:
    documented = set(CONTRACT["paths"][operation[1]][operation[0]]["responses"])
    for status in sorted(documented - seen.get(operation, set()) - ELSEWHERE):
        faults.append(f"{operation[0].upper()} {operation[1]}: no answer was {status}")
print("\n".join(faults) or f"{len(OPERATIONS)} operations, {sum(map(len, seen.values()))} answers: all as documented")
sys.exit(1 if faults else 0)
