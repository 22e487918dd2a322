"""Charts: pure functions, a frame in, a figure out. No store, no clock, no state; times are epoch milliseconds."""
