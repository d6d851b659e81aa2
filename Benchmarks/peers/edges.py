"""The edges that the benchmark wrote: 32-bit numbers in files of their own."""

import numpy as np


class Edges:
    def __init__(self, folder):
        def column(name):
            return np.fromfile(f"{folder}/{name}", dtype=np.uint32)

        self.sources, self.targets = column("from"), column("to")
        # Where searches begin.
        self.roots = column("sources")
        self.count = int(column("count")[0])
        assert len(self.sources) == len(self.targets)


def component_counts(sizes):
    """What both sides count of components, given the size of each."""
    return {
        "components": len(sizes),
        "largest": int(sizes.max()),
        "in-circles": int(sizes[sizes > 1].sum()),
    }


def dominator_counts(immediate, unreached, root):
    """What both sides count of immediate dominators, given an array with two special values."""
    immediate = np.asarray(immediate, dtype=np.int64)
    reached = immediate != unreached
    inner = np.flatnonzero(reached & (immediate != root))
    return {
        "reached": int(reached.sum()),
        "by-root-only": int((immediate[reached] == root).sum()),
        "checksum": int(((immediate[inner] + 1) * (inner % 1009 + 1)).sum()),
    }
