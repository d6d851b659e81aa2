"""NetworKit: components and levels of the benchmark's edges; it has no dominators."""

import networkit as nk
import numpy as np

from edges import Edges, component_counts
from protocol import Answer, serve

nk.setNumberOfThreads(2)
graph = None
rooted = None
edges = None


def release():
    global graph, rooted, edges
    graph = rooted = edges = None


def from_pairs(sources, targets, count):
    pairs = (sources.astype(np.uint64), targets.astype(np.uint64))
    return nk.GraphFromCoo(pairs, n=count, weighted=False, directed=True)


def load(folder):
    """The graph, and once more with a root before all sources: its search begins at one node."""
    global graph, rooted, edges
    edges = Edges(folder)
    graph = from_pairs(edges.sources, edges.targets, edges.count)
    root = np.full(len(edges.roots), edges.count, dtype=np.uint32)
    rooted = from_pairs(
        np.concatenate([edges.sources, root]), np.concatenate([edges.targets, edges.roots]), edges.count + 1
    )
    return Answer({"edges": len(edges.sources)}, kernels="components,levels")


def components():
    search = nk.components.StronglyConnectedComponents(graph)
    search.run()
    return Answer(lambda: component_counts(np.bincount(np.asarray(search.getPartition().getVector()))))


def levels():
    search = nk.distance.BFS(rooted, edges.count, storePaths=False)
    search.run()

    def counts():
        hops = np.asarray(search.getDistances())[:-1]
        hops = hops[hops < 1e18] - 1
        return {"reached": len(hops), "hops": int(hops.sum())}

    return Answer(counts)


serve({"load": load, "components": components, "levels": levels}, release)
