"""What each forum software does to its feeds, one module per software."""
