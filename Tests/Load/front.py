"""What stands around servers where there is more than one: PgBouncer before the database, nginx before the servers."""
import os
import pathlib
import shutil
import socket
import subprocess
import time

from cluster import as_postgres, free_port
from service import Address


def wait_for(port, process):
    """Until something listens there."""
    for _ in range(1000):
        if process.poll() is not None:
            raise SystemExit(f"{process.args} ended with {process.returncode}")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.01)
    raise SystemExit(f"{process.args} does not listen")


class Pooler:
    """PgBouncer in transaction mode, with fewer connections to the database than to itself."""

    def __init__(self, folder, cluster):
        self._folder = pathlib.Path(folder)
        self._cluster = cluster
        self.port = free_port()
        self.address = f"host=127.0.0.1 port={self.port} user=app dbname=app"

    def __enter__(self):
        self._folder.mkdir(parents=True, exist_ok=True)
        configuration = self._folder / "pgbouncer.ini"
        configuration.write_text(f"""[databases]
app = {self._cluster.address}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = {self.port}
unix_socket_dir =
logfile = {self._folder}/pgbouncer.log
auth_type = any
pool_mode = transaction
default_pool_size = 6
max_client_conn = 200
""")
        if os.geteuid() == 0:
            shutil.chown(self._folder, "postgres")
        self.start()
        return self

    def start(self):
        program = shutil.which("pgbouncer") or "/usr/sbin/pgbouncer"
        self.process = subprocess.Popen(
            as_postgres([program, "--quiet", self._folder / "pgbouncer.ini"]), stderr=subprocess.DEVNULL)
        wait_for(self.port, self.process)

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()


class Proxy(Address):
    """nginx before several servers: what one of them cannot answer, another is asked."""

    def __init__(self, folder, ports, key):
        self._folder = pathlib.Path(folder)
        self._ports = ports
        self.port = free_port()
        self.base = f"http://127.0.0.1:{self.port}"
        self.key = key

    def __enter__(self):
        self._folder.mkdir(parents=True, exist_ok=True)
        servers = " ".join(f"server 127.0.0.1:{port} max_fails=1 fail_timeout=1s;" for port in self._ports)
        kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        paths = " ".join(f"{kind}_temp_path {self._folder}/{kind};" for kind in kinds)
        configuration = self._folder / "nginx.conf"
        configuration.write_text(f"""daemon off; worker_processes 1;
pid {self._folder}/nginx.pid; error_log {self._folder}/nginx.log;
events {{ worker_connections 256; }}
http {{
    access_log off; {paths}
    upstream kongresume {{ {servers} keepalive 16; }}
    server {{
        listen 127.0.0.1:{self.port};
        client_max_body_size 16m;
        location / {{
            proxy_pass http://kongresume;
            proxy_http_version 1.1;
            proxy_set_header Connection "";
            proxy_set_header Host $http_host;
            proxy_connect_timeout 2s;
            # A POST is sent to the next server only if it may be: with an Idempotency-Key it is never charged twice.
            proxy_next_upstream error timeout http_503 non_idempotent;
            proxy_next_upstream_tries 2;
        }}
    }}
}}
""")
        self.process = subprocess.Popen(
            [shutil.which("nginx") or "/usr/sbin/nginx", "-c", configuration, "-e", self._folder / "nginx.log"],
            stderr=subprocess.DEVNULL)
        wait_for(self.port, self.process)
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()
