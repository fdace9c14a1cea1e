"""Reading an archive file with the words on paper, on a machine that needs no portal.

The second place, after the plain pages, where secret keys are held on this side of the wire.
"""
