"""Composition root: builds the context and the executors."""
