"""The array types that stages exchange."""

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]
Counts = npt.NDArray[np.int64]
Places = npt.NDArray[np.intp]


def read_only[T: np.generic](array: npt.NDArray[T]) -> npt.NDArray[T]:
    """The same array, which nobody can write to any more: what is shared by all draws stays as it was made."""
    array.flags.writeable = False
    return array
