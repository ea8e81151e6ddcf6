"""Plays LinkedIn over TLS on a loopback port: pages by the posting's number, faults included.

usage: linkedin.py PAGES CERTIFICATE KEY REDIRECTS [PORT]
Prints its port, and then serves until its standard input ends. /_asked/PATH tells how often a path was asked for, and
/_accepted how many connections were made.
"""
import collections, gzip, http.server, os, socket, ssl, sys, threading, time, urllib.parse

pages, certificate, key, redirects = sys.argv[1:5]
targets = open(redirects, encoding="utf-8").read().splitlines()
asked, lock = collections.Counter(), threading.Lock()


def page(name):
    with open(os.path.join(pages, name + ".html"), "rb") as file:
        return file.read()


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def answer(self, status, body=b"", **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        if "Content_Length" not in headers:
            self.send_header("Content-Length", str(len(body)))
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(body)
        self.close_connection = True

    def redirect(self, target):
        # As bytes, because a hostile target need not be ASCII.
        head = b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\nConnection: close\r\nLocation: "
        self.wfile.write(head + target.encode() + b"\r\n\r\n")
        self.close_connection = True

    def do_GET(self):
        path, _, query = self.path.partition("?")
        with lock:
            if not path.startswith("/_"):
                asked[path] += 1
            count = asked[path]
        if path == "/_accepted":
            return self.answer(200, str(self.server.accepted).encode())
        if path.startswith("/_asked/"):
            return self.answer(200, str(asked[path[len("/_asked"):]]).encode())
        if path == "/go":
            return self.redirect(targets[int(query)])
        if path == "/agent":
            return self.answer(200, self.headers["User-Agent"].encode())
        if path.startswith("/lnkd.in/"):
            target = {
                "good": "https://www.linkedin.com/jobs/view/nurse-at-larch-4000000001?trk=x",
                "twice": "https://lnkd.in/good",
                "loop": "https://lnkd.in/loop",
                "elsewhere": "https://example.com/",
            }.get(path[len("/lnkd.in/"):])
            return self.redirect(target) if target else self.answer(200, b"<html><body>Leaving</body></html>")
        is_fragment = path.startswith("/jobs-guest/")
        number = int(path.rstrip("/").rsplit("/", 1)[-1].rsplit("-", 1)[-1])
        if number >= 4100000000:
            return self.redirect(targets[number - 4100000000])
        self.play(number - 4000000000, is_fragment, query, count)

    def play(self, kind, is_fragment, query, count):
        if kind == 1:  # The fragment has it.
            self.answer(200, page("fragment"))
        elif kind == 2:  # Only the page has it.
            self.answer(404) if is_fragment else self.answer(200, page("full").replace(b"4000000001", b"4000000002"))
        elif kind == 3:  # Busy twice.
            self.answer(503) if count <= 2 else self.answer(200, page("fragment").replace(b"4000000001", b"4000000003"))
        elif kind == 4:
            self.answer(429, Retry_After="0")
        elif kind == 5:
            self.answer(200, page("closed"))
        elif kind == 6:
            self.redirect("/authwall?trk=x&sessionRedirect=y")
        elif kind == 7:
            self.answer(404)
        elif kind == 8:
            self.answer(200, page("captcha"))
        elif kind == 9:  # Twenty redirects to itself.
            hop = int(query or 0) + 1
            self.redirect(f"{self.path.partition('?')[0]}?{hop}") if hop <= 20 else self.answer(200, page("fragment"))
        elif kind == 10:  # A gzip bomb.
            self.answer(200, gzip.compress(b" " * (64 << 20)), Content_Encoding="gzip")
        elif kind == 11:  # Endless.
            self.send_response(200)
            self.end_headers()
            while True:
                self.wfile.write(b"<p>x" * 4096)
        elif kind == 12:  # A byte at a time, until the client leaves.
            self.send_response(200)
            self.end_headers()
            while True:
                self.wfile.write(b"<")
                self.wfile.flush()
                time.sleep(0.2)
        elif kind == 13:
            self.answer(999)
        elif kind == 14:  # Breaks off.
            self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n<html>")
            self.close_connection = True
        elif kind == 15:
            self.answer(200, page("search"))
        elif kind == 16:
            self.redirect("/jobs/nurse-jobs-leeds?trk=expired_jd_redirect")
        elif kind == 17:
            self.answer(200, page("authwall"))
        elif kind == 18:  # Endless headers.
            self.wfile.write(b"HTTP/1.1 200 OK\r\n" + b"X: " + b"y" * 900 + b"\r\n" * 1)
            while True:
                self.wfile.write(b"X: " + b"y" * 900 + b"\r\n")
        elif kind == 19:  # Slow enough that others ask meanwhile.
            time.sleep(0.5)
            self.answer(200, page("fragment").replace(b"4000000001", b"4000000019"))
        elif kind == 20:
            self.redirect("/checkpoint/challenge/abc")
        else:
            self.answer(404)


class Server(http.server.ThreadingHTTPServer):
    address_family = socket.AF_INET6
    daemon_threads = True
    accepted = 0

    def server_bind(self):
        # Every loopback address, IPv4 as well: whatever a trick leads to arrives here.
        self.socket.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)
        super().server_bind()

    def get_request(self):
        connection, address = super().get_request()
        self.accepted += 1
        connection.settimeout(30)
        # The handshake is made by the thread of the connection, so that nobody holds up the others.
        return context.wrap_socket(connection, server_side=True, do_handshake_on_connect=False), address

    def handle_error(self, *_):
        pass


context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(certificate, key)
server = Server(("::", int(sys.argv[5]) if len(sys.argv) > 5 else 0), Handler)
print(server.server_address[1], flush=True)
threading.Thread(target=server.serve_forever, daemon=True).start()
sys.stdin.read()
