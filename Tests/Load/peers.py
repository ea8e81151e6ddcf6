"""Other ways to a PDF behind a minimal HTTP server, as a service would run them: POST a document to /WAY, get a PDF.

Run as `peers.py PORT`: it prints the ways that can be had here, one a line with its version, then serves. Requests are
answered in as many threads as there are processors; what is a program is started for each document, what is a library
stays loaded.
"""
import concurrent.futures
import http.server
import importlib.metadata
import os
import pathlib
import shutil
import socketserver
import subprocess
import sys
import tempfile
import threading

ROOT = pathlib.Path(__file__).resolve().parents[2]


def pdflatex(source, folder):
    (folder / "resume.tex").write_bytes(source)
    environment = {**os.environ, "TEXINPUTS": f"{ROOT}/texmf//:", "TEXFONTMAPS": f"{ROOT}/texmf//:"}
    subprocess.run(["pdflatex", "-interaction=batchmode", "resume.tex"], cwd=folder, env=environment, check=True,
                   stdout=subprocess.DEVNULL)
    return (folder / "resume.pdf").read_bytes()


def chromium(source, folder):
    (folder / "resume.html").write_bytes(source)
    subprocess.run(
        ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
         f"--user-data-dir={folder}/profile", f"--print-to-pdf={folder}/resume.pdf", f"file://{folder}/resume.html"],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return (folder / "resume.pdf").read_bytes()


class Typst:
    def __init__(self):
        import typst
        fonts = subprocess.run(["kpsewhich", "-format=opentype fonts", "texgyrepagella-regular.otf"],
                               capture_output=True, text=True).stdout.strip()
        fonts = typst.Fonts(include_system_fonts=False, font_paths=[os.path.dirname(fonts)] if fonts else [])
        self._compilers, self._make = threading.local(), lambda: typst.Compiler(font_paths=fonts)

    def __call__(self, source, folder):
        if not hasattr(self._compilers, "own"):
            self._compilers.own = self._make()
        return self._compilers.own.compile(source, format="pdf")


class WeasyPrint:
    def __init__(self):
        from weasyprint import HTML
        from weasyprint.text.fonts import FontConfiguration
        self._html, self._fonts = HTML, FontConfiguration()

    def __call__(self, source, folder):
        return self._html(string=source.decode()).write_pdf(font_config=self._fonts)


def found():
    """name: (version, function) of what can be run here."""
    ways = {}
    if shutil.which("pdflatex"):
        version = subprocess.run(["pdflatex", "--version"], capture_output=True, text=True).stdout.splitlines()[0]
        ways["pdflatex"] = (version, pdflatex)
    for name, package, make in [("typst", "typst", Typst), ("weasyprint", "weasyprint", WeasyPrint)]:
        try:
            ways[name] = (importlib.metadata.version(package), make())
        except (ImportError, OSError):
            pass
    if shutil.which("chromium"):
        version = subprocess.run(["chromium", "--version"], capture_output=True, text=True).stdout.strip()
        ways["chromium"] = (version, chromium)
    return ways


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        source = self.rfile.read(int(self.headers["Content-Length"]))
        with tempfile.TemporaryDirectory(prefix="peer-") as folder:
            try:
                status, pdf = 200, self.server.work.submit(
                    self.server.ways[self.path[1:]][1], source, pathlib.Path(folder)).result()
            except Exception as error:
                print(f"{self.path}: {error}", file=sys.stderr, flush=True)
                status, pdf = 500, b""
        if status == 200 and not pdf.startswith(b"%PDF"):
            status = 500
        self.send_response(status)
        self.send_header("Content-Length", str(len(pdf)))
        self.end_headers()
        self.wfile.write(pdf)

    def log_message(self, *_):
        pass


class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, request, client_address):
        """A load generator hangs up when its time is over; that is no error of the peer's."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


if __name__ == "__main__":
    server = Server(("127.0.0.1", int(sys.argv[1])), Handler)
    server.ways = found()
    server.work = concurrent.futures.ThreadPoolExecutor(os.cpu_count())
    for name, (version, _) in server.ways.items():
        print(name, version)
    print("port", server.server_address[1], flush=True)
    server.serve_forever()
