/// A finding with every member the contract defines, as text and plain integers; nil where it does not apply.
public struct PlainFinding: Sendable, Equatable {
  public var rule = ""
  public var severity = ""
  public var basis = ""
  public var cause: String?
  public var fingerprint = ""
  public var waivedBy: String?
  public var provisionID: String?
  public var supplierID: String?
  public var recipientID: String?
  public var operatorID: String?
  public var operatorIDs: [String]?
  public var operators: Int?
  public var category: String?
  public var capID: String?
  public var party: String?
  public var value: String?
  public var otherID: String?
  public var restrictionID: String?
  public var waiverID: String?
  public var cycle: [String]?
  public var numbers: Int?
  public var limit: Int?
  public var provisions: Int?
  public var since: String?
  public var tier: Int?
  public var chain: [String]?
  public var rooted: Bool?
  /// `file:line` of the row of the first key part.
  public var source: String?

  public init() {}

  /// The finding on one line, members that do not apply left out.
  public var line: String {
    var text = "\(rule) \(severity) \(basis)"
    func add(_ name: String, _ value: String?) {
      if let value { text += " \(name)=\(value)" }
    }
    func list(_ values: [String]?) -> String? { values.map { "[" + $0.joined(separator: ";") + "]" } }
    add("cause", cause)
    add("provision", provisionID)
    add("supplier", supplierID)
    add("recipient", recipientID)
    add("operator", operatorID)
    add("operators", list(operatorIDs))
    add("members", operators.map(String.init))
    add("category", category)
    add("cap", capID)
    add("party", party)
    add("value", value)
    add("other", otherID)
    add("restriction", restrictionID)
    add("waiver", waiverID)
    add("cycle", list(cycle))
    add("numbers", numbers.map(String.init))
    add("limit", limit.map(String.init))
    add("provisions", provisions.map(String.init))
    add("since", since)
    add("tier", tier.map(String.init))
    add("chain", list(chain))
    add("rooted", rooted.map { $0 ? "yes" : "no" })
    add("waived-by", waivedBy)
    add("source", source)
    add("fingerprint", fingerprint)
    return text
  }
}

/// What became of a rule.
public struct PlainOutcome: Sendable, Equatable {
  public var rule: String
  public var severity: String
  public var basis: String
  /// Codes of the reasons why it was not evaluated, any of which may be given; empty when it was.
  public var reasons: [String]
  public var findings = 0
  public var waived = 0
}

/// A row of the coverage table.
public struct PlainCoverage: Sendable, Equatable {
  public var category: String
  public var tier: Int?
  public var provisions = 0
  public var numbers = 0
  public var approved = 0
  public var certified = 0
  public var both = 0

  public init(category: String, tier: Int?) {
    self.category = category
    self.tier = tier
  }

  public var line: String {
    "\(category) tier=\(tier.map(String.init) ?? "none") provisions=\(provisions) numbers=\(numbers) "
      + "approved=\(approved) certified=\(certified) both=\(both)"
  }
}

/// The result of an audit of one day.
public struct PlainAudit: Sendable {
  public var outcomes: [PlainOutcome] = []
  public var findings: [PlainFinding] = []
  public var operators = 0
  public var activeProvisions = 0
  public var violations = 0
  public var warnings = 0
  public var notices = 0
  public var waived = 0
  public var unknownTrackRecords = 0
  public var coverage: [PlainCoverage] = []

  public init() {}
}
