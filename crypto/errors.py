"""What can go wrong, by name. Whoever opens untrusted bytes catches `ProtocolError`."""


class ProtocolError(Exception):
    """Something received or asked for does not agree with protocol v1."""


class Malformed(ProtocolError):
    """Bytes that are not in the one form the protocol gives them."""


class Unsealable(ProtocolError):
    """A sealed thing that does not open: which of the checks failed is not told, on purpose."""


class Forged(ProtocolError):
    """A signature or a MAC that is not by the key it should be by."""


class WordsRefused(ProtocolError):
    """Words that are unknown, too few, too many or wrong by their check bits."""


class CredentialsRefused(ProtocolError):
    """A name or password that the protocol has no form for."""


class DirectoryRefused(ProtocolError):
    """A staff directory, credential or freshness statement that breaks a rule of section 8."""


class DirectoryUnknown(DirectoryRefused):
    """A directory version that was not fetched: fetch it and try again.

    `version` is its number.
    """

    def __init__(self, version: int) -> None:
        super().__init__(f"directory version {version} is not at hand")
        self.version = version


class CaseRefused(ProtocolError):
    """A case whose rosters break a rule of section 6: nothing of it is to be used."""


class MessageRefused(ProtocolError):
    """One message that breaks a rule of section 7."""


class RegisterRefused(ProtocolError):
    """A register entry, register key or checkpoint that breaks a rule of section 9."""


class JournalRefused(ProtocolError):
    """Lines that do not chain."""


class ArchiveRefused(ProtocolError):
    """A file that is not an archive, or no longer the one that was written."""


class NotAllowed(ProtocolError):
    """An act that the roles table does not give to whoever asks for it."""
