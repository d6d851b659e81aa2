import Testing

@testable import SupplyChain

/// Columns of which pseudonyms are shown.
@Suite struct RedactedColumnTests {
  private static func redaction(_ scope: Redaction.Scope) throws -> Redaction {
    try #require(
      Redaction(
        key: Array("0123456789abcdef".utf8), scope: scope,
        words: Redaction.Words(operatorName: "operator-", withheld: "?")))
  }

  private static var tables: Tables {
    var tables = Tables()
    for id in ["B", "A", "C"] {
      tables.operators.append(
        id: id, name: "name \(id)", formerNames: id == "A" ? "old;older" : "", country: "JP",
        associations: id == "B" ? "one; two" : "", group: id == "C" ? "" : "G")
    }
    tables.provisions.append(id: "P2", supplier: 0, recipient: 1, category: .ip, numbers: 3)
    tables.provisions.append(id: "P1", supplier: 1, recipient: 2, category: .ip, numbers: 2)
    tables.waivers.append(
      id: "W", rule: "no-source", operator: 0, validTo: .latest, reason: "why", approvedBy: "who")
    return tables
  }

  @Test func `texts are replaced, order and look-ups are not`() throws {
    let plain = SupplyChain(Self.tables)
    let chain = plain.redacted(by: try Self.redaction(.all), threads: 2)
    let operators = chain.tables.operators
    for row in 0..<3 {
      let code = operators.ids[row].dropFirst(3)
      #expect(operators.ids[row] == "OP-\(code)" && operators.names[row] == "operator-\(code)")
      #expect(operators.ids.unredacted[row] == plain.tables.operators.ids[row])
      for other in 0..<3 {
        #expect(operators.ids.precedes(row, other) == plain.tables.operators.ids.precedes(row, other))
      }
    }
    #expect(Set((0..<3).map { operators.ids[$0] }).count == 3)
    #expect((0..<3).map { operators.formerNames[$0] } == ["", "?", ""])
    #expect((0..<3).map { operators.countries[$0] } == ["JP", "JP", "JP"])
    let associations = operators.associations[0].split(separator: ";")
    #expect(associations.count == 2 && associations.allSatisfy { $0.hasPrefix("AS-") })
    #expect(operators.groups[0] == operators.groups[1] && operators.groups[2].isEmpty)
    #expect(chain.operatorIndex(id: "A") == 1 && chain.operatorIndex(id: operators.ids[1]) == nil)
    #expect(chain.operators(matching: "name C") == [2] && chain.operators(matching: "older") == [1])
    #expect(chain.provisionIndex(id: "P1") == 1)
    #expect(chain.tables.provisions.ids.precedes(1, 0))
    #expect(chain.leastMember(of: 0) == 1)
    #expect(chain.tables.waivers.rules[0] == "no-source")
    #expect(chain.tables.waivers.reasons[0] == "?")
    #expect(chain.tables.waivers.approvedBy[0].hasPrefix("BY-"))
  }

  @Test func `each scope replaces its own`() throws {
    let plain = SupplyChain(Self.tables)
    let names = plain.redacted(by: try Self.redaction(.names))
    let all = plain.redacted(by: try Self.redaction(.all))
    #expect(names.tables.operators.names[0] == all.tables.operators.names[0])
    #expect(names.tables.operators.ids[0] == "B" && names.tables.provisions.ids[0] == "P2")
    #expect(names.tables.waivers.ids[0] == "W")
    let numbers = plain.redacted(by: try Self.redaction(.numbers))
    #expect(numbers.tables.operators.names[0] == "name B" && numbers.tables.operators.ids[0] == "B")
    #expect(numbers.tables.operators.associations[0] == "one; two")
    #expect(numbers.tables.waivers.approvedBy[0] == "who")
    // Free text may hold numbers.
    #expect(numbers.tables.waivers.reasons[0] == "?")
  }

  @Test func `a row added later is shown as it is and ordered among the others`() throws {
    var ids = SupplyChain(Self.tables).redacted(by: try Self.redaction(.all)).tables.provisions.ids
    ids.append("(candidate)")
    #expect(ids.count == 3 && ids[2] == "(candidate)" && ids.unredacted[2] == "(candidate)")
    #expect(ids.precedes(2, 1) && ids.precedes(1, 0))
  }

  @Test func `codes that begin alike grow until they differ`() {
    let words = { (high: UInt64, low: UInt64) in
      PseudonymCode(
        SIMD8(
          UInt32(high >> 32), UInt32(truncatingIfNeeded: high), UInt32(low >> 32),
          UInt32(truncatingIfNeeded: low), 0, 0, 0, 0))
    }
    let codes = OperatorCodes([
      words(0, 0), words(1 << 24, 0), words(1 << 24 | 1, 0), words(.max, 0), words(.max, .max),
    ])
    let texts = (0..<5).map { row in
      var bytes: [UInt8] = []
      codes.append(row, to: &bytes)
      return String(decoding: bytes, as: UTF8.self)
    }
    #expect(
      texts == [
        "00000000", "0000000100000", "0000000100002", "ZZZZZZZZZZZZY" + String(repeating: "0", count: 12),
        String(repeating: "Z", count: 25),
      ])
  }
}
