"""Finding what a file says besides its picture: readers of metadata, each robust to nonsense."""
