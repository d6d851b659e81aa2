"""igraph: components, levels, dominators of the benchmark's edges."""

import numpy as np
import igraph

from edges import Edges, component_counts, dominator_counts
from protocol import Answer, serve

graph = None
edges = None


def release():
    global graph, edges
    graph = edges = None


def load(folder):
    """The graph with a root before all sources, numbered last."""
    global graph, edges
    edges = Edges(folder)
    root = edges.count
    pairs = np.empty((len(edges.sources) + len(edges.roots), 2), dtype=np.int64)
    pairs[: len(edges.sources), 0] = edges.sources
    pairs[: len(edges.sources), 1] = edges.targets
    pairs[len(edges.sources) :, 0] = root
    pairs[len(edges.sources) :, 1] = edges.roots
    graph = igraph.Graph(n=edges.count + 1, edges=pairs, directed=True)
    return Answer({"edges": len(edges.sources)}, kernels="components,levels,dominators")


def components():
    clustering = graph.connected_components(mode="strong")
    membership = clustering.membership

    def counts():
        # The root is a component of its own.
        sizes = np.bincount(np.asarray(membership[:-1]))
        return component_counts(sizes[sizes > 0])

    return Answer(counts)


def levels():
    """Hops from the root; breadth-first search from it is what distances() does without weights."""
    distances = graph.distances(source=edges.count, mode="out")[0]

    def counts():
        hops = np.asarray(distances, dtype=np.float64)[:-1]
        hops = hops[np.isfinite(hops)] - 1
        return {"reached": len(hops), "hops": int(hops.sum())}

    return Answer(counts)


def dominators():
    immediate = graph.dominator(edges.count, mode="out")

    def counts():
        # What the root does not reach is not a number.
        numbers = np.nan_to_num(np.asarray(immediate[:-1], dtype=np.float64), nan=-1)
        return dominator_counts(numbers, unreached=-1, root=edges.count)

    return Answer(counts)


serve({"load": load, "components": components, "levels": levels, "dominators": dominators}, release)
