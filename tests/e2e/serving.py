"""A server under test, and a client that speaks HTTP by hand where a library would not."""
import http.client
import json
import os
import pathlib
import re
import resource
import signal
import socket
import subprocess
import sys
import threading
import urllib.parse


class Server:
    """`ordalag serve` on a free port of the loopback, until stop()."""

    def __init__(self, program, index, *arguments, listen="127.0.0.1:0", **popen):
        command = [program, "serve", "-d", str(index), "--listen", listen, *arguments]
        self.process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, **popen)
        self.log = []
        self.names = []
        for line in self.process.stderr:
            self.log.append(line)
            found = re.match(r"ordalag: listening on (\S+)", line)
            if found:
                self.names.append(found.group(1))
                break
        if not self.names:
            raise RuntimeError("the server did not start: " + "".join(self.log))
        self.port = int(self.names[0].rsplit(":", 1)[1]) if self.names[0].startswith("http") else None
        # The log is read on, or the server would block when the pipe is full.
        self.reader = threading.Thread(target=lambda: self.log.extend(self.process.stderr))
        self.reader.start()

    def stop(self, how=signal.SIGTERM):
        """Gives the exit status."""
        if self.process.returncode is not None:
            return self.process.returncode
        if self.process.poll() is None:
            self.process.send_signal(how)
        try:
            status = self.process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            status = "does not stop"
        self.reader.join()
        self.process.stderr.close()
        return status

    def resident_mb(self):
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status).group(1)) / 1024

    # --- asking ---
    def ask(self, path, method="GET", body=None, headers=None):
        """A response with .status, .headers and .body."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.request(method, path, body, headers or {})
            response = connection.getresponse()
            response.body = response.read()
            return response
        finally:
            connection.close()

    def get_json(self, path, **options):
        response = self.ask(path, **options)
        assert response.status == 200, (path, response.status, response.body)
        return json.loads(response.body)

    def connect(self):
        connection = socket.create_connection(("127.0.0.1", self.port), timeout=30)
        return connection

    def raw(self, request):
        """What comes back to these bytes until the server closes, or nothing more comes."""
        with self.connect() as connection:
            answer = b""
            try:
                connection.sendall(request)
                while part := connection.recv(65536):
                    answer += part
            except (ConnectionError, socket.timeout):
                pass  # it was cut: what has come is the answer
            return answer


def quoted(text):
    return urllib.parse.quote(text, safe="")


def index_sources(program, index, *sources):
    done = subprocess.run([program, "-d", str(index), "-q", *map(str, sources)],
                          capture_output=True, text=True, timeout=300)
    if done.returncode != 0:
        raise RuntimeError(done.stderr)


def allow_connections(wanted):
    """Asks for as many open files, here and for what is started from here; gives how many of
    `wanted` connections may be held, for a machine may grant fewer."""
    others = 100  # of both sides: the programs' own files, and further connections
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    unlimited = resource.RLIM_INFINITY
    if soft != unlimited and soft < wanted + others:
        soft = wanted + others if hard == unlimited else min(hard, wanted + others)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    return wanted if soft == unlimited else min(wanted, soft - others)


def clean_environment():
    for name in ("ORDALAG_DB", "LISTEN_FDS", "LISTEN_PID", "NOTIFY_SOCKET"):
        os.environ.pop(name, None)


def take_arguments(count):
    """The first `count` arguments of the command line, taken away from those of unittest."""
    taken = sys.argv[1:1 + count]
    del sys.argv[1:1 + count]
    clean_environment()
    return taken
