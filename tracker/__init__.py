"""Conflict-negotiation timeline tracker: news text in, a timeline of dated events out."""
