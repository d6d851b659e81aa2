"""Runs every command on the examples, and on one of them with hostile names, and reads what it writes.

Called by .ci/schemas with the program and a directory for what it makes; ends at the first thing that is wrong.
"""

import csv
import io
import json
import os
import shutil
import subprocess
import sys

from icalendar import Calendar
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt

BANKEN, PLACE = sys.argv[1:3]
LEDGER = "examples/ledger-utf8"
DAY = ["--on", "2026-10-01"]
YEAR = ["--fiscal-year", "R8"]
SUPPLY = ["--supplier", "OP09", "--recipient", "OP26", "--category", "ip", "--numbers", "120"]
RANGE = ["--supplier", "OP10", "--recipient", "OP32", "--range", "05031000000..05031000099"]
NUMBERS = ["05031001000", "0312341234", "05012345678", "0120123456"]
HOSTILE = [
    "<script>alert(1)</script>", '=HYPERLINK("http://x.example/","y")', "+1", "-1", "@SUM(A1)", "\u202egnp.exe",
    "\x1b[31mred\x1b[0m\x07", "[link](http://example.com/)", "![x](http://example.com/x.png)",
    "<http://example.com/>", "a|b|c `code` *bold* _it_ # none", 'quote " back \\ slash', "comma, semicolon; colon:",
    "長" * 10_000, "&amp; &lt;b&gt; \u2028\u2029", "]]> --> <!--", "END:VEVENT\\nEND:VCALENDAR", "\ufeff\u200bhidden",
    "[\u0301a]\u0301(http://example.com/) *\u0301b*\u0301",
]


def fail(what, why):
    sys.exit(f"{what}: {why}")


def run(arguments, language, statuses=(0, 1)):
    """What a command writes to standard output; its standard error is kept beside."""
    command = [BANKEN, *arguments, "--lang", language]
    done = subprocess.run(command, capture_output=True, check=False, stdin=subprocess.DEVNULL)
    name = " ".join(command[1:])
    if done.returncode not in statuses:
        fail(name, f"status {done.returncode}: {done.stderr.decode()[:2000]}")
    return name, done.stdout, done.stderr


# --- JSON -------------------------------------------------------------------------------------------------------------

validators = {}
checked = {}


def load_schemas():
    for language in ("ja", "en"):
        _, listed, _ = run(["schema"], language, (0,))
        for line in listed.decode().splitlines():
            document = line.split()[0]
            name, text, _ = run(["schema", document], language, (0,))
            schema = json.loads(text)
            if schema["$schema"] != Draft202012Validator.META_SCHEMA["$id"]:
                fail(name, f"not of draft 2020-12: {schema['$schema']}")
            if schema["$id"] != f"urn:banken:schema:{document}:1":
                fail(name, f"another $id: {schema['$id']}")
            Draft202012Validator.check_schema(schema)
            validators[document, language] = Draft202012Validator(schema)


def no_member_twice(pairs):
    members = dict(pairs)
    if len(members) != len(pairs):
        raise ValueError(f"a member twice: {[name for name, _ in pairs]}")
    return members


def validate(document, language, name, text):
    value = json.loads(text, object_pairs_hook=no_member_twice)
    error = next(validators[document, language].iter_errors(value), None)
    if error is not None:
        fail(name, f"does not fit the schema {document}: {error.json_path}: {error.message[:2000]}")
    checked[document] = checked.get(document, 0) + 1
    return value


def check_messages(language, name, errors):
    for line in errors.decode().splitlines():
        validate("message", language, name, line)


def check_json(commands):
    for document, arguments in commands:
        for language in ("ja", "en"):
            kind = [] if document == "policy" else ["--format", "json"]
            name, text, errors = run(arguments + kind, language)
            validate(document, language, name, text)
            if document != "policy":
                check_messages(language, name, errors)


def check_lines(commands):
    for arguments in commands:
        for language in ("ja", "en"):
            name, text, errors = run([*arguments, "--format", "ndjson"], language)
            lines = text.decode().splitlines()
            if not lines:
                fail(name, "no line")
            for line in lines:
                validate("finding", language, name, line)
            check_messages(language, name, errors)


# --- CSV, as Excel reads it -------------------------------------------------------------------------------------------


def check_csv(commands):
    for arguments in commands:
        for language in ("ja", "en"):
            name, text, _ = run([*arguments, "--format", "csv"], language)
            if not text.startswith(b"\xef\xbb\xbf"):
                fail(name, "no byte-order mark, so Excel takes it for the code page of the machine")
            if text.count(b"\n") != text.count(b"\r\n") or not text.endswith(b"\r\n"):
                fail(name, "a line that does not end with CRLF")
            rows = list(csv.reader(io.StringIO(text.decode("utf-8-sig"), newline=""), strict=True))
            for number, row in enumerate(rows, 1):
                if len(row) != len(rows[0]):
                    fail(name, f"row {number} has {len(row)} cells, the header {len(rows[0])}")
                for cell in row:
                    if cell.startswith(("=", "+", "-", "@", "\t", "\r")):
                        fail(name, f"row {number} has a cell that is a formula: {cell[:100]!r}")
                    if any(ord(c) < 32 or 0x202A <= ord(c) <= 0x202E for c in cell):
                        fail(name, f"row {number} has a control character: {cell[:100]!r}")
            checked["CSV"] = checked.get("CSV", 0) + len(rows) - 1


# --- Calendar ---------------------------------------------------------------------------------------------------------


def check_calendar(commands):
    for arguments in commands:
        for language in ("ja", "en"):
            name, text, _ = run([*arguments, "--format", "ics"], language)
            if any(len(line) > 75 for line in text.split(b"\r\n")):
                fail(name, "a line of more than 75 bytes")
            calendar = Calendar.from_ical(text)
            events = calendar.walk("VEVENT")
            _, answer, _ = run([*arguments, "--format", "json"], language)
            renewals = json.loads(answer)["renewals"]
            if len(events) != len(renewals) or calendar.errors:
                fail(name, f"{len(events)} events for {len(renewals)} renewals, {calendar.errors}")
            if len({str(event["UID"]) for event in events}) != len(events):
                fail(name, "two events with one UID")
            for event, renewal in zip(events, renewals):
                if event.errors or str(event.decoded("DTSTART")) != renewal["last_day"] or not event["SUMMARY"]:
                    fail(name, f"the event of {renewal['last_day']} is not sound: {event.errors}")
            checked["events"] = checked.get("events", 0) + len(events)


# --- Markdown ---------------------------------------------------------------------------------------------------------


def check_markdown(commands):
    parser = MarkdownIt("commonmark").enable("table")
    for arguments in commands:
        for language in ("ja", "en"):
            name, text, _ = run([*arguments, "--format", "markdown"], language)
            _, answer, _ = run([*arguments, "--format", "json"], language)
            report = json.loads(answer)
            tokens = parser.parse(text.decode())
            flat = tokens + [inner for token in tokens for inner in token.children or []]
            for token in flat:
                if token.type in ("html_block", "html_inline", "link_open", "image"):
                    fail(name, f"a {token.type}: {token.content[:200]!r}")
            tables, rows = [], None
            for token in tokens:
                if token.type == "tbody_open":
                    rows = 0
                elif token.type == "tr_open" and rows is not None:
                    rows += 1
                elif token.type == "tbody_close":
                    tables.append(rows)
                    rows = None
            found = [rule for rule in report["rules"] if rule["findings"] + rule["waived"] > 0]
            coverage = report["summary"]["coverage"]
            expected = ([len(found)] if found else []) + ([len(coverage)] if coverage else [])
            if tables != expected:
                fail(name, f"tables of {tables} rows, expected {expected}")
            headings = sum(token.type == "heading_open" and token.tag == "h2" for token in tokens)
            counted = sum(rule["findings"] > 0 for rule in report["rules"])
            if headings < counted:
                fail(name, f"{headings} headings for {counted} rules")
            checked["Markdown"] = checked.get("Markdown", 0) + 1


# --- What is run ------------------------------------------------------------------------------------------------------


def hostile_ledger():
    """The example with names that try to break out."""
    place = os.path.join(PLACE, "hostile")
    shutil.copytree(LEDGER, place, ignore=shutil.ignore_patterns("expected", "*.md"))
    path = os.path.join(place, "operators.csv")
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    column = rows[0].index("name")
    for number, row in enumerate(rows[1:]):
        row[column] = HOSTILE[number % len(HOSTILE)]
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return place


def questions(ledger):
    """The questions about a ledger that answer as JSON and CSV, with the schema of the answer."""
    return [
        ("report", ["check", ledger, *DAY]),
        ("report", ["check", ledger, *YEAR]),
        ("report", ["check", ledger, "--operator", "OP10", *DAY]),
        ("screen", ["screen", ledger, *SUPPLY, *DAY]),
        ("screen", ["screen", ledger, *RANGE, *DAY]),
        ("screen-batch", ["screen", ledger, "--batch", "examples/screening/candidates.csv", *DAY]),
        ("trace", ["trace", ledger, *NUMBERS, *DAY]),
        ("trace", ["trace", ledger, "--history", *NUMBERS]),
        *[("stock", ["stock", ledger, x, *DAY]) for x in ("OP01", "OP06", "OP10", "OP17")],
        *[("impact", ["impact", ledger, "OP06", "--event", e, *DAY]) for e in ("certificate", "approval", "exit")],
        ("critical", ["critical", ledger, *DAY]),
        ("repair", ["repair", ledger, *DAY]),
        ("repair", ["repair", ledger, "--goal", "100%", "--allow", "end", *DAY]),
        ("horizon", ["horizon", ledger, "--within", "400d", *DAY]),
    ]


def main():
    load_schemas()
    hostile = hostile_ledger()
    old, new = os.path.join(PLACE, "old.json"), os.path.join(PLACE, "new.json")
    months = "examples/two-months"
    for month, path in (("09", old), ("10", new)):
        report = ["check", f"{months}/2026-{month}", "--on", f"2026-{month}-01", "--format", "json"]
        run([*report, "--output", path], "en")
    with_baseline = ["check", f"{months}/2026-10", "--on", "2026-10-01", "--baseline", old]
    asked = questions(LEDGER) + questions(hostile)
    asked += [
        ("report", ["check", "examples/clean-chain", *DAY]),
        ("report", ["check", "examples/ledger-cp932", *DAY]),
        ("report", with_baseline),
        ("diff", ["diff", old, new, "--all"]),
    ]
    lists = [["impact", hostile, "OP06", "--list", name, *DAY] for name in ("losses", "notify")]
    check_json(asked + [("rules", ["rules"]), ("policy", ["policy"]), ("policy", ["policy", LEDGER])])
    check_lines([["check", LEDGER, *DAY], ["check", hostile, *YEAR], with_baseline, ["diff", old, new]])
    check_csv([arguments for _, arguments in asked] + lists)
    check_calendar([["horizon", ledger, "--within", "400d", *DAY] for ledger in (LEDGER, hostile)])
    check_markdown([
        ["check", ledger, *time, *more]
        for ledger in (LEDGER, hostile) for time in (DAY, YEAR) for more in ([], ["--all"])
    ])
    missing = {document for document, _ in validators} - set(checked)
    if missing:
        fail("schemas", f"nothing was held against {sorted(missing)}")
    print(", ".join(f"{name}: {count}" for name, count in sorted(checked.items())))


main()
