"""A case from its question to its archive: mailbox, pages, replies, who takes part, the end."""
