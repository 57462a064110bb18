"""What makes two results comparable to the byte."""

ENGINE_VERSION = "1.0.0"

BLOCK = 256
"""Draws per block. Part of the engine version: another size gives other draws."""

MAX_DRAWS = 100_000
MAX_SEED = 2**53 - 1

WEIGHT_TOLERANCE = 1e-9
"""Shares of weight are sums of rounded products: 60 % made of three parts is still 60 %."""
