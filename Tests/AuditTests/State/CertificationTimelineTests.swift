import Banken
import Testing
import TestSupport

@Suite struct CertificationTimelineTests {
  private struct Certificate {
    let start: Int32
    let validTo: Int32
    let endedOn: Int32?
    let reason: CertificationEndReason
  }

  /// Seeded certificates of one person, against the words of SPEC §5 read plainly.
  @Test func everyDayAsThePlainReading() {
    var source = RandomSource(seed: 5)
    for round in 0..<400 {
      let grace = source.int(0...2) == 0 ? 4 : 0
      var all: [Certificate] = []
      var tables = Tables()
      let x = tables.operators.append(id: "X", corporateNumber: 7_000_012_050_002)
      let y = tables.operators.append(id: "Y", corporateNumber: 7_000_012_050_002)
      for _ in 0..<source.int(0...5) {
        let start = Int32(50 + source.int(0...19))
        let certificate = Certificate(
          start: start, validTo: start + Int32(source.int(0...11)),
          endedOn: source.int(0...1) == 0 ? nil : start + Int32(source.int(0...19)),
          reason: CertificationEndReason.allCases[source.int(0...3)])
        all.append(certificate)
        tables.certifications.append(
          operator: source.int(0...1) == 0 ? x : y, validFrom: Day(ordinal: certificate.start) ?? .earliest,
          validTo: Day(ordinal: certificate.validTo) ?? .earliest,
          ended: certificate.endedOn.flatMap { Day(ordinal: $0) }, endReason: certificate.reason)
      }
      let timeline = CertificationTimeline(SupplyChain(tables), graceDays: grace)
      for day in Int32(45)...100 {
        let expected = standing(all, on: day, grace: Int32(grace))
        #expect(timeline.standing(of: 0, on: day) == expected, "round \(round), day \(day)")
        guard expected != .certified else { continue }
        var first = day
        while first > 1 && standing(all, on: first - 1, grace: Int32(grace)) != .certified { first -= 1 }
        #expect(timeline.uncertifiedSince(0, on: day) == first, "round \(round), day \(day)")
      }
    }
  }

  private func end(_ c: Certificate, grace: Int32) -> (day: Int32, cause: CertificationStanding) {
    let ranOut = c.validTo + grace + 1
    guard let endedOn = c.endedOn, endedOn <= ranOut else { return (ranOut, .expired) }
    switch c.reason {
    case .revoked: return (endedOn, .revoked)
    case .withdrawn: return (endedOn, .withdrawn)
    case .expired: return endedOn > c.validTo ? (ranOut, .expired) : (endedOn, .expired)
    case .unknown: return endedOn > c.validTo ? (ranOut, .expired) : (endedOn, .ended)
    }
  }

  private func standing(_ all: [Certificate], on day: Int32, grace: Int32) -> CertificationStanding {
    if all.contains(where: { $0.start <= day && day < end($0, grace: grace).day }) { return .certified }
    var deciding: (day: Int32, cause: CertificationStanding)?
    for certificate in all where certificate.start <= day {
      let its = end(certificate, grace: grace)
      if its.day >= deciding?.day ?? 0 { deciding = its }
    }
    return deciding?.cause ?? (all.isEmpty ? .never : .notYet)
  }
}
