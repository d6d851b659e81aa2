import Banken
import Testing

@testable import Decisions

/// Many candidates of one supplier with very many recipients, all of one party: what is worked out for the first is kept.
@Suite struct ScreeningHubTests {
  private static let size = 20_000
  private static let candidates = 400
  private static let base: UInt64 = 5_031_000_000

  /// O0 provides ten numbers each to O1 … O20000; O1 is refused new numbers, and all but O0 are of one group.
  private func screening() throws -> Screening {
    var tables = Tables()
    tables.operators.append(id: "O0")
    for x in 1...Self.size + Self.candidates { tables.operators.append(id: "O\(x)", group: "G") }
    tables.designations.append(operator: 0, category: .ip, range: Self.base...Self.base + 999_999)
    for table in [TableName.approvals, .certifications, .restrictions] { tables.declare(table) }
    for x in 1...UInt64(Self.size) {
      tables.provisions.append(
        id: "P\(x)", supplier: 0, recipient: UInt32(x), category: .ip,
        range: Self.base + 10 * x...Self.base + 10 * x + 9)
    }
    tables.restrictions.append(id: "R", kind: .refuseNew, operator: 1)
    var policy = Policy()
    policy.caps = [Policy.Cap(id: "C", categories: CategorySet(.ip), maximum: 50)]
    let day = try #require(Day("2026-10-01"))
    let state = DayState(SupplyChain(tables), on: day)
    return Screening(state, policy: policy)
  }

  private func candidate(_ number: Int, _ day: Day) throws -> ProvisionCandidate {
    let first = Self.base + 900_000 + UInt64(number) * 5
    let range = try NumberRange(
      from: #require(TelephoneNumber(rawValue: first)), to: #require(TelephoneNumber(rawValue: first + 4)))
    return ProvisionCandidate(
      supplier: 0, recipient: UInt32(Self.size + 1 + number), range: range, startsOn: day)
  }

  @Test func theFirstAnswerServesTheOthers() throws {
    let screening = try screening()
    let day = screening.state.day
    let first = try candidate(0, day)
    let answer = screening.answer(first)
    #expect(answer == screening.definition(of: first))
    #expect(
      answer.reasons.map(\.rule) == [
        .approvalMissing, .capExceededInTotal, .uncertifiedRecipient, .uncertifiedSupplier, .relatedToBarred,
      ])
    #expect(answer.reasons.map(\.numbers) == [5, 200_005, 5, 200_005, nil])
    for number in 1..<Self.candidates {
      let next = screening.answer(try candidate(number, day))
      #expect(next.reasons == answer.reasons && next.waived.isEmpty)
    }
  }
}
