"""Text to sentiment."""
