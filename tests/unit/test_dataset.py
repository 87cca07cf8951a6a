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
        (OPINION.replace("opinion", "fact"), r"line 3, claim_status: neither opinion nor claim: 'fact' in 1 rows"),
        (OPINION.replace("banned", "gone"), r"line 3, author_ban_status: 'gone'"),
        (OPINION + ",1", "line 3, record: .* has more or fewer cells"),
        ("1,2,opinion", "line 3, record: .* has more or fewer cells"),
    ],
)
def test_a_wrong_cell_is_named_by_line_column_and_value(tmp_path: Path, line: str, message: str) -> None:
    with pytest.raises(dataset.InvalidDataset, match=message):
        dataset.read(write(tmp_path, HEADER, CLAIM, line))


@pytest.mark.parametrize(
    ("header", "message"),
    [
        ("video_transcription_text", "has no column claim_status"),
        ("claim_status,video_id", "needs a column of at least one of video_"),
    ],
)
def test_a_file_without_labels_or_fields_is_refused(tmp_path: Path, header: str, message: str) -> None:
    with pytest.raises(dataset.InvalidDataset, match=message):
        dataset.read(write(tmp_path, header, "1,2"))


def test_fields_that_are_missing_throughout_are_named_in_one_line(tmp_path: Path) -> None:
    lines = ["claim_status,video_transcription_text,video_view_count", "claim,owls sleep,", "opinion,i like owls,"]
    data = dataset.read(write(tmp_path, *lines))
    assert data.rows.records == [
        {"video_transcription_text": "owls sleep"},
        {"video_transcription_text": "i like owls"},
    ]
    (line,) = (line for line in data.summary().splitlines() if line.startswith("missing in all rows: "))
    assert "video_view_count" in line
    assert "video_transcription_text" not in line


def test_labels_of_another_spelling_are_each_named_once_with_their_number(tmp_path: Path) -> None:
    lines = [OPINION.replace("opinion", label) for label in ("fact", "?", "fact", " Opinion ")]
    with pytest.raises(dataset.InvalidDataset) as error:
        dataset.read(write(tmp_path, HEADER, CLAIM, *lines))
    assert str(error.value).endswith("line 3, claim_status: neither opinion nor claim: 'fact' in 2 rows, '?' in 1 rows")


def test_case_and_outer_blanks_of_labels_do_not_matter(tmp_path: Path) -> None:
    lines = [CLAIM.replace("claim", " CLAIM"), OPINION.replace("opinion", "Opinion ")]
    assert dataset.read(write(tmp_path, HEADER, *lines)).rows.labels.tolist() == [1, 0]


def test_texts_under_both_labels_are_counted(tmp_path: Path) -> None:
    twice = OPINION.replace("opinion", "claim")
    data = dataset.read(write(tmp_path, HEADER, CLAIM, OPINION, twice))
    assert data.contradicting == 2
    assert "2 rows have a text that stands under both labels" in data.summary()


@pytest.mark.parametrize("lines", [[HEADER], [HEADER, CLAIM]])
def test_a_file_without_both_labels_is_refused(tmp_path: Path, lines: list[str]) -> None:
    with pytest.raises(dataset.InvalidDataset, match="both labels"):
        dataset.read(write(tmp_path, *lines))


def test_the_splits_are_stratified_and_do_not_overlap() -> None:
    rows = dataset.read(STAND_IN).rows
    splits = dataset.split(rows)
    assert [round(len(split.labels) / len(rows.labels), 2) for split in splits] == [0.6, 0.2, 0.2]
    for split in splits:
        assert abs(split.labels.mean() - rows.labels.mean()) < 0.001
    assert len({id(record) for split in splits for record in split.records}) == len(rows.records)


@pytest.mark.skipif(not KAGGLE.exists(), reason=f"the Kaggle file is not at {KAGGLE}")
def test_the_kaggle_file_is_known_by_its_hash() -> None:
    data = dataset.read(KAGGLE)
    assert data.name == "Kaggle yakhyojon/tiktok"
    assert (len(data.rows.labels), data.dropped, data.dropped_empty) == (19084, 298, 298)
