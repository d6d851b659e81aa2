"""Ladybug: loads operators, persons and provisions as a graph, answers the core flags with tiers in Cypher."""

import ladybug
import polars as pl

from ledger import CATEGORIES, DAY, NUMBERING_PLAN, TABLES, Policy
from protocol import Answer, serve

TODAY = f"date('{DAY}')"
TYPES = {"text": pl.String, "date": pl.Date, "count": pl.Int64, "category": pl.String}
ACTIVE = "(p.starts_on IS NULL OR p.starts_on <= {0}) AND (p.ends_on IS NULL OR p.ends_on >= {0})".format(TODAY)
# Before all holders stands a root: levels are hops from it, less one.
ROOT = -1
MOST_HOPS = 60

database = None
connection = None
policy = None
counts = {}


def run(query):
    """The first row of the answer."""
    result = connection.execute(query)
    return result.get_next() if result.has_next() else None


def release():
    global database, connection
    if connection is not None:
        connection.close()
        database.close()
    database = ladybug.Database(":memory:")
    connection = ladybug.Connection(database, num_threads=2)
    run(f"CALL var_length_extend_max_depth={MOST_HOPS}")


def read(folder, table):
    return pl.read_csv(f"{folder}/{table}.csv", schema={name: TYPES[kind] for name, kind in TABLES[table].items()})


def load(folder):
    """Rows are read and given numbers for ids by Polars, which is much faster than loading by text keys, and copied.

    Standing belongs to a person, all operators of one corporate number; a flow goes between operators.
    """
    global policy
    policy = Policy(folder)
    operators = read(folder, "operators").with_row_index("x").with_columns(pl.col("x").cast(pl.Int64))
    operators = operators.with_columns(person=pl.coalesce("corporate_number", -pl.col("x") - 1))
    ids = operators.select("operator_id", "x", "person")
    provisions, caps = read(folder, "provisions"), read(folder, "caps")
    approvals, certifications = read(folder, "approvals"), read(folder, "certifications")
    designations = read(folder, "designations")
    frames = {"provisions": provisions, "caps": caps, "approvals": approvals, "certifications": certifications}
    frames |= {"designations": designations}
    counts.update({name: frame.height for name, frame in frames.items()}, operators=operators.height)

    def number(frame, **columns):
        for name, column in columns.items():
            frame = frame.join(
                ids.select("operator_id", pl.col("x").alias(name)), left_on=column, right_on="operator_id", how="left"
            )
        return frame

    run("CREATE NODE TABLE Person(id INT64, certified BOOLEAN, approved STRING[], PRIMARY KEY(id))")
    run("CREATE NODE TABLE Operator(x INT64, role STRING, started DATE, is_user BOOLEAN, PRIMARY KEY(x))")
    run("CREATE NODE TABLE Certification(id INT64, valid_from DATE, valid_to DATE, ended_on DATE, end_reason STRING, "
        "PRIMARY KEY(id))")
    run("CREATE NODE TABLE Approval(id INT64, category STRING, valid_from DATE, ended_on DATE, PRIMARY KEY(id))")
    run("CREATE NODE TABLE Cap(id INT64, supplier INT64, category STRING, most INT64, valid_from DATE, PRIMARY KEY(id))")
    run("CREATE REL TABLE Belongs(FROM Operator TO Person, MANY_ONE)")
    run("CREATE REL TABLE Certified(FROM Person TO Certification)")
    run("CREATE REL TABLE Approved(FROM Person TO Approval)")
    run("CREATE REL TABLE Limits(FROM Cap TO Operator)")
    run("CREATE REL TABLE Designated(FROM Operator TO Operator, category STRING, starts_on DATE, ends_on DATE)")
    run("CREATE REL TABLE Provides(FROM Operator TO Operator, category STRING, starts_on DATE, ends_on DATE, n INT64)")

    # The frames are named in the queries that copy them.
    nobody = pl.lit(None, dtype=pl.Boolean)
    persons = operators.select("person").unique().select("person", c=nobody, a=pl.lit([], dtype=pl.List(pl.String)))
    persons = persons.to_arrow()
    run("COPY Person FROM persons")
    root = pl.DataFrame({"x": [ROOT], "role": [""], "started": [None], "u": [False]},
                        schema={"x": pl.Int64, "role": pl.String, "started": pl.Date, "u": pl.Boolean})
    nodes = operators.select("x", "role", started="service_started_on", u=pl.lit(False))
    nodes = pl.concat([nodes, root]).to_arrow()
    run("COPY Operator FROM nodes")
    belongs = operators.select("x", "person").to_arrow()
    run("COPY Belongs FROM belongs")

    def with_person(frame):
        frame = frame.join(ids, on="operator_id").with_row_index("id")
        return frame.with_columns(pl.col("id").cast(pl.Int64))

    certifications = with_person(certifications)
    rows = certifications.select("id", "valid_from", "valid_to", "ended_on", "end_reason").to_arrow()
    run("COPY Certification FROM rows")
    rows = certifications.select("person", "id").to_arrow()
    run("COPY Certified FROM rows")

    category = pl.when(pl.lit(False)).then(pl.lit(None, dtype=pl.String))
    for first, last, name in reversed(NUMBERING_PLAN):
        category = category.when(pl.col("range_start").is_between(first, last)).then(pl.lit(name))
    designations = number(designations, x="operator_id").select(
        pl.lit(ROOT, dtype=pl.Int64).alias("root"), "x", category=category, starts_on="designated_on",
        ends_on=pl.lit(None, dtype=pl.Date),
    )
    rows = designations.to_arrow()
    run("COPY Designated FROM rows")

    approvals = with_person(approvals)
    rows = approvals.select("id", "category", "valid_from", "ended_on").to_arrow()
    run("COPY Approval FROM rows")
    rows = approvals.select("person", "id").to_arrow()
    run("COPY Approved FROM rows")

    caps = number(caps, u="supplier_id", v="recipient_id").with_row_index("id")
    caps = caps.with_columns(pl.col("id").cast(pl.Int64))
    rows = caps.select("id", "u", "category", "max_numbers", "valid_from").to_arrow()
    run("COPY Cap FROM rows")
    rows = caps.select("id", "v").to_arrow()
    run("COPY Limits FROM rows")

    rows = number(provisions, u="supplier_id", v="recipient_id")
    rows = rows.select("u", "v", "category", "starts_on", "ends_on", "numbers").to_arrow()
    run("COPY Provides FROM rows")
    return Answer(counts)


def prepare():
    """Nothing more: ids were numbered before they were copied."""
    return Answer({"operators": run("MATCH (x:Operator) WHERE x.x >= 0 RETURN count(*)")[0]})


def flags():
    standings()
    recipient = f"MATCH (u:Operator)-[p:Provides]->(v:Operator)-[:Belongs]->(q:Person) WHERE {ACTIVE} AND u.x <> v.x"
    return Answer(
        {
            "uncertified-recipient": run(f"{recipient} AND NOT v.is_user AND NOT q.certified RETURN count(*)")[0],
            "approval-missing": run(
                f"{recipient} AND NOT v.is_user AND NOT list_contains(q.approved, 'all') "
                "AND NOT list_contains(q.approved, p.category) RETURN count(*)"
            )[0],
            "uncertified-supplier": run(
                "MATCH (q:Person)<-[:Belongs]-(u:Operator)-[p:Provides]->(v:Operator) "
                f"WHERE NOT q.certified AND {ACTIVE} AND u.x <> v.x WITH DISTINCT u.x AS x, p.category AS c RETURN count(*)"
            )[0],
            "cap-exceeded": caps(),
            "second-tier-resale": tiers(),
        }
    )


def standings():
    run("MATCH (q:Person) SET q.certified = false, q.approved = []")
    natural = (
        "CASE WHEN c.valid_to IS NOT NULL THEN c.valid_to "
        "WHEN date_part('month', c.valid_from) = 2 AND date_part('day', c.valid_from) = 29 "
        "THEN c.valid_from + interval('365 days') "
        "ELSE cast(c.valid_from + interval('1 year') - interval('1 day') AS DATE) END"
    )
    run(
        f"MATCH (q:Person)-[:Certified]->(c:Certification) WITH q, c, cast({natural} AS DATE) AS last "
        f"WHERE c.valid_from <= {TODAY} AND last + interval('{policy.grace_days} days') >= {TODAY} "
        f"AND (c.ended_on IS NULL OR c.ended_on > {TODAY} OR (c.ended_on > last "
        "AND (c.end_reason IS NULL OR c.end_reason = 'expired'))) SET q.certified = true"
    )
    run(
        f"MATCH (q:Person)-[:Approved]->(a:Approval) WHERE (a.valid_from IS NULL OR a.valid_from <= {TODAY}) "
        f"AND (a.ended_on IS NULL OR a.ended_on > {TODAY}) "
        "WITH q, collect(DISTINCT coalesce(a.category, 'all')) AS names SET q.approved = names"
    )
    run(
        f"MATCH (:Operator)-[d:Designated]->(x:Operator)-[:Belongs]->(q:Person) "
        f"WHERE d.starts_on IS NULL OR d.starts_on <= {TODAY} "
        "WITH q, collect(DISTINCT d.category) AS names SET q.approved = list_concat(q.approved, names)"
    )
    run("MATCH (x:Operator) WHERE x.role = 'user' SET x.is_user = true")
    run(
        f"MATCH (x:Operator)-[p:Provides]->(v:Operator) WHERE x.role = 'user' AND {ACTIVE} AND x.x <> v.x "
        "WITH DISTINCT x SET x.is_user = false"
    )


def caps():
    count = 0
    for maximum, after in policy.caps:
        count += run(
            f"MATCH (u:Operator)-[p:Provides]->(v:Operator) WHERE v.started > date('{after}') AND {ACTIVE} "
            f"AND u.x <> v.x WITH u.x AS u, v.x AS v, sum(p.n) AS n WHERE n > {maximum} RETURN count(*)"
        )[0]
    return count + run(
        "MATCH (c:Cap)-[:Limits]->(v:Operator)<-[p:Provides]-(u:Operator) "
        f"WHERE {ACTIVE} AND u.x <> v.x AND (c.valid_from IS NULL OR c.valid_from <= {TODAY}) "
        "AND (c.supplier IS NULL OR c.supplier = u.x) AND (c.category IS NULL OR c.category = p.category) "
        "WITH c.id AS id, c.most AS most, sum(p.n) AS n WHERE n > most RETURN count(*)"
    )[0]


def tiers():
    """One breadth-first search from the root for each category; the tier is the hops to the supplier."""
    inner = ACTIVE.replace("p.", "e.")
    count = 0
    for category in CATEGORIES:
        count += run(
            f"MATCH (r:Operator)-[s:Designated|:Provides* SHORTEST 1..{MOST_HOPS} "
            f"(e, n | WHERE e.category = '{category}' AND {inner})]->(u:Operator)-[p:Provides]->(v:Operator) "
            f"WHERE r.x = {ROOT} AND length(s) > {policy.max_tier} AND p.category = '{category}' AND {ACTIVE} "
            "AND u.x <> v.x RETURN count(*)"
        )[0]
    return count


release()
serve({"load": load, "prepare": prepare, "flags": flags}, release)
