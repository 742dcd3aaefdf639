"""Windowed models over what the core answers."""
