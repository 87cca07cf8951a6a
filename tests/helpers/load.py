"""Requests that are sent to a service all the time."""

import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import requests

from tests.helpers.records import CLAIM


@contextmanager
def load(url: str, sessions: int, fresh: int) -> Iterator[Counter[str]]:
    """Send requests until the block ends: some clients keep a connection, some open one each time. Nobody retries."""
    seen: Counter[str] = Counter()
    done = threading.Event()

    def ask(post: Callable[..., requests.Response]) -> None:
        while not done.is_set():
            try:
                answer = post(f"{url}/predict", json=CLAIM, timeout=10)
                seen[answer.json()["model_version"] if answer.ok else f"status {answer.status_code}"] += 1
            except requests.RequestException as error:
                seen[type(error).__name__] += 1

    clients = [*(requests.Session().post for _ in range(sessions)), *[requests.post] * fresh]
    threads = [threading.Thread(target=ask, args=[client]) for client in clients]
    for thread in threads:
        thread.start()
    try:
        yield seen
    finally:
        done.set()
        for thread in threads:
            thread.join()
