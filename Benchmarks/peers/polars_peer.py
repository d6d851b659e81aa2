"""Polars: loads the tables, answers the core flags without tiers on data frames."""

import datetime

import polars as pl

from ledger import CATEGORIES, DAY, NUMBERING_PLAN, TABLES, Policy
from protocol import Answer, serve

TYPES = {"text": pl.String, "date": pl.Date, "count": pl.Int64, "category": pl.Enum(CATEGORIES)}
TODAY = pl.lit(DAY)

tables = {}
policy = None
numbered = None
edges = None


def release():
    global numbered, edges
    tables.clear()
    numbered = edges = None


def load(folder):
    """The tables as they are, every column typed and nothing sniffed; dates are parsed by Polars."""
    global policy
    policy = Policy(folder)
    for table, columns in TABLES.items():
        tables[table] = pl.read_csv(
            f"{folder}/{table}.csv", schema={name: TYPES[kind] for name, kind in columns.items()}
        )
    return Answer({table: frame.height for table, frame in tables.items()})


def prepare():
    """Numbers for operator ids, so that the flags join and group by integers."""
    global numbered, edges
    numbered = tables["operators"].lazy().with_row_index("x").collect()
    ids = numbered.lazy().select("operator_id", "x")
    edges = (
        tables["provisions"]
        .lazy()
        .filter(pl.col("supplier_id") != pl.col("recipient_id"))
        .select("supplier_id", "recipient_id", c="category", n="numbers", start="starts_on", end="ends_on")
        .join(ids.rename({"x": "u"}), left_on="supplier_id", right_on="operator_id")
        .join(ids.rename({"x": "v"}), left_on="recipient_id", right_on="operator_id")
        .select("u", "v", "c", "n", "start", "end")
        .collect()
    )
    return Answer({"operators": numbered.height})


def in_force(start, end):
    """Both days count; a blank one is open."""
    return (pl.col(start).is_null() | (pl.col(start) <= TODAY)) & (pl.col(end).is_null() | (pl.col(end) >= TODAY))


def flags():
    active = edges.lazy().filter(in_force("start", "end")).select("u", "v", "c", "n").collect()
    standing = standings(active)

    # The few that stand badly are looked for among the provisions, not the provisions in a table of all.
    standing = standing.filter(~pl.col("is_user"))
    uncertified = standing.lazy().filter(~pl.col("is_certified")).select("x")
    bits = pl.DataFrame(
        {"c": list(CATEGORIES), "bit": [1 << index for index in range(len(CATEGORIES))]},
        schema={"c": TYPES["category"], "bit": pl.UInt8},
    ).lazy()
    unapproved = (
        standing.lazy().filter(pl.col("mask") != 127).join(bits, how="cross")
        .filter((pl.col("mask") & pl.col("bit")) == 0).select("x", "c")
    )
    flow = active.lazy()
    results = pl.collect_all(
        [
            flow.join(uncertified, left_on="v", right_on="x", how="semi").select(pl.len()),
            flow.join(uncertified, left_on="u", right_on="x", how="semi").select("u", "c").unique().select(pl.len()),
            flow.join(unapproved, left_on=["v", "c"], right_on=["x", "c"], how="semi").select(pl.len()),
        ]
    )
    return Answer(
        {
            "uncertified-recipient": results[0].item(),
            "uncertified-supplier": results[1].item(),
            "approval-missing": results[2].item(),
            "cap-exceeded": caps(active),
        }
    )


def standings(active):
    """One row an operator: whether it is certified, a mask of approved categories, whether it is a user."""
    # A person is all operators of one corporate number; standing belongs to the person.
    person = numbered.lazy().select(
        "x",
        "operator_id",
        "role",
        person=pl.coalesce(pl.col("corporate_number"), -pl.col("x").cast(pl.Int64) - 1),
    )
    natural = pl.coalesce(
        pl.col("valid_to"),
        pl.when((pl.col("valid_from").dt.month() == 2) & (pl.col("valid_from").dt.day() == 29))
        .then(pl.col("valid_from") + datetime.timedelta(days=365))
        .otherwise(pl.col("valid_from").dt.offset_by("1y") - datetime.timedelta(days=1)),
    )
    only_removed = (pl.col("ended_on") > natural) & pl.coalesce(pl.col("end_reason"), pl.lit("expired")).eq("expired")
    certified = (
        tables["certifications"]
        .lazy()
        .filter(
            (pl.col("valid_from") <= TODAY)
            & (natural + datetime.timedelta(days=policy.grace_days) >= TODAY)
            & (pl.col("ended_on").is_null() | (pl.col("ended_on") > TODAY) | only_removed)
        )
        .select("operator_id")
        .join(person, on="operator_id")
        .select("person", is_certified=pl.lit(True))
        .unique()
    )

    category = pl.when(pl.lit(False)).then(pl.lit(None, dtype=pl.String))
    for first, last, name in reversed(NUMBERING_PLAN):
        category = category.when(pl.col("range_start").is_between(first, last)).then(pl.lit(name))
    bit = {name: 1 << index for index, name in enumerate(CATEGORIES)}
    holders = (
        tables["designations"]
        .lazy()
        .filter(pl.col("designated_on").is_null() | (pl.col("designated_on") <= TODAY))
        .select("operator_id", mask=category.replace_strict(bit, return_dtype=pl.UInt8))
    )
    approvals = (
        tables["approvals"]
        .lazy()
        .filter(
            (pl.col("valid_from").is_null() | (pl.col("valid_from") <= TODAY))
            & (pl.col("ended_on").is_null() | (pl.col("ended_on") > TODAY))
        )
        .select("operator_id", mask=pl.col("category").replace_strict(bit, default=127, return_dtype=pl.UInt8))
    )
    approved = (
        pl.concat([approvals, holders])
        .join(person, on="operator_id")
        .group_by("person")
        .agg(pl.col("mask").bitwise_or())
    )
    users = person.filter(pl.col("role") == "user").select("x", "role")
    sellers = active.lazy().join(users, left_on="u", right_on="x", how="semi").select(x="u").unique()
    users = users.join(sellers, on="x", how="anti").select("x", is_user=pl.lit(True))
    return (
        person.join(certified, on="person", how="left")
        .join(approved, on="person", how="left")
        .join(users, on="x", how="left")
        .select(
            "x",
            pl.col("is_certified").fill_null(False),
            pl.col("mask").fill_null(0),
            pl.col("is_user").fill_null(False),
        )
        .collect()
    )


def caps(active):
    flow = active.lazy()
    counts = []
    for maximum, after in policy.caps:
        young = numbered.lazy().filter(pl.col("service_started_on") > pl.lit(after)).select("x")
        counts.append(
            flow.join(young, left_on="v", right_on="x", how="semi")
            .group_by("u", "v")
            .agg(pl.col("n").sum())
            .filter(pl.col("n") > maximum)
            .select(pl.len())
        )
    ids = numbered.lazy().select("operator_id", "x")
    cap = (
        tables["caps"]
        .lazy()
        .filter(pl.col("valid_from").is_null() | (pl.col("valid_from") <= TODAY))
        .join(ids.rename({"x": "cap_u"}), left_on="supplier_id", right_on="operator_id", how="left")
        .join(ids.rename({"x": "v"}), left_on="recipient_id", right_on="operator_id")
        .select("cap_id", "cap_u", "v", "category", "max_numbers", anyone=pl.col("supplier_id").is_null())
    )
    counts.append(
        flow.join(cap, on="v")
        .filter(
            (pl.col("anyone") | (pl.col("u") == pl.col("cap_u")))
            & (pl.col("category").is_null() | (pl.col("c") == pl.col("category")))
        )
        .group_by("cap_id", "max_numbers")
        .agg(pl.col("n").sum())
        .filter(pl.col("n") > pl.col("max_numbers"))
        .select(pl.len())
    )
    return sum(frame.item() for frame in pl.collect_all(counts))


serve({"load": load, "prepare": prepare, "flags": flags}, release)
