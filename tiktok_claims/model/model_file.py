"""model_chosen.bin: write it and read it. The only module that knows pickle.

The file is a pickle, protocol 5, of one dict of plain values, read by an Unpickler that refuses every global: loading
it runs no code, whoever made it. The fitted pipeline lies inside as bytes that serving never opens.
"""

import hashlib
import io
import pickle
from pathlib import Path
from typing import Any, NoReturn

from tiktok_claims import atomic

FORMAT = 1
KEYS = {
    "format": int,
    "pipeline": bytes,  # pickle of the fitted scikit-learn Pipeline
    "onnx": bytes,  # the same trees compiled: what serving runs
    "feature_names": list,  # the compiled form's columns
    "threshold": float,  # a claim from this probability on
    "bounds": list,  # [low, high]: between them a person should look
    "wording": dict,
    "reference": dict,  # the training profile that drift is measured against
    "golden": dict,  # records and the probabilities they must score
    "metrics": dict,  # of the test part
    "report": dict,  # all that the model card says; empty until that is made
    "versions": dict,
    "data": dict,
}

ModelFile = dict[str, Any]


class InvalidModelFile(Exception):
    """The model file cannot be served; the message is one line that says why."""


class _PlainUnpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> NoReturn:
        raise pickle.UnpicklingError(f"it asks for {module}.{name}, but a model holds plain values only")


def read(path: Path) -> tuple[ModelFile, str]:
    """Return the artifact and its version, the first 12 hex digits of the file's sha256. Raises InvalidModelFile."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise InvalidModelFile(f"cannot read {path}: {error.strerror}") from None
    return parse(content, path)


def parse(content: bytes, path: Path) -> tuple[ModelFile, str]:
    """Return what `read` returns, of a file's content. Raises InvalidModelFile."""
    try:
        artifact = _PlainUnpickler(io.BytesIO(content)).load()
    except Exception as error:  # noqa: BLE001 - a broken pickle may raise nearly anything
        raise InvalidModelFile(f"{path} is no model file: {error or type(error).__name__}") from None
    if not isinstance(artifact, dict) or artifact.get("format") != FORMAT:
        raise InvalidModelFile(f"{path} is no model file of format {FORMAT}")
    for key, kind in KEYS.items():
        if not isinstance(artifact.get(key), kind):
            raise InvalidModelFile(f"{path} is no whole model file: {key!r} is missing or no {kind.__name__}")
    return artifact, hashlib.sha256(content).hexdigest()[:12]


def write(path: Path, artifact: ModelFile) -> None:
    """Write the artifact under its name only when it is complete and reads back."""
    with atomic.writing(path) as unfinished:
        unfinished.write_bytes(pickle.dumps(artifact, protocol=5))
        read(unfinished)


def dump_pipeline(pipeline: object) -> bytes:
    """Return the fitted pipeline as the bytes that an artifact keeps."""
    return pickle.dumps(pipeline, protocol=5)


def load_pipeline(artifact: ModelFile) -> Any:
    """Open the fitted pipeline. This runs what the pickle says: only for a file that you trained or trust."""
    return pickle.loads(artifact["pipeline"])  # noqa: S301 - said in the docstring
