"""The face: a Qt window over the use cases of the core."""
