@testable import BankenCommand

/// A holder, a wholesaler and a reseller, all approved; tests change what they need.
enum SmallLedger {
  static let operators = """
    operator_id,name,former_names,corporate_number
    H1,霞通信,,7000012050002
    W1,渚卸売,旧渚;渚商会,8011101028104
    R1,燕電話,,
    R2,燕電話,,

    """
  static let designations = """
    operator_id,range_start,range_end
    H1,050-1000-0000,050-1000-9999

    """
  static let approvals = """
    operator_id,category,valid_from
    W1,ip,2024-04-01
    R1,ip,2024-04-01

    """
  static let provisions = """
    provision_id,supplier_id,recipient_id,category,numbers
    P1,H1,W1,ip,100
    P2,W1,R1,ip,10

    """

  /// Everybody certified; W1 and W2 are one legal person and R1 gets numbers from both: neither is the only way to it.
  static let twoBranches = [
    "operators.csv": """
    operator_id,name,corporate_number
    H1,霞通信,7000012050002
    W1,渚卸売 東,8011101028104
    W2,渚卸売 西,8011101028104
    R1,燕電話,

    """,
    "designations.csv": designations,
    "certifications.csv": "operator_id,valid_from\nH1,2026-04-01\nW1,2026-04-01\nR1,2026-04-01\n",
    "provisions.csv": """
    provision_id,supplier_id,recipient_id,category,numbers
    P1,H1,W1,ip,100
    P2,H1,W2,ip,100
    P3,W1,R1,ip,50
    P4,W2,R1,ip,50

    """,
  ]

  /// Nothing to report but second-tier resale, a warning.
  static let files = [
    "operators.csv": operators, "designations.csv": designations, "approvals.csv": approvals,
    "provisions.csv": provisions,
  ]

  /// With a provision to somebody not approved: a violation.
  static var withViolation: [String: String] {
    var files = files
    files["provisions.csv"] = provisions + "P3,W1,R2,ip,5\n"
    return files
  }

  /// With a bad row beside good ones.
  static var withBadRow: [String: String] {
    var files = files
    files["provisions.csv"] = provisions + "P3,W1,R9,ip,5\n"
    return files
  }
}

/// Small, seeded random numbers (SplitMix64).
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
