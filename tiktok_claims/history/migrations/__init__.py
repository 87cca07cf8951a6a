"""Brings the tables of an older version up to date, with Alembic: versions/ has a file for each change."""

from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config


def upgrade(connection: sa.Connection, schema: str) -> None:
    """Bring the tables from a schema to the latest one, in the transaction of the connection."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.attributes["connection"] = connection
    command.stamp(config, schema)  # a database of 1.0.0 has no version yet
    command.upgrade(config, "head")
