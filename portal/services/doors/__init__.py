"""What anybody comes through before something is kept: the welcome, the access word, measures against a flood."""
