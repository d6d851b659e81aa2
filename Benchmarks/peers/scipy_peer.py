"""SciPy: components and levels of the benchmark's edges as a sparse matrix; it has no dominators."""

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import breadth_first_order, connected_components

from edges import Edges, component_counts
from protocol import Answer, serve

matrix = None
rooted = None
edges = None


def release():
    global matrix, rooted, edges
    matrix = rooted = edges = None


def from_pairs(sources, targets, count):
    pairs = (sources.astype(np.int32), targets.astype(np.int32))
    return coo_array((np.ones(len(sources), dtype=np.float64), pairs), shape=(count, count)).tocsr()


def load(folder):
    """The graph, and once more with a root before all sources; pairs that repeat become one entry."""
    global matrix, rooted, edges
    edges = Edges(folder)
    matrix = from_pairs(edges.sources, edges.targets, edges.count)
    root = np.full(len(edges.roots), edges.count, dtype=np.uint32)
    rooted = from_pairs(
        np.concatenate([edges.sources, root]), np.concatenate([edges.targets, edges.roots]), edges.count + 1
    )
    return Answer({"edges": len(edges.sources)}, kernels="components,levels")


def components():
    _, labels = connected_components(matrix, directed=True, connection="strong")
    return Answer(lambda: component_counts(np.bincount(labels)))


def levels():
    """Hops from the order of the search: whoever was reached from one level is the next.

    The places of the predecessors ascend along the order, so each level is found by a binary search.
    """
    order, predecessors = breadth_first_order(rooted, edges.count, directed=True, return_predecessors=True)
    place = np.empty(edges.count + 1, dtype=np.int32)
    place[order] = np.arange(len(order), dtype=np.int32)
    from_place = place[predecessors[order[1:]]]
    hops = np.full(edges.count + 1, -2, dtype=np.int32)
    first, last, level = 0, 1, -1
    while first < last:
        hops[order[first:last]] = level
        first, last = last, 1 + int(np.searchsorted(from_place, last))
        level += 1

    def counts():
        reached = hops[:-1][hops[:-1] >= 0]
        return {"reached": len(reached), "hops": int(reached.sum(dtype=np.int64))}

    return Answer(counts)


serve({"load": load, "components": components, "levels": levels}, release)
