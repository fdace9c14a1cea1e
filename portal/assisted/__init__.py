"""The plain pages, for askers without scripts: here the server seals and opens, one request long.

The only package that may import the secret-key half of `crypto`.
"""
