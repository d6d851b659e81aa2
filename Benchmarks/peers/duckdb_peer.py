"""DuckDB: loads the tables, answers the core flags with tiers in SQL."""

import duckdb

from ledger import CATEGORIES, DAY, NUMBERING_PLAN, TABLES, Policy
from protocol import Answer, serve

TYPES = {"text": "VARCHAR", "date": "DATE", "count": "BIGINT", "category": "category"}
TODAY = f"DATE '{DAY}'"

connection = None
policy = None


def connect():
    global connection
    connection = duckdb.connect(":memory:")
    connection.execute("PRAGMA threads=2")
    # Rows need not come back in the order of the file: loading and joins are faster without it.
    connection.execute("SET preserve_insertion_order=false")
    names = ", ".join(f"'{name}'" for name in CATEGORIES)
    connection.execute(f"CREATE TYPE category AS ENUM ({names})")


def release():
    if connection is not None:
        connection.close()
    connect()


def load(folder):
    """The tables as they are, every column typed and nothing sniffed."""
    global policy
    policy = Policy(folder)
    for table, columns in TABLES.items():
        types = ", ".join(f"'{name}': '{TYPES[kind]}'" for name, kind in columns.items())
        connection.execute(
            f"CREATE TABLE {table} AS SELECT * FROM read_csv('{folder}/{table}.csv', columns={{{types}}}, "
            "header=true, auto_detect=false, delim=',', quote='\"', escape='\"', new_line='\\n', parallel=true)"
        )
    return Answer(
        lambda: {table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in TABLES}
    )


def prepare():
    """Numbers for operator ids, so that the flags join and group by integers."""
    connection.execute(
        "CREATE OR REPLACE TABLE numbered AS SELECT (row_number() OVER () - 1)::INTEGER AS x, * FROM operators"
    )
    connection.execute(
        """CREATE OR REPLACE TABLE edges AS
        SELECT s.x AS u, r.x AS v, p.category AS c, p.numbers AS n, p.starts_on, p.ends_on
        FROM provisions p JOIN numbered s ON s.operator_id = p.supplier_id
        JOIN numbered r ON r.operator_id = p.recipient_id
        WHERE p.supplier_id <> p.recipient_id"""
    )
    return Answer({"operators": connection.execute("SELECT count(*) FROM numbered").fetchone()[0]})


def flags():
    run = connection.execute
    run(
        f"""CREATE OR REPLACE TEMP TABLE active AS SELECT u, v, c, n FROM edges
        WHERE coalesce(starts_on <= {TODAY}, true) AND coalesce(ends_on >= {TODAY}, true)"""
    )
    # A person is all operators of one corporate number; standing belongs to the person.
    run(
        """CREATE OR REPLACE TEMP TABLE person AS
        SELECT x, operator_id, role, service_started_on, coalesce(corporate_number, -x - 1) AS person FROM numbered"""
    )
    plan = " ".join(
        f"WHEN range_start BETWEEN {first} AND {last} THEN '{name}'" for first, last, name in reversed(NUMBERING_PLAN)
    )
    run(
        f"""CREATE OR REPLACE TEMP TABLE holder AS SELECT DISTINCT x, (CASE {plan} END)::category AS c
        FROM designations JOIN person USING (operator_id) WHERE coalesce(designated_on <= {TODAY}, true)"""
    )
    run(
        f"""CREATE OR REPLACE TEMP TABLE certified AS SELECT DISTINCT person
        FROM certifications JOIN person USING (operator_id)
        WHERE valid_from <= {TODAY}
        AND coalesce(valid_to, CASE WHEN month(valid_from) = 2 AND day(valid_from) = 29
            THEN valid_from + INTERVAL 1 YEAR ELSE valid_from + INTERVAL 1 YEAR - INTERVAL 1 DAY END)
            + INTERVAL ({policy.grace_days}) DAY >= {TODAY}
        AND (ended_on IS NULL OR ended_on > {TODAY}
            OR (ended_on > valid_to AND coalesce(end_reason, 'expired') = 'expired'))"""
    )
    # Approvals of a person as a mask of categories.
    run(
        f"""CREATE OR REPLACE TEMP TABLE approved AS
        SELECT person, bit_or(mask)::UTINYINT AS mask FROM (
          SELECT person, CASE WHEN category IS NULL THEN 127 ELSE 1 << enum_code(category) END AS mask
          FROM approvals JOIN person USING (operator_id)
          WHERE coalesce(valid_from <= {TODAY}, true) AND coalesce(ended_on > {TODAY}, true)
          UNION ALL SELECT person, 1 << enum_code(c) FROM holder JOIN person USING (x)) GROUP BY person"""
    )
    # One row an operator with all that the flags ask of it.
    run(
        """CREATE OR REPLACE TEMP TABLE standing AS
        SELECT x, p.service_started_on, certified.person IS NOT NULL AS is_certified, coalesce(mask, 0) AS mask,
          seller.u IS NULL AND role = 'user' AS is_user
        FROM person p LEFT JOIN certified USING (person) LEFT JOIN approved USING (person)
        LEFT JOIN (SELECT DISTINCT u FROM active SEMI JOIN (SELECT x AS u FROM person WHERE role = 'user') USING (u))
          seller ON seller.u = x"""
    )
    uncertified_recipient, approval_missing = run(
        """SELECT count(*) FILTER (NOT is_certified), count(*) FILTER ((mask >> enum_code(c)) & 1 = 0)
        FROM active JOIN standing ON x = v WHERE NOT is_user"""
    ).fetchone()
    (uncertified_supplier,) = run(
        """SELECT count(*) FROM (SELECT DISTINCT u, c FROM active JOIN standing ON x = u WHERE NOT is_certified)"""
    ).fetchone()
    return Answer(
        {
            "uncertified-recipient": uncertified_recipient,
            "uncertified-supplier": uncertified_supplier,
            "approval-missing": approval_missing,
            "cap-exceeded": caps(),
            "second-tier-resale": tiers(),
        }
    )


def caps():
    run = connection.execute
    count = 0
    for maximum, after in policy.caps:
        (found,) = run(
            f"""SELECT count(*) FROM (SELECT u, v FROM active
            SEMI JOIN (SELECT x AS v FROM standing WHERE service_started_on > DATE '{after}') USING (v)
            GROUP BY u, v HAVING sum(n) > {maximum})"""
        ).fetchone()
        count += found
    (found,) = run(
        f"""WITH cap AS (
          SELECT cap_id, s.x AS u, r.x AS v, category, max_numbers FROM caps
          LEFT JOIN numbered s ON s.operator_id = supplier_id JOIN numbered r ON r.operator_id = recipient_id
          WHERE coalesce(caps.valid_from <= {TODAY}, true)),
        flow AS (SELECT u, v, c, n FROM active SEMI JOIN cap USING (v))
        SELECT count(*) FROM (SELECT cap_id FROM cap JOIN flow ON flow.v = cap.v
          AND coalesce(flow.u = cap.u, true) AND coalesce(flow.c = cap.category, true)
          GROUP BY cap_id, max_numbers HAVING sum(n) > max_numbers)"""
    ).fetchone()
    return count + found


def tiers():
    """Levels by a breadth-first search in rounds: the frontier joined with what is not reached yet."""
    run = connection.execute
    run("CREATE OR REPLACE TEMP TABLE flow AS SELECT DISTINCT u, v, c FROM active")
    run("CREATE OR REPLACE TEMP TABLE level AS SELECT x, c, 0 AS level FROM holder")
    step = 0
    while True:
        step += 1
        (found,) = run(
            f"""INSERT INTO level SELECT DISTINCT v, flow.c, {step} FROM flow
            JOIN level l ON l.x = flow.u AND l.c = flow.c AND l.level = {step - 1}
            ANTI JOIN level known ON known.x = flow.v AND known.c = flow.c"""
        ).fetchone()
        if found == 0:
            break
    (count,) = run(
        f"""SELECT count(*) FROM active JOIN level ON x = u AND level.c = active.c
        WHERE level + 1 > {policy.max_tier}"""
    ).fetchone()
    return count


connect()
serve({"load": load, "prepare": prepare, "flags": flags}, release)
