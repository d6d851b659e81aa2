import Banken
import Testing

@testable import Audit
@testable import TestSupport

@Suite struct SeverityTableTests {
  private let causes: [Cause?] = Cause.allCases.map { $0 } + [nil]

  @Test func aNewTableIsOfNotices() {
    let table = SeverityTable()
    #expect(causes.allSatisfy { table[$0] == .notice })
    let dropsSome = table.dropsSome
    #expect(!dropsSome)
  }

  /// Set and set again at random, against a dictionary.
  @Test func agreesWithADictionary() {
    for seed in 0..<300 as Range<UInt64> {
      var random = RandomSource(seed: seed)
      var table = SeverityTable()
      var plain: [Cause?: Severity?] = [:]
      for cause in causes { plain[cause] = .some(.notice) }
      for _ in 0..<random.int(1...60) {
        let cause = random.pick(causes, else: nil)
        let severity: Severity? = random.pick([.notice, .warning, .violation, nil], else: nil)
        table[cause] = severity
        plain[cause] = .some(severity)
        let dropsSome = plain.values.contains { $0 == nil }
        #expect(table.dropsSome == dropsSome, "seed \(seed)")
      }
      for cause in causes { #expect(.some(table[cause]) == plain[cause], "seed \(seed)") }
    }
  }

  @Test func eachCauseHasItsOwnPlace() {
    for off in causes {
      var table = SeverityTable()
      for cause in causes { table[cause] = .violation }
      table[off] = nil
      #expect(causes.allSatisfy { table[$0] == ($0 == off ? nil : .violation) })
      let dropsSome = table.dropsSome
      #expect(dropsSome)
    }
  }
}
