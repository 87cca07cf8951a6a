"""A real PostgreSQL."""

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import psycopg

from tests.helpers.service import free_port, wait_until


class Postgres:
    """A cluster of our own in a temporary folder, on a loopback port. It refuses root, who lends it to nobody."""

    def __init__(self, programs: Path) -> None:
        self.folder, self.port = Path(tempfile.mkdtemp(prefix="claims-postgres-")), free_port()
        self._programs = programs
        self._as: dict[str, Any] = {}
        if os.geteuid() == 0:
            shutil.chown(self.folder, "nobody", "nogroup")
            self._as = {"user": "nobody", "group": "nogroup", "extra_groups": []}
        options = ["--auth=trust", "--username=claims", "--encoding=UTF8", "--locale=C", "--no-sync"]
        command = [str(programs / "initdb"), f"--pgdata={self.folder}/data", *options]
        subprocess.run(command, cwd=self.folder, check=True, capture_output=True, **self._as)
        self.start()

    def url(self, database: str = "postgres") -> str:
        return f"postgresql+psycopg://claims@127.0.0.1:{self.port}/{database}"

    def run(self, statement: str) -> None:
        with psycopg.connect(self.url().replace("+psycopg", ""), autocommit=True) as connection:
            connection.execute(statement.encode())

    def start(self) -> None:
        options = {"listen_addresses": "127.0.0.1", "unix_socket_directories": ""}
        settings = [part for name, value in options.items() for part in ("-c", f"{name}={value}")]
        command = [str(self._programs / "postgres"), f"-D{self.folder}/data", f"-p{self.port}", *settings]
        with (self.folder / "log").open("a") as log:
            self._process = subprocess.Popen(command, cwd=self.folder, stdout=log, stderr=log, **self._as)
        wait_until(self._answers)

    def stop(self) -> None:
        self._process.send_signal(signal.SIGINT)  # which ends connections, too
        self._process.wait(timeout=20)

    def _answers(self) -> bool:
        assert self._process.poll() is None, (self.folder / "log").read_text()
        try:
            self.run("SELECT 1")
        except psycopg.OperationalError:
            return False
        return True
