"""Labels get a table of their own, which the deletion of old predictions leaves alone."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
NUMBERS = (
    "video_duration_sec",
    "video_view_count",
    "video_like_count",
    "video_share_count",
    "video_download_count",
    "video_comment_count",
)
COPIED = ", ".join(
    (
        "video_id",
        "model_version",
        "video_transcription_text",
        *NUMBERS,
        "verified_status",
        "author_ban_status",
        "claim_probability",
        "claim_status",
        "needs_review",
    )
)
KEY = "coalesce(video_id, 'prediction ' || cast(id AS text))"
# One label of a video: of its latest prediction that has one.
COPY = f"""
    INSERT INTO labels
    (video_key, label, labelled_by, labelled_at, chosen_by, prediction_shown, prediction_id, {COPIED})
    SELECT {KEY}, decided, '', decided_at, 'api', true, id, {COPIED} FROM predictions
    WHERE id IN (SELECT max(id) FROM predictions WHERE decided IS NOT NULL GROUP BY {KEY})
    ORDER BY decided_at
"""  # noqa: S608 - our own names


def upgrade() -> None:
    """Make the table, with the labels that there are, and drop the columns that it replaces but one."""
    op.create_table(
        "labels",
        sa.Column("id", BIG, primary_key=True),
        sa.Column("video_key", sa.Text, nullable=False),
        sa.Column("label", sa.Text, nullable=False),
        sa.Column("labelled_by", sa.Text, nullable=False),
        sa.Column("labelled_at", sa.Double, nullable=False),
        sa.Column("note", sa.Text),
        sa.Column("chosen_by", sa.Text, nullable=False),
        sa.Column("prediction_shown", sa.Boolean, nullable=False),
        sa.Column("prediction_id", BIG, nullable=False),
        sa.Column("video_id", sa.Text),
        sa.Column("model_version", sa.Text, nullable=False),
        sa.Column("video_transcription_text", sa.Text),
        *[sa.Column(name, sa.Double) for name in NUMBERS],
        sa.Column("verified_status", sa.Text),
        sa.Column("author_ban_status", sa.Text),
        sa.Column("claim_probability", sa.Double, nullable=False),
        sa.Column("claim_status", sa.Text, nullable=False),
        sa.Column("needs_review", sa.Boolean, nullable=False),
    )
    op.create_index("labels_by_video", "labels", ["video_key", "labelled_by", "id"])
    op.execute(COPY)
    op.create_table(
        "leases",
        sa.Column("video_key", sa.Text, primary_key=True),
        sa.Column("labelled_by", sa.Text, nullable=False),
        sa.Column("until", sa.Double, nullable=False),
    )
    op.drop_index("predictions_decided", "predictions")
    op.drop_column("predictions", "decided_at")
    op.alter_column("predictions", "decided", new_column_name="label")
