"""What can go wrong, said to the person at the terminal."""


class LocalError(Exception):
    """The embedded servers cannot be used; the message says why and what helps."""
