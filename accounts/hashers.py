"""Argon2id with OWASP's modest figures: 64 logins at once must not take gigabytes."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class Argon2Modest(Argon2PasswordHasher):
    """19 MiB, two passes, one lane."""

    time_cost = 2
    memory_cost = 19 * 1024
    parallelism = 1
