"""Words and rules of listening to customers. Standard library only, no effects."""
