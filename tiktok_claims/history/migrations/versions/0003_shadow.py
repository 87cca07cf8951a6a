"""Predictions get columns for what a shadow model predicts for the same record."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the columns, which are empty where there was no shadow model."""
    op.add_column("predictions", sa.Column("shadow_version", sa.Text))
    op.add_column("predictions", sa.Column("shadow_probability", sa.Double))
    op.add_column("predictions", sa.Column("shadow_status", sa.Text))
    op.add_column("predictions", sa.Column("shadow_needs_review", sa.Boolean))
