"""Articles, reports, events and every change to them, kept in a database."""

from tracker.models import AddedArticle, ArticleHead, Batch, Change, ImportCounts, StoredReport
from tracker.store.records import AskedJoin, JoinedReport, TakenIn, ToldTogether
from tracker.store.store import Store

__all__ = [
    "AddedArticle",
    "ArticleHead",
    "AskedJoin",
    "Batch",
    "Change",
    "ImportCounts",
    "JoinedReport",
    "Store",
    "StoredReport",
    "TakenIn",
    "ToldTogether",
]
