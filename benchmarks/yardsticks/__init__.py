"""One runner a yardstick: `predict(docs, engine)` yields the rows that its scorer reads."""
