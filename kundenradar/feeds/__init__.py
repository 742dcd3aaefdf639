"""From the wire to entries: fetch, parse, plain text, discovery."""
