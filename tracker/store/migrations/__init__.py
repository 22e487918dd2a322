"""The store's schema, step by step (alembic); run by ``tracker.store.migrate`` when a store is opened."""
