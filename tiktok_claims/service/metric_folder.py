"""The folder in which workers count.

It must be made, and PROMETHEUS_MULTIPROC_DIR set, before prometheus_client is imported for the first time: the library
decides then whether it counts in files. So gunicorn.conf.py calls this module before all else of the service, and this
module imports nothing of the library.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

from tiktok_claims.settings import InvalidSetting, Settings

PREFIX = "claims-metrics-"  # of folders made here
# Memory where there is such a folder: a slow or full disk must neither look like a hung worker nor stop the counting.
MEMORY = next((folder for folder in ("/dev/shm",) if Path(folder).is_dir()), None)  # noqa: S108 - not a file of ours


def prepare(settings: Settings) -> Path:
    """Return the folder of the settings, or a new one that goes when this process ends. Raises InvalidSetting."""
    try:
        folder = settings.prometheus_multiproc_dir or _temporary()
        folder.mkdir(parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=folder).close()  # can it be written?
    except OSError as error:
        raise InvalidSetting(f"PROMETHEUS_MULTIPROC_DIR: {error}") from None
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = str(folder)  # noqa: TID251 - sets it for the library
    return folder


def _temporary() -> Path:
    folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=MEMORY))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)  # of the master: workers leave by os._exit
    return folder
