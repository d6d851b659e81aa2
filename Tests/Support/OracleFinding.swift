/// A finding with every member the contract defines, as text and plain integers; nil where it does not apply.
package struct PlainFinding: Sendable, Equatable {
  package var rule = ""
  package var severity = ""
  package var basis = ""
  package var cause: String?
  package var fingerprint = ""
  package var waivedBy: String?
  package var provisionID: String?
  package var supplierID: String?
  package var recipientID: String?
  package var operatorID: String?
  package var operatorIDs: [String]?
  package var operators: Int?
  package var category: String?
  package var capID: String?
  package var party: String?
  package var value: String?
  package var otherID: String?
  package var restrictionID: String?
  package var waiverID: String?
  package var cycle: [String]?
  package var numbers: Int?
  package var limit: Int?
  package var provisions: Int?
  package var since: String?
  package var tier: Int?
  package var chain: [String]?
  package var rooted: Bool?
  /// `file:line` of the row of the first key part.
  package var source: String?

  package init() {}

  /// The rule, with the cause if it has one, as policies name it.
  package var kind: String { rule + (cause.map { ":\($0)" } ?? "") }

  /// The finding on one line, members that do not apply left out.
  package var line: String {
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
package struct PlainOutcome: Sendable, Equatable {
  package var rule: String
  package var severity: String
  package var basis: String
  /// Codes of the reasons why it was not evaluated, any of which may be given; empty when it was.
  package var reasons: [String]
  package var findings = 0
  package var waived = 0
}

/// A row of the coverage table.
package struct PlainCoverage: Sendable, Equatable {
  package var category: String
  package var tier: Int?
  package var provisions = 0
  package var numbers = 0
  package var approved = 0
  package var certified = 0
  package var both = 0

  package init(category: String, tier: Int?) {
    self.category = category
    self.tier = tier
  }

  package var line: String {
    "\(category) tier=\(tier.map(String.init) ?? "none") provisions=\(provisions) numbers=\(numbers) "
      + "approved=\(approved) certified=\(certified) both=\(both)"
  }
}

/// The result of an audit of one day.
package struct PlainAudit: Sendable, Equatable {
  package var outcomes: [PlainOutcome] = []
  package var findings: [PlainFinding] = []
  package var operators = 0
  package var activeProvisions = 0
  package var violations = 0
  package var warnings = 0
  package var notices = 0
  package var waived = 0
  package var unknownTrackRecords = 0
  package var coverage: [PlainCoverage] = []

  package init() {}
}
