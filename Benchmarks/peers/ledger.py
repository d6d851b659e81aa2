"""What table peers know of a ledger: its columns, the policy, the day."""

import datetime
import json

DAY = datetime.date(2026, 10, 1)

CATEGORIES = ("fixed", "ip", "mobile", "data", "paging", "fmc", "service")

TEXT, DATE, COUNT, CATEGORY = "text", "date", "count", "category"

# The columns that `banken generate` writes, in their order.
TABLES = {
    "operators": {
        "operator_id": TEXT,
        "name": TEXT,
        "corporate_number": COUNT,
        "role": TEXT,
        "registration": TEXT,
        "service_started_on": DATE,
        "group_id": TEXT,
    },
    "designations": {
        "operator_id": TEXT,
        "range_start": COUNT,
        "range_end": COUNT,
        "designated_on": DATE,
    },
    "approvals": {
        "operator_id": TEXT,
        "category": CATEGORY,
        "basis": TEXT,
        "approval_number": TEXT,
        "valid_from": DATE,
        "ended_on": DATE,
        "end_reason": TEXT,
    },
    "certifications": {
        "operator_id": TEXT,
        "certificate_number": TEXT,
        "valid_from": DATE,
        "valid_to": DATE,
        "ended_on": DATE,
        "end_reason": TEXT,
    },
    "provisions": {
        "provision_id": TEXT,
        "supplier_id": TEXT,
        "recipient_id": TEXT,
        "category": CATEGORY,
        "numbers": COUNT,
        "range_start": COUNT,
        "range_end": COUNT,
        "starts_on": DATE,
        "ends_on": DATE,
        "contract": TEXT,
        "approval_checked_on": DATE,
        "conditions_agreed_on": DATE,
        "continuity_checked_on": DATE,
        "declared_on": DATE,
        "resale_clause": TEXT,
    },
    "caps": {
        "cap_id": TEXT,
        "supplier_id": TEXT,
        "recipient_id": TEXT,
        "category": CATEGORY,
        "max_numbers": COUNT,
        "valid_from": DATE,
    },
}

# The category of a number by its digits without the leading 0, as runs (first, last, category); the longest prefix wins,
# so that a later run overrides an earlier one.
NUMBERING_PLAN = (
    (110_000_000, 999_999_999, "fixed"),
    (120_000_000, 120_999_999, "service"),
    (170_000_000, 170_999_999, "service"),
    (180_000_000, 180_999_999, "service"),
    (570_000_000, 570_999_999, "service"),
    (990_000_000, 990_999_999, "service"),
    (2_010_000_000, 2_099_999_999, "data"),
    (2_040_000_000, 2_049_999_999, "paging"),
    (5_010_000_000, 5_099_999_999, "ip"),
    (6_000_000_000, 6_009_999_999, "fmc"),
    (6_010_000_000, 6_099_999_999, "mobile"),
    (7_010_000_000, 7_099_999_999, "mobile"),
    (8_000_000_000, 8_009_999_999, "service"),
    (8_010_000_000, 8_099_999_999, "mobile"),
    (9_010_000_000, 9_099_999_999, "mobile"),
    (2_000_000_000_000, 2_009_999_999_999, "data"),
)

# What a blank end means, and a number above every category set.
NEVER = datetime.date(9999, 12, 31)


class Policy:
    """The part of policy.json that the core flags need; anything else in it that they would need is refused."""

    def __init__(self, folder):
        with open(f"{folder}/policy.json", encoding="utf-8") as file:
            policy = json.load(file)
        resale = policy.get("resale", {})
        if resale.get("max_tier_by_category"):
            raise ValueError("max_tier_by_category is not known here")
        self.max_tier = resale.get("max_tier", 1)
        certification = policy.get("certification", {})
        self.grace_days = certification.get("grace_days", 0)
        self.approval_required = DAY.isoformat() >= policy.get("approval", {}).get("required_from", "2019-05-22")
        self.certification_required = DAY.isoformat() >= certification.get("required_from", "2025-10-01")
        if not (self.approval_required and self.certification_required):
            raise ValueError("the day is before the requirements")
        if policy.get("unknown_track_record", "skip") != "skip":
            raise ValueError("unknown_track_record is not known here")
        self.caps = []
        for cap in policy.get("caps", []):
            known = {"id", "max_numbers", "track_record_under_months"}
            if set(cap) - known or "track_record_under_months" not in cap:
                raise ValueError(f"cap {cap['id']} has members that are not known here")
            self.caps.append((cap["max_numbers"], started_after(cap["track_record_under_months"])))


def started_after(months):
    """Service began after this day when fewer whole months have passed on DAY."""
    if DAY.day > 28:
        raise ValueError("a day after the 28th needs the rule for short months")
    month = DAY.year * 12 + DAY.month - 1 - months
    return datetime.date(month // 12, month % 12 + 1, DAY.day)
