"""The first tables: articles and reports as read, events with what stands behind and between them, the log."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# The log may only grow, and what an article or report says stays: the database itself refuses the rest.
_KEPT = {"log": "", "articles": "id, hash, text", "reports": "id, article_id, content"}
_REFUSED = "rows of {table} stay as they were written"


def upgrade() -> None:
    """Make them."""
    _articles_and_reports()
    _events()
    _between()
    _log()
    for table, columns in _KEPT.items():
        _guard(table, columns)


def downgrade() -> None:
    """Drop them all, with everything in them."""
    for table in ("log", "links", "event_reports", "events", "reports", "articles"):
        op.drop_table(table)
    if op.get_context().dialect.name == "postgresql":
        for table in _KEPT:
            op.execute(f"DROP FUNCTION keep_{table}()")


def _guard(table: str, columns: str) -> None:
    """Triggers that refuse to delete rows of ``table`` and to change ``columns`` (all, if none are named)."""
    refused, of = _REFUSED.format(table=table), f" OF {columns}" if columns else ""
    if op.get_context().dialect.name == "postgresql":
        op.execute(
            f"CREATE FUNCTION keep_{table}() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{refused}'; END $$"
        )
        op.execute(
            f"CREATE TRIGGER keep_{table} BEFORE DELETE OR UPDATE{of} ON {table} "
            f"FOR EACH ROW EXECUTE FUNCTION keep_{table}()"
        )
        return
    for name, moment in (("delete", "DELETE"), ("update", f"UPDATE{of}")):
        op.execute(
            f"CREATE TRIGGER keep_{table}_{name} BEFORE {moment} ON {table} BEGIN SELECT RAISE(ABORT, '{refused}'); END"
        )


def _articles_and_reports() -> None:
    op.create_table(
        "articles",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("publisher", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("published", sa.Date(), nullable=True),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_articles"),
        sa.UniqueConstraint("hash", name="uq_articles_hash"),
    )
    op.create_table(
        "reports",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("article_id", sa.Text(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name="fk_reports_article_id_articles"),
        sa.PrimaryKeyConstraint("id", name="pk_reports"),
    )
    op.create_index("ix_reports_article_id", "reports", ["article_id"])


def _events() -> None:
    op.create_table(
        "events",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("event_type", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("date_start", sa.Date(), nullable=True),
        sa.Column("date_end", sa.Date(), nullable=True),
        sa.Column("date_precision", sa.Text(), nullable=False),
        sa.Column("date_edtf", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("actors", sa.Text(), nullable=False),
        sa.Column("persons", sa.Text(), nullable=False),
        sa.Column("location", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=False),
        sa.Column("lat", sa.Float(), nullable=True),
        sa.Column("lon", sa.Float(), nullable=True),
        sa.Column("quantities", sa.Text(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=True),
        sa.Column("claimed_by", sa.Text(), nullable=False),
        sa.Column("source_urls", sa.Text(), nullable=False),
        sa.Column("publisher", sa.Text(), nullable=False),
        sa.Column("sources_confirming", sa.Integer(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("conflict", sa.Text(), nullable=False),
        sa.Column("track", sa.Text(), nullable=False),
        sa.Column("date_text", sa.Text(), nullable=False),
        sa.Column("date_basis", sa.Text(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("review_state", sa.Text(), nullable=False),
        sa.Column("outside_reports", sa.Integer(), nullable=False),
        sa.Column("outside_origins", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_events"),
    )
    op.create_index("ix_events_date_start", "events", ["date_start"])


def _between() -> None:
    op.create_table(
        "event_reports",
        sa.Column("event_id", sa.Text(), nullable=False),
        sa.Column("report_id", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("probability", sa.Float(), nullable=True),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name="fk_event_reports_event_id_events"),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name="fk_event_reports_report_id_reports"),
        sa.PrimaryKeyConstraint("event_id", "report_id", name="pk_event_reports"),
    )
    op.create_index("ix_event_reports_report_id", "event_reports", ["report_id"])
    op.create_table(
        "links",
        sa.Column("event_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("target_id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("probability", sa.Float(), nullable=True),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name="fk_links_event_id_events"),
        sa.PrimaryKeyConstraint("event_id", "kind", "target_id", name="pk_links"),
    )
    op.create_index("ix_links_target_id", "links", ["target_id"])


def _log() -> None:
    op.create_table(
        "log",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("batch", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("entity", sa.Text(), nullable=False),
        sa.Column("entity_id", sa.Text(), nullable=False),
        sa.Column("event_id", sa.Text(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("undoes", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("number", name="pk_log"),
    )
    op.create_index("ix_log_batch", "log", ["batch"])
    op.create_index("ix_log_event_id", "log", ["event_id"])
    op.create_index("ix_log_undoes", "log", ["undoes"])
