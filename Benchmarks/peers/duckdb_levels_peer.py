"""DuckDB: levels of the benchmark's edges by a breadth-first search in SQL."""

import duckdb
import numpy as np

from edges import Edges
from protocol import Answer, serve

connection = None


def release():
    global connection
    if connection is not None:
        connection.close()
    connection = duckdb.connect(":memory:")
    connection.execute("PRAGMA threads=2")
    connection.execute("SET preserve_insertion_order=false")


def load(folder):
    """The edges as a table; pairs that repeat are kept once."""
    edges = Edges(folder)
    pairs = {"u": edges.sources.astype(np.int32), "v": edges.targets.astype(np.int32)}
    roots = {"x": edges.roots.astype(np.int32)}
    connection.execute("CREATE TABLE flow AS SELECT DISTINCT u, v FROM pairs")
    connection.execute("CREATE TABLE root AS SELECT x FROM roots")
    return Answer({"edges": len(pairs["u"]), "roots": len(roots["x"])}, kernels="levels")


def levels():
    """The frontier joined with what is not reached yet, round by round."""
    run = connection.execute
    run("CREATE OR REPLACE TEMP TABLE level AS SELECT x, 0 AS level FROM root")
    step, found = 0, 1
    while found:
        step += 1
        (found,) = run(
            f"""INSERT INTO level SELECT DISTINCT v, {step} FROM flow JOIN level l ON l.x = flow.u AND l.level = {step - 1}
            ANTI JOIN level known ON known.x = flow.v"""
        ).fetchone()
    return Answer(lambda: dict(zip(("reached", "hops"), run("SELECT count(*), sum(level) FROM level").fetchone())))


release()
serve({"load": load, "levels": levels}, release)
