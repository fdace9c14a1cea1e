"""The sealed pages' shells: HTML made from the language alone, the same bytes for everybody."""
