"""Prints Python and the packages with their versions, one a line."""

import platform
from importlib import metadata

print("Python", platform.python_version())
for package in ("duckdb", "polars", "ladybug", "igraph", "networkit", "scipy", "numpy", "pyarrow"):
    print(package, metadata.version(package))
