"""The blind API: envelopes, keys, hashes, ids, days and small keys, and no text about a case."""
