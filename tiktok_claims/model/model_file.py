"""model_chosen.bin: write it and read it. The only module that knows pickle.

The file is a pickle, protocol 5, of one dict of plain values, read by an Unpickler that refuses every global: loading
it runs no code, whoever made it. The fitted pipeline lies inside as bytes that serving never opens.
"""

import hashlib
import io
import pickle
from pathlib import Path
from typing import Any, NoReturn, NotRequired, cast, get_origin, get_type_hints

from typing_extensions import TypedDict, is_typeddict

from tiktok_claims import atomic
from tiktok_claims.features import lexicon
from tiktok_claims.model import model_store
from tiktok_claims.model.reference import ReferenceDistribution
from tiktok_claims.model.register import RegisterLimits
from tiktok_claims.record import Record

FORMAT = 2
MAX_REASON = 120  # characters of what unpickling says


class Golden(TypedDict):
    """Records and the probabilities that every copy of the model must give them."""

    records: list[Record]
    probabilities: list[float]


class BaseModel(TypedDict):
    """The model that training started from; its trees are in the ONNX export, too."""

    version: str
    onnx: bytes


class ModelFile(TypedDict):
    """The contents of a model file."""

    format: int
    pipeline: bytes  # pickle of the fitted scikit-learn Pipeline
    onnx: bytes  # the ONNX export of its trees: what serving runs
    feature_names: list[str]  # the columns of the ONNX export
    lexicon_sha256: str  # of the lexicon that the features were computed with
    unit: str  # "sentence" or "text": of which the labels are
    threshold: float  # a claim from this probability on
    review_interval: list[float]  # [low, high]: between them a person should look
    register: RegisterLimits  # beyond which a text is out of distribution
    reference: ReferenceDistribution  # which drift is measured with
    golden: Golden
    metrics: dict[str, Any]  # on the test split
    report: dict[str, Any]  # all figures of the model card; empty until that is made
    versions: dict[str, str]
    data: dict[str, Any]
    vocabulary: NotRequired[dict[str, int]]  # the weights of its own words, where they help
    base: NotRequired[BaseModel]


class InvalidModelFile(Exception):
    """The model file cannot be served; the message is one printable line that says why."""


class _PlainUnpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> NoReturn:
        raise pickle.UnpicklingError(f"it asks for {module}.{name}, but a model file holds plain values only")


def read(path: Path) -> tuple[ModelFile, str]:
    """Return the contents of a file, or of the current one of a store, and its version. Raises InvalidModelFile.

    The version is the first 12 hex digits of the file's sha256.
    """
    try:
        path = model_store.file_of(path)
        content = path.read_bytes()
    except OSError as error:
        raise InvalidModelFile(f"cannot read {path}: {error.strerror}") from None
    return parse(content, path)


def parse(content: bytes, path: Path) -> tuple[ModelFile, str]:
    """Return the contents and version of a file's bytes. Raises InvalidModelFile."""
    try:
        values = _PlainUnpickler(io.BytesIO(content)).load()
    except Exception as error:  # noqa: BLE001 - a damaged pickle may raise nearly anything
        raise InvalidModelFile(f"{path} is no model file: {printable(error)}") from None
    if not isinstance(values, dict) or type(values.get("format")) is not int or not 0 < values["format"] < 1000:
        raise InvalidModelFile(f"{path} is no model file")
    _check_format(values["format"], path)
    for name, kind in _TYPES.items():
        if (name in ModelFile.__required_keys__ or name in values) and not isinstance(values.get(name), kind):
            raise InvalidModelFile(f"{path} is incomplete: {name!r} is missing or no {kind.__name__}")
    if values["lexicon_sha256"] != lexicon.SHA256:
        raise InvalidModelFile(f"{path} was trained with another lexicon.txt: train it again with train.py")
    return cast(ModelFile, values), hashlib.sha256(content).hexdigest()[:12]


def _check_format(number: int, path: Path) -> None:
    if number < FORMAT:
        raise InvalidModelFile(f"{path} has format {number}, this version reads {FORMAT}: train it again with train.py")
    if number > FORMAT:
        raise InvalidModelFile(f"{path} has format {number}, this version reads {FORMAT}: update tiktok_claims")


_TYPES = {
    name: dict if is_typeddict(kind) else get_origin(kind) or kind for name, kind in get_type_hints(ModelFile).items()
}


def printable(error: BaseException) -> str:
    """Return the start of an error's message as one printable line; its type where there is none."""
    line = " ".join("".join(letter if letter.isprintable() else " " for letter in str(error)).split())
    return line if len(line) <= MAX_REASON else f"{line[:MAX_REASON]}…" if line else type(error).__name__


def write(path: Path, contents: ModelFile) -> None:
    """Write a model file under its name only when it is complete and reads back."""
    with atomic.writing(path) as unfinished:
        unfinished.write_bytes(pickle.dumps(contents, protocol=5))
        read(unfinished)


def dump_pipeline(pipeline: object) -> bytes:
    """Return the fitted pipeline as bytes for a model file."""
    return pickle.dumps(pipeline, protocol=5)


def load_pipeline(contents: ModelFile) -> Any:
    """Return the fitted pipeline. This runs the code of its pickle: only for a file that you trained or trust."""
    return pickle.loads(contents["pipeline"])  # noqa: S301 - the docstring warns
