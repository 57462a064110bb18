"""Text as it is stored and as it is compared."""

import re
import unicodedata

# C0 and C1 controls but tab and newline, bidi overrides and isolates, non-characters and lone surrogates.
_UNWANTED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")
_NOT_WORD = re.compile(r"[^\w]+", re.UNICODE)


def clean(text: str) -> str:
    """NFC text without control characters, bidi overrides and outer white space."""
    return unicodedata.normalize("NFC", _UNWANTED.sub("", text)).strip()


def norm(text: str) -> str:
    """The form in which names are compared: casefolded, without accents and punctuation."""
    decomposed = unicodedata.normalize("NFKD", clean(text).casefold())
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return _NOT_WORD.sub(" ", bare).strip()
