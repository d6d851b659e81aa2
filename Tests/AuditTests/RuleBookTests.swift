import Banken
import Testing
import TestSupport

@Suite struct RuleBookTests {
  @Test func namesAreGolden() {
    #expect(
      RuleID.allCases.map(\.name) == [
        "approval-missing", "supplier-approval-missing", "deemed-approval-invalid", "registration-missing",
        "approval-unconfirmed", "conditions-unagreed", "continuity-unconfirmed", "undeclared-resale",
        "cap-exceeded", "cap-exceeded-in-total", "uncertified-recipient", "uncertified-supplier",
        "uncertified-upstream", "provided-after-revocation", "second-tier-resale",
        "resale-beyond-designation",
        "resale-against-clause", "provided-despite-refusal", "suspended-number-provided",
        "suspended-stock-provided", "no-source", "over-provision", "range-not-held", "range-provided-twice",
        "designation-overlap", "circular-provision", "self-provision", "out-of-role", "shared-identity",
        "related-to-barred", "waiver-expired",
      ])
  }

  @Test func everyNameLeadsBack() {
    for rule in RuleID.allCases { #expect(RuleID(name: rule.name) == rule) }
    #expect(RuleID(name: "approval_missing") == nil)
  }

  @Test func everyTypeIsOfItsRule() {
    for rule in RuleID.allCases { #expect(type(of: rule.rule).id == rule) }
  }

  @Test func severitiesOfTheTable() {
    let letters = RuleID.allCases.map { rule in
      switch rule.defaultSeverity {
      case .violation: "V"
      case .warning: "W"
      case .notice: "N"
      }
    }
    #expect(letters.joined() == "VVVVNNNWVWWWNWWNVVVVWVVVVWVWNNN")
    for rule in RuleID.allCases {
      for cause in Cause.allCases where rule.defaultSeverity(for: cause) != rule.defaultSeverity {
        #expect(rule.defaultSeverity(for: cause) == .notice)
      }
    }
    let milder = RuleID.allCases.flatMap { rule in
      rule.causes.filter { rule.defaultSeverity(for: $0) != rule.defaultSeverity }.map {
        "\(rule.name):\($0.name)"
      }
    }
    #expect(
      milder == [
        "approval-missing:unrecorded", "supplier-approval-missing:none", "second-tier-resale:certified",
        "no-source:inflows-may-be-missing", "over-provision:inflows-may-be-missing",
        "range-not-held:inflows-may-be-missing", "range-provided-twice:same-recipient",
      ])
  }

  @Test func basesOfTheTable() {
    let bases = RuleID.allCases.map(\.basis.name)
    #expect(
      bases == Array(repeating: "law", count: 8) + ["policy", "policy"] + Array(repeating: "etoc", count: 6)
        + ["contract", "request", "request", "request"] + Array(repeating: "ledger", count: 10) + ["policy"])
  }

  @Test func aFindingIsSmall() {
    #expect(MemoryLayout<Finding>.stride <= 32)
  }
}
