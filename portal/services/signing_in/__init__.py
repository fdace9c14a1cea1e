"""How a member shows who they are: password, second factor, passkeys, and staying signed in."""
