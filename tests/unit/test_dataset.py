from pathlib import Path

import pytest

from tests.helpers.paths import KAGGLE, STAND_IN
from tiktok_claims.training import dataset

HEADER = (
    ",#,claim_status,video_id,video_duration_sec,video_transcription_text,verified_status,author_ban_status,"
    "video_view_count,video_like_count,video_share_count,video_download_count,video_comment_count"
)
CLAIM = "0,1,claim,7,59,old lighthouses sink,not verified,active,100.0,10.0,1.0,1.0,0.0"
OPINION = "1,2,opinion,8,12,i like lighthouses,verified,banned,50.0,1.0,0.0,0.0,0.0"


def write(path: Path, *lines: str) -> Path:
    path = path / "data.csv"
    path.write_text("\n".join(lines) + "\n")
    return path


def test_rows_without_a_label_are_dropped_and_counted(tmp_path: Path) -> None:
    bare = "2,3,,9,39,,not verified,active,,,,,"
    unlabelled = "3,4,,9,39,a text,not verified,active,1,,,,"
    data = dataset.read(write(tmp_path, HEADER, CLAIM, OPINION, bare, unlabelled))
    assert data.rows.labels.tolist() == [1, 0]
    assert (data.dropped, data.dropped_empty) == (2, 1)
    assert "4 rows read, 2 dropped" in data.summary()


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (OPINION.replace("50.0", "many"), r"line 3, video_view_count: 'many' is not a number"),
        (OPINION.replace("50.0", "-1"), r"line 3, video_view_count: -1\.0 is below 0"),
        (OPINION.replace("opinion", "fact"), r"line 3, claim_status: 'fact' is neither opinion nor claim"),
        (OPINION.replace("banned", "gone"), r"line 3, author_ban_status: 'gone'"),
        (OPINION + ",1", "line 3, record: .* has more or fewer cells"),
        ("1,2,opinion", "line 3, record: .* has more or fewer cells"),
    ],
)
def test_a_wrong_cell_is_named_by_line_column_and_value(tmp_path: Path, line: str, message: str) -> None:
    with pytest.raises(dataset.InvalidDataset, match=message):
        dataset.read(write(tmp_path, HEADER, CLAIM, line))


def test_missing_columns_are_named(tmp_path: Path) -> None:
    with pytest.raises(dataset.InvalidDataset, match="lacks the columns claim_status, video_transcription_text"):
        dataset.read(write(tmp_path, HEADER.replace("claim_status,", "").replace("video_transcription_text,", ""), "1"))


@pytest.mark.parametrize("lines", [[HEADER], [HEADER, CLAIM]])
def test_a_file_without_both_labels_is_refused(tmp_path: Path, lines: list[str]) -> None:
    with pytest.raises(dataset.InvalidDataset, match="both labels"):
        dataset.read(write(tmp_path, *lines))


def test_the_parts_are_stratified_and_do_not_overlap() -> None:
    rows = dataset.read(STAND_IN).rows
    parts = dataset.split(rows)
    assert [round(len(part.labels) / len(rows.labels), 2) for part in parts] == [0.6, 0.2, 0.2]
    for part in parts:
        assert abs(part.labels.mean() - rows.labels.mean()) < 0.001
    assert len({id(record) for part in parts for record in part.records}) == len(rows.records)


@pytest.mark.skipif(not KAGGLE.exists(), reason=f"the Kaggle file is not at {KAGGLE}")
def test_the_kaggle_file_is_known_by_its_hash() -> None:
    data = dataset.read(KAGGLE)
    assert data.name == "Kaggle yakhyojon/tiktok"
    assert (len(data.rows.labels), data.dropped, data.dropped_empty) == (19084, 298, 298)
