"""What joining asks for: the origin of each report behind an event, reports in the plural, events by type and day."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns and their indexes."""
    op.add_column("event_reports", sa.Column("origin", sa.Text(), nullable=False, server_default=""))
    op.add_column("reports", sa.Column("manner", sa.Text(), nullable=False, server_default=""))
    op.create_index("ix_reports_manner", "reports", ["manner"])
    op.create_index("ix_events_event_type", "events", ["event_type", "date_precision", "date_start"])


def downgrade() -> None:
    """Drop them."""
    op.drop_index("ix_events_event_type", "events")
    op.drop_index("ix_reports_manner", "reports")
    op.drop_column("reports", "manner")
    op.drop_column("event_reports", "origin")
