"""The tables of 1.0.0: predictions with a label in two columns, and traffic. No migration made them."""

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Nothing: every database without a version has them."""
