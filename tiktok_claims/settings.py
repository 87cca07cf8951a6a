"""Every setting of the service, from the environment, with its default. The only module that reads the environment."""

import math
import os
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, TypeAdapter, ValidationError

Positive = Annotated[int, Field(ge=1)]
NotNegative = Annotated[int, Field(ge=0)]
Key = Annotated[str, Field(pattern=r"^[!-~]{16,}$")]  # printable ASCII, too long to be guessed
Keys = Annotated[tuple[Key, ...], BeforeValidator(lambda text: text.replace(" ", "").split(","))]
_POSTGRES = r"postgresql(\+psycopg)?://([^@]+@)?(\[[^\]]+\]|[^@/:\[]*)(:\d+)?/[^/?]+(\?.*)?"
HistoryUrl = Annotated[str, Field(pattern=rf"^(sqlite:///[^:?].*|{_POSTGRES})?$")]
SECRET = {  # never logged
    "API_KEYS": "each key needs 16 or more printable ASCII characters; separate keys by commas",
    "HISTORY_URL": "sqlite:///FILE, postgresql://USER:PASSWORD@HOST/DATABASE, or empty for no history",
}


class InvalidSetting(Exception):
    """A setting that cannot be used; the message is one line that names it and says what is allowed."""


@dataclass(frozen=True)
class Settings:
    """All settings; the variable is the field's name in capitals."""

    bind: str = "0.0.0.0:9696"
    web_concurrency: NotNegative = 0  # worker processes; 0: one for each CPU that it may use
    model_path: Path = Path("model_chosen.bin")
    shadow_model_path: Path | None = None  # of a model that predicts beside it, for the history alone
    max_body_bytes: Positive = 1024 * 1024
    max_rows: Positive = 1000
    timeout_seconds: Positive = 30  # a worker that is busy for longer is replaced
    graceful_timeout_seconds: Positive = 10  # for unfinished requests when the service stops
    keep_alive_seconds: Positive = 2
    read_timeout_seconds: Positive = 10  # for a request's body to arrive
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    log_format: Literal["json", "text"] = "json"
    api_keys: Keys = ()  # empty: no key is needed
    metrics_bind: Annotated[str, Field(pattern=r"^(\S+:[1-9]\d*)?$")] = (
        ""  # a separate address and port for the metrics
    )
    history_url: HistoryUrl = "sqlite:///history.db"  # the database of predictions; empty: none
    keep_transcripts: bool = True  # in the history
    history_max_days: Positive = 90  # older predictions are deleted
    history_max_rows: Positive = 1_000_000  # the oldest predictions beyond this number are deleted
    text_max_days: NotNegative = 0  # transcripts of older predictions are deleted; 0: with the prediction
    labels_max_days: NotNegative = 0  # older labels are deleted; 0: never
    prometheus_multiproc_dir: Path | None = None  # of the workers' metric files; unset: gunicorn_hooks makes one

    @property
    def workers(self) -> int:
        """How many worker processes to run."""
        return self.web_concurrency or available_cpus()


def read(environ: Mapping[str, str] = os.environ) -> Settings:
    """Return the settings; an empty variable counts as not set, save for HISTORY_URL. Raises InvalidSetting."""
    values = {field.name: environ[field.name.upper()] for field in fields(Settings) if environ.get(field.name.upper())}
    if environ.get("HISTORY_URL") == "":
        values["history_url"] = ""
    try:
        settings = TypeAdapter(Settings).validate_python(values)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        name = str(first["loc"][0]).upper()
        if name in SECRET:
            raise InvalidSetting(f"{name}: {SECRET[name]}") from None
        raise InvalidSetting(f"{name}={first['input']}: {first['msg']}") from None
    if settings.metrics_bind and settings.metrics_bind.rpartition(":")[2] == settings.bind.rpartition(":")[2]:
        raise InvalidSetting(f"METRICS_BIND={settings.metrics_bind}: the metrics need a port of their own")
    if settings.shadow_model_path and not settings.history_url:
        raise InvalidSetting(f"SHADOW_MODEL_PATH={settings.shadow_model_path}: it needs a history (HISTORY_URL)")
    return settings


def available_cpus(cpu_max: Path = Path("/sys/fs/cgroup/cpu.max")) -> int:
    """CPUs that this process may use: its affinity, cut by the container's quota (cgroup v2), at least one."""
    cpus = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    try:
        quota, period = cpu_max.read_text().split()
    except (OSError, ValueError):
        return cpus
    return cpus if quota == "max" else max(1, min(cpus, math.ceil(int(quota) / int(period))))
