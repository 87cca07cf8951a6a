"""Reading a model file: whatever a damaged or hostile file holds, one printable line says why it is refused."""

import pickle
import random
from pathlib import Path
from typing import Any

import pytest

from tiktok_claims.features import lexicon
from tiktok_claims.model import model_file
from tiktok_claims.model.model_file import InvalidModelFile, ModelFile
from tiktok_claims.model.scoring import Model

PATH = Path("model.bin")


def refusal(content: bytes) -> str:
    """Return the line with which a file's content is refused."""
    with pytest.raises(InvalidModelFile) as error:
        Model(*model_file.parse(content, PATH))
    line = str(error.value)
    assert line.isprintable()
    assert len(line) < 200
    return line


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n",
        b"<html>\n<body>404</body>",
        b"\x80\x05.",
        b"F\n1\x9b.5\n.",  # a float that cannot be read: the error quotes the bytes
        b"I\n\x00\xff\n.",
        b"cos\nsystem\n(S'true'\ntR.",
        b"(" * 100_000,
        b"]" + b"]a" * 100_000 + b".",
    ],
    ids=lambda content: repr(content[:12]),
)
def test_a_file_that_is_no_model_is_refused_in_one_line(content: bytes) -> None:
    assert refusal(content).startswith("model.bin is no model file")


@pytest.mark.parametrize("seed", range(40))
def test_a_damaged_model_is_refused_or_complete(seed: int, tiny_model_file: ModelFile) -> None:
    content = bytearray(pickle.dumps(tiny_model_file, protocol=5))
    rng = random.Random(seed)  # noqa: S311 - no secret; pytest prints the seed
    for _ in range(rng.randint(1, 30)):
        content[rng.randrange(len(content))] = rng.randrange(256)
    try:
        Model(*model_file.parse(bytes(content), PATH))
    except InvalidModelFile as error:
        line = str(error)
    else:
        return  # the bytes that changed are no part of a structure
    assert line.isprintable()
    assert len(line) < 200


@pytest.mark.parametrize("seed", range(40))
def test_random_bytes_are_refused_in_one_line(seed: int) -> None:
    assert refusal(random.Random(seed).randbytes(4096))  # noqa: S311 - no secret; pytest prints the seed


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"format": 1}, "model.bin has format 1, this version reads 2: train it again with train.py"),
        ({"format": 3}, "model.bin has format 3, this version reads 2: update tiktok_claims"),
        ({"format": "2"}, "model.bin is no model file"),
        ({"onnx": "text"}, "model.bin is incomplete: 'onnx' is missing or no bytes"),
        ({"lexicon_sha256": "0"}, "model.bin was trained with another lexicon.txt: train it again with train.py"),
        ({"feature_names": ["a"]}, "the model was trained with other features"),
        ({"golden": {"records": [7], "probabilities": ["x"]}}, "the model does not run: "),
        ({"reference": []}, "model.bin is incomplete: 'reference' is missing or no dict"),
    ],
)
def test_a_model_that_does_not_fit_says_what_to_do(
    changes: dict[str, Any], message: str, tiny_model_file: ModelFile
) -> None:
    assert refusal(pickle.dumps({**tiny_model_file, **changes})).startswith(message)


def test_the_digest_of_the_lexicon_is_in_the_model(tiny_model_file: ModelFile) -> None:
    assert tiny_model_file["lexicon_sha256"] == lexicon.SHA256


@pytest.mark.parametrize(
    "change",
    [
        {"format": 10**5_000},  # too long to print
        {"format": -1},
        {"review_interval": ["low", "high"]},
        {"review_interval": [0.5]},
        {"threshold": float("nan")},
        {"unit": "page"},
        {"golden": {"records": [], "probabilities": []}},
        {"golden": {"records": [{"views": 1}], "probabilities": [0.5]}},
        {"onnx": b"x"},
    ],
    ids=lambda change: "-".join(change),
)
def test_values_that_cannot_be_served_are_refused(change: dict[str, Any], tiny_model_file: ModelFile) -> None:
    assert refusal(pickle.dumps({**tiny_model_file, **change}, protocol=5))
