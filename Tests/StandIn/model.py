"""Plays a language model behind an endpoint that speaks OpenAI's protocol, on a loopback port, faults included.

usage: model.py KEY [CERTIFICATE CERTIFICATE_KEY]
Prints its port, and then serves until its standard input ends. What it does is set by POST /_play, a JSON object with
`mode`, and for the mode `say` the `lines` of the answer. GET /_heard gives what it was asked since then: how often, and
the last request.
"""
import http.server, json, socket, ssl, struct, sys, threading, time

key = sys.argv[1]
state = {"mode": "echo", "lines": []}
heard = {"count": 0, "faults": [], "last": None}
lock = threading.Lock()


def faults(handler, body):
    """What is wrong with a request."""
    found = []
    if handler.headers.get("Authorization") != "Bearer " + key:
        found.append("authorization")
    if handler.headers.get("Content-Type") != "application/json":
        found.append("content type")
    try:
        request = json.loads(body)
        schema = request["response_format"]["json_schema"]
        if request["response_format"]["type"] != "json_schema" or schema["strict"] is not True:
            found.append("response format")
        lines = schema["schema"]["properties"]["lines"]["items"]
        if lines["additionalProperties"] is not False or sorted(lines["required"]) != ["address", "items", "text"]:
            found.append("schema")
        if [message["role"] for message in request["messages"]] != ["system", "user"]:
            found.append("roles")
        document = json.loads(request["messages"][1]["content"])
        if sorted(document) != ["facts", "language", "lines", "posting"]:
            found.append("fence")
        if {line["address"] for line in document["lines"]} != set(lines["properties"]["address"]["enum"]):
            found.append("addresses")
        if any(ord(c) in range(0xE0000, 0xE0080) or c in "\u200b\u200c\u202e\u2066\u00ad" for c in document["posting"]):
            found.append("hidden characters")
        if not request["model"] or not request["max_tokens"]:
            found.append("limits")
    except (ValueError, KeyError, IndexError, TypeError) as error:
        found.append(repr(error))
    return found


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def answer(self, status, body, **headers):
        body = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", headers.pop("type", "application/json"))
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(body)
        self.close_connection = True

    def do_GET(self):
        if self.path == "/_heard":
            with lock:
                return self.answer(200, heard)
        if self.path == "/v1/models":
            if self.headers.get("Authorization") != "Bearer " + key:
                return self.answer(401, {"error": {"message": "no such key"}})
            return self.answer(200, {"object": "list", "data": [{"id": "oak"}]})
        self.answer(404, {})

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if self.path == "/_play":
            with lock:
                state.clear()
                state.update(json.loads(body))
                heard.update(count=0, faults=[], last=None)
            return self.answer(200, {})
        if self.path != "/v1/chat/completions":
            return self.answer(404, {})
        with lock:
            heard["count"] += 1
            heard["faults"] += faults(self, body)
            heard["last"] = json.loads(body)
            count, mode = heard["count"], state["mode"]
        self.play(mode, count, json.loads(heard["last"]["messages"][1]["content"]))

    def completion(self, content, **choice):
        message = {"role": "assistant", "content": content, "refusal": None}
        message.update(choice.pop("message", {}))
        return {
            "id": "x", "object": "chat.completion", "model": "oak",
            "choices": [{"index": 0, "message": message, "finish_reason": "stop", **choice}],
            "usage": {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2},
        }

    def lines(self, lines, **choice):
        self.answer(200, self.completion(json.dumps({"lines": lines}), **choice))

    def play(self, mode, count, document):
        own = document["lines"]
        if mode == "echo":
            self.lines(own)
        elif mode == "say":
            # `*` stands for every line that it was given.
            said = []
            for line in state["lines"]:
                for address in [o["address"] for o in own] if line["address"] == "*" else [line["address"]]:
                    items = line.get("items")
                    if items is None:
                        items = [i for o in own if o["address"] == address for i in o["items"]]
                    said.append({"address": address, "text": line["text"], "items": items})
            self.lines(said)
        elif mode == "busy twice":
            self.answer(503, {}) if count <= 2 else self.lines(own)
        elif mode == "rate limited once":
            self.answer(429, {}, Retry_After="1") if count <= 1 else self.lines(own)
        elif mode == "truncated JSON":
            self.answer(200, json.dumps(self.completion("{}")).encode()[:-20])
        elif mode == "truncated content":
            self.answer(200, self.completion('{"lines": [{"address": "summary", "te'))
        elif mode == "not JSON":
            self.answer(200, self.completion("Sure! Here is your resume:"))
        elif mode == "wrong schema":
            self.answer(200, self.completion(json.dumps({"lines": [{"address": "summary", "text": 7}]})))
        elif mode == "10 MB":
            self.answer(200, self.completion("x" * (10 << 20)))
        elif mode == "endless":
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            while True:
                self.wfile.write(b" " * 65536)
        elif mode == "NUL":
            self.answer(200, self.completion(json.dumps({"lines": [{**own[0], "text": "a\0b"}]})))
        elif mode == "empty choices":
            self.answer(200, {"choices": []})
        elif mode == "no content":
            self.answer(200, self.completion(None))
        elif mode == "refusal":
            self.answer(200, self.completion(None, message={"refusal": "I will not."}))
        elif mode == "content filter":
            self.lines(own, finish_reason="content_filter")
        elif mode == "finish_reason length":
            self.lines(own, finish_reason="length")
        elif mode == "429, Retry-After 1":
            self.answer(429, {"error": {"message": "slow down"}}, Retry_After="1")
        elif mode == "429, Retry-After 3600":
            self.answer(429, {"error": {"message": "slow down"}}, Retry_After="3600")
        elif mode == "500":
            self.answer(500, {"error": {"message": "it hurts"}})
        elif mode == "401":
            self.answer(401, {"error": {"message": "no such key: " + key}})
        elif mode == "404":
            self.answer(404, {"error": {"message": "no such model"}})
        elif mode == "redirect":
            self.answer(302, {}, Location="http://127.0.0.1:1/v1/chat/completions")
        elif mode == "wrong content type":
            self.answer(200, b"<html>Sign in</html>", type="text/html")
        elif mode == "hang at headers":
            time.sleep(60)
        elif mode == "hang in the body":
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", "1000")
            self.end_headers()
            self.wfile.write(b'{"choices": [')
            self.wfile.flush()
            time.sleep(60)
        elif mode == "connection reset":
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.connection.close()
            self.close_connection = True
        elif mode == "breaks off":
            self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{")
            self.close_connection = True
        elif mode == "no such address":
            self.lines([{"address": "/work/77/highlights/0", "text": "Rowed", "items": []}])
        elif mode == "no such item":
            self.lines([{**own[0], "text": own[0]["text"].rstrip(".") + ".", "items": ["/work/77"]}])
        elif mode == "duplicates":
            self.lines([own[0], {**own[0], "text": "Rowed"}])
        else:
            self.answer(404, {})


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_):
        pass


server = Server(("127.0.0.1", 0), Handler)
if len(sys.argv) > 3:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(sys.argv[2], sys.argv[3])
    server.socket = context.wrap_socket(server.socket, server_side=True)
print(server.server_address[1], flush=True)
threading.Thread(target=server.serve_forever, daemon=True).start()
sys.stdin.read()
