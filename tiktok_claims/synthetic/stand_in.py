"""Records in the Kaggle file's shape, with its distributions and the grammar's own sentences.

Stand-in data, augmentation, and load of any size. Knows nothing of features or models. Write the stand-in anew with

    python -m tiktok_claims stand-in [--rows 19382] [--seed 1] [--out tiktok_dataset.csv]
"""

import argparse
import csv
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any, TypeAlias

import numpy as np

from tiktok_claims.synthetic.grammar import sentence

__all__ = ["COLUMNS", "INCOMPLETE", "ROWS", "SEED", "main", "records", "sentence", "write_dataset"]

ROWS = 19_382
INCOMPLETE = 298  # rows without label, text and counts
SEED = 1
BATCH = 10_000

COLUMNS = (
    "",  # the Kaggle file's unnamed index
    "#",
    "claim_status",
    "video_id",
    "video_duration_sec",
    "video_transcription_text",
    "verified_status",
    "author_ban_status",
    "video_view_count",
    "video_like_count",
    "video_share_count",
    "video_download_count",
    "video_comment_count",
)

# Measured on the Kaggle file.
CLAIM_SHARE = 0.5035
FEW_VIEWS_SHARE = 0.01  # of claims: below 10,000 views, where all opinions are
VERIFIED_SHARE = {"claim": 0.0218, "opinion": 0.1046}
BAN_SHARES = {"claim": {"active": 0.6834, "under review": 0.1668, "banned": 0.1498}}
BAN_SHARES["opinion"] = {"active": 0.9304, "under review": 0.0489, "banned": 0.0207}
LIKES_PER_VIEW = {"claim": 2 / 3, "opinion": 4 / 9}  # the most; likes are uniform between 0 and that
SHARES_PER_LIKE = 0.4
DOWNLOADS_PER_LIKE = 0.025
COMMENTS_PER_DOWNLOAD = {"claim": 2 / 3, "opinion": 0.5}
COUNTED = ("view", "like", "share", "download", "comment")

Columns: TypeAlias = dict[str, list[Any]]


def records(count: int, seed: int) -> Iterator[dict[str, object]]:
    """Yield complete, labelled records in random order; the same ones for the same seed."""
    numbers = np.random.Generator(np.random.PCG64(seed))
    rng = Random(seed)  # noqa: S311 - no secret
    for start in range(0, count, BATCH):
        columns = _numbers(min(BATCH, count - start), numbers)
        for row in zip(*columns.values(), strict=True):
            record = dict(zip(columns, row, strict=True))
            record["video_transcription_text"] = sentence(rng, str(record["claim_status"]))
            yield record


def _numbers(count: int, numbers: np.random.Generator) -> Columns:
    claim = numbers.random(count) < CLAIM_SHARE
    few_views = ~claim | (numbers.random(count) < FEW_VIEWS_SHARE)
    views = np.where(few_views, numbers.integers(20, 10_000, count), numbers.integers(10_000, 1_000_000, count))
    views = np.where(claim, np.maximum(views, 1_000), views)
    likes = _share(views, np.where(claim, *LIKES_PER_VIEW.values()), numbers)
    downloads = _share(likes, DOWNLOADS_PER_LIKE, numbers)
    return {
        "claim_status": np.where(claim, "claim", "opinion").tolist(),
        "video_id": numbers.integers(1_234_567_890, 10_000_000_000, count).tolist(),
        "video_duration_sec": numbers.integers(5, 61, count).tolist(),
        "verified_status": np.where(
            numbers.random(count) < np.where(claim, *VERIFIED_SHARE.values()), "verified", "not verified"
        ).tolist(),
        "author_ban_status": _ban_status(claim, numbers),
        "video_view_count": views.astype(float).tolist(),
        "video_like_count": likes.tolist(),
        "video_share_count": _share(likes, SHARES_PER_LIKE, numbers).tolist(),
        "video_download_count": downloads.tolist(),
        "video_comment_count": _share(downloads, np.where(claim, *COMMENTS_PER_DOWNLOAD.values()), numbers).tolist(),
    }


def _share(whole: Any, most: Any, numbers: np.random.Generator) -> Any:
    """Return for each number a uniform share of it, rounded down."""
    return np.floor(whole * most * numbers.random(len(whole)))


def _ban_status(claim: Any, numbers: np.random.Generator) -> list[str]:
    drawn = numbers.random(len(claim))
    statuses = np.array(list(BAN_SHARES["claim"]))
    bounds = np.cumsum([list(shares.values()) for shares in BAN_SHARES.values()], axis=1)
    by_label = [statuses[np.searchsorted(bound[:-1], drawn, side="right")] for bound in bounds]
    chosen: list[str] = np.where(claim, *by_label).tolist()
    return chosen


def write_dataset(path: Path, rows: int = ROWS, incomplete: int = INCOMPLETE, seed: int = SEED) -> None:
    """Write a CSV like the Kaggle file: claims first, then opinions, the last rows incomplete. Raises OSError."""
    generated = list(records(rows, seed))
    complete = sorted(generated[: rows - incomplete], key=lambda record: str(record["claim_status"]))
    bare = [{name: record[name] for name in COLUMNS[3:5] + COLUMNS[6:8]} for record in generated[rows - incomplete :]]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        for number, record in enumerate([*complete, *bare]):
            writer.writerow({"": number, "#": number + 1, **record})


def main() -> None:
    """Write the stand-in data set."""
    parser = argparse.ArgumentParser(description="Write a labelled data set in the Kaggle file's shape.")
    parser.add_argument(
        "--rows", type=int, default=ROWS, help="rows, of which about 1.5%% are incomplete (%(default)s)"
    )
    parser.add_argument("--seed", type=int, default=SEED, help="the same seed makes the same file (%(default)s)")
    parser.add_argument("--out", type=Path, default=Path("tiktok_dataset.csv"), help="file to write (%(default)s)")
    arguments = parser.parse_args()
    write_dataset(arguments.out, arguments.rows, arguments.rows * INCOMPLETE // ROWS, arguments.seed)


if __name__ == "__main__":
    main()
