"""The jail: a fork-server, a child a file, and the layers that hold the child."""
