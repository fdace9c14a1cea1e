"""The half of protocol v1 that holds or makes secrets. Only the plain pages may import it."""
