"""Loads, starts and calls plugins on Dify's SDK.

    python run.py [JOBS] < PLAN

PLAN has one JSON object a line: {"folder": F, "calls": [{"name": N, "data": {…a request of the SDK…}, "replies":
[{"type": T, "data": […]} or {"type": T, "error": E}, what Dify answers to the plugin meanwhile]}]}. For each one line comes back, in the same order: {"folder", "load": {…load.py…}, "start": null or why it did not,
"answers": {N: [message, …]}, "left": whether any of its processes lives on}. Every plugin has processes of its
own, JOBS plugins at a time (2).
"""

import json
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from talk import Running, end_all

SECONDS = 60


def judge(plan):
    folder = plan["folder"]
    result = {"folder": folder, "load": load(folder), "start": None, "answers": {}, "left": False}
    if not result["load"]["ok"]:
        return result
    with Running(folder, result["load"]["entrypoint"], SECONDS) as plugin:
        result["start"] = plugin.problem()
        if result["start"] is None:
            result["answers"] = {call["name"]: plugin.ask(call["data"], call.get("replies", ())) for call in plan["calls"]}
    return result | {"left": plugin.survivors()}


def load(folder):
    command = [sys.executable, "-B", str(Path(__file__).with_name("load.py")), folder]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=False)
        return json.loads(done.stdout.strip().splitlines()[-1])
    except subprocess.TimeoutExpired:
        return {"ok": False, "problems": [f"did not load within {SECONDS} s"], "parts": []}
    except (ValueError, IndexError):
        return {"ok": False, "problems": [f"ended while loading: {done.stderr.strip()[-500:]}"], "parts": []}


def main():
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, end_all)
    plans = [json.loads(line) for line in sys.stdin if line.strip()]
    with ThreadPoolExecutor(int(sys.argv[1]) if len(sys.argv) > 1 else 2) as pool:
        for result in pool.map(judge, plans):
            print(json.dumps(result), flush=True)


if __name__ == "__main__":
    main()
