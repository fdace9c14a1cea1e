"""Protocol v1 (docs/protocol.md). What holds or makes a secret stands in `crypto.secret`."""
