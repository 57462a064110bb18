"""The one error that an input can cause."""


class ModelError(ValueError):
    """An input that cannot be scored. `path` names the place in the input, `message` the reason."""

    def __init__(self, path: str, message: str) -> None:
        super().__init__(path, message)
        self.path = path
        self.message = message

    def __str__(self) -> str:
        return f"{self.path}: {self.message}" if self.path else self.message

    def under(self, prefix: str) -> "ModelError":
        """The same error seen from one level further out: `low` under `cells[3]` is `cells[3].low`."""
        joined = f"{prefix}.{self.path}" if prefix and self.path else prefix or self.path
        return ModelError(joined, self.message)
