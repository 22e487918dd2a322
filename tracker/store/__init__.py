"""Articles, reports, events and every change to them, kept in a database."""

from tracker.models import AddedArticle, ArticleHead, Batch, Change, ImportCounts, StoredReport
from tracker.store.store import Store

__all__ = ["AddedArticle", "ArticleHead", "Batch", "Change", "ImportCounts", "Store", "StoredReport"]
