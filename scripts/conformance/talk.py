"""A running plugin on the other end of stdin and stdout, as Dify's daemon has it."""

import json
import os
import queue
import signal
import subprocess
import sys
import threading
import time
import uuid
from collections import deque


class Running:
    """`python -m ENTRYPOINT` in a process group of its own, which is killed when the `with` block is left."""

    def __init__(self, folder, entrypoint, seconds):
        self.seconds, self.events, self.errors = seconds, queue.Queue(), deque(maxlen=20)
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "TMPDIR") if name in os.environ}
        # Nothing but services of this machine can be reached.
        nowhere = dict.fromkeys(("http_proxy", "https_proxy", "all_proxy"), "http://127.0.0.1:9")
        nowhere["no_proxy"] = "127.0.0.1"
        self.process = subprocess.Popen(
            [sys.executable, "-B", "-m", entrypoint],
            cwd=folder,
            env=kept | nowhere | {"INSTALL_METHOD": "local", "PYTHONUNBUFFERED": "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        LIVE.add(self.process.pid)
        for target in (self._read, self._read_errors):
            threading.Thread(target=target, daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        # At the end of its input the SDK's loop spins for ever, so the plugin is killed and not just let go.
        end_group(self.process.pid)
        self.process.wait()
        LIVE.discard(self.process.pid)

    def survivors(self):
        """True when something of the process group lives on after the `with` block."""
        try:
            os.killpg(self.process.pid, 0)
        except ProcessLookupError:
            return False
        return True

    def _read(self):
        for line in self.process.stdout:
            if line.strip():
                try:
                    self.events.put(json.loads(line))
                except ValueError:
                    self.events.put({"event": "print", "data": {"line": line.decode(errors="replace")}})
        self.events.put({"event": "closed", "data": {}})

    def _read_errors(self):
        for line in self.process.stderr:
            self.errors.append(line.decode(errors="replace").rstrip())

    def _next(self, deadline):
        try:
            return self.events.get(timeout=max(0.01, deadline - time.monotonic()))
        except queue.Empty:
            return {"event": "late", "data": {}}

    def problem(self):
        """Why the first heartbeat did not come; None when it did."""
        deadline = time.monotonic() + self.seconds
        while True:
            event = self._next(deadline).get("event")
            if event == "heartbeat":
                return None
            if event in ("closed", "late", "print"):
                return f"{event} before the first heartbeat: {' | '.join(self.errors)}"

    def ask(self, data, replies=()):
        """All messages of the answer to one request, the last one being `end`. What the plugin asks of Dify
        meanwhile is among them, and is answered by the next of the replies of that type."""
        session, deadline, messages = str(uuid.uuid4()), time.monotonic() + self.seconds, []
        replies = list(replies)
        self._write(session, "request", {"user_id": "conformance"} | data)
        while True:
            event = self._next(deadline)
            if event.get("event") in ("closed", "late", "print"):
                return [*messages, {"type": event["event"], "data": event["data"]}]
            if event.get("event") == "session" and event.get("session_id") == session:
                message = event["data"]
                if message["type"] == "error":
                    message["data"].pop("args", None)
                messages.append(message)
                if message["type"] == "invoke":
                    self._reply(session, message["data"], replies)
                if message["type"] == "end":
                    return messages

    def _reply(self, session, asked, replies):
        """Answers as Dify's daemon does: each piece of data on its own, then the end; or an error."""
        reply = next((each for each in replies if each["type"] == asked["type"]), None)
        parts = [{"event": "error", "message": "nothing answers this", "data": None}]
        if reply is not None:
            replies.remove(reply)
            parts = [{"event": "response", "message": "struct", "data": data} for data in reply.get("data", [])]
            if "error" in reply:
                parts.append({"event": "error", "message": reply["error"], "data": None})
            else:
                parts.append({"event": "end", "message": "", "data": None})
        for part in parts:
            named = {"backwards_request_id": asked["backwards_request_id"]} | part
            self._write(session, "backwards_response", named)

    def _write(self, session, event, data):
        line = json.dumps({"session_id": session, "event": event, "data": data})
        self.process.stdin.write(line.encode() + b"\n")
        self.process.stdin.flush()


LIVE = set()


def end_group(pid):
    try:
        os.killpg(pid, signal.SIGKILL)
    except ProcessLookupError:
        pass


def end_all(*_):
    """For signals to ourselves: no plugin outlives us."""
    for pid in list(LIVE):
        end_group(pid)
    os._exit(130)
