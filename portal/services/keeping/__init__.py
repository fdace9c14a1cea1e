"""How the server keeps what it can't read or mustn't change: its own layer, hashes, signed bytes, chained lines."""
