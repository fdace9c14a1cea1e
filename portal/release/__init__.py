"""What a release serves, written down and signed, and whether a live site serves just that (ADR 0015)."""
