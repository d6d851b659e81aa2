import Banken
import Foundation

/// One pass over every byte of every column of the tables, on two threads: the least that anything which looks at all of
/// the data can take.
///
/// The bytes of text columns are closed to the outside; memory of the same size stands in for them.
struct StreamingRead {
  private let chain: SupplyChain
  /// As many bytes as the text columns and their ends have.
  private let textStandIn: [UInt64]
  private(set) var bytes = 0

  init(_ chain: SupplyChain) {
    self.chain = chain
    let tables = chain.tables
    var text = 0
    for column in [
      tables.operators.ids, tables.operators.names, tables.operators.formerNames, tables.operators.countries,
      tables.operators.associations, tables.operators.groups, tables.approvals.approvalNumbers,
      tables.certifications.certificateNumbers, tables.provisions.ids, tables.caps.ids,
      tables.restrictions.ids,
      tables.restrictions.references, tables.waivers.ids, tables.waivers.rules, tables.waivers.reasons,
      tables.waivers.approvedBy,
    ] {
      text += 4 * column.count
      for row in 0..<column.count { text += column[row].utf8.count }
    }
    textStandIn = (0..<text / 8).map { UInt64(truncatingIfNeeded: $0) }
    var pass = Pass()
    read(&pass)
    bytes = pass.bytes
  }

  /// Reads all and returns the sum, so that nothing can be left out.
  func run() -> UInt64 {
    var pass = Pass()
    read(&pass)
    return pass.sum
  }

  private func read(_ pass: inout Pass) {
    let tables = chain.tables
    pass.add(textStandIn)
    let operators = tables.operators
    pass.add(operators.origin.lines)
    pass.add(operators.corporateNumbers)
    pass.add(operators.roles)
    pass.add(operators.registrations)
    pass.add(operators.serviceStartedOn)
    let designations = tables.designations
    pass.add(designations.origin.lines)
    pass.add(designations.operators)
    pass.add(designations.categories)
    pass.add(designations.rangeStarts)
    pass.add(designations.rangeEnds)
    pass.add(designations.starts)
    pass.add(designations.ends)
    let approvals = tables.approvals
    pass.add(approvals.origin.lines)
    pass.add(approvals.operators)
    pass.add(approvals.categories)
    pass.add(approvals.bases)
    pass.add(approvals.starts)
    pass.add(approvals.ends)
    pass.add(approvals.endReasons)
    let certifications = tables.certifications
    pass.add(certifications.origin.lines)
    pass.add(certifications.operators)
    pass.add(certifications.starts)
    pass.add(certifications.validTo)
    pass.add(certifications.endedOn)
    pass.add(certifications.endReasons)
    let provisions = tables.provisions
    pass.add(provisions.origin.lines)
    pass.add(provisions.suppliers)
    pass.add(provisions.recipients)
    pass.add(provisions.categories)
    pass.add(provisions.rangeStarts)
    pass.add(provisions.numbers)
    pass.add(provisions.starts)
    pass.add(provisions.ends)
    pass.add(provisions.contracts)
    pass.add(provisions.clauses)
    pass.add(provisions.approvalCheckedOn)
    pass.add(provisions.conditionsAgreedOn)
    pass.add(provisions.continuityCheckedOn)
    pass.add(provisions.declaredOn)
    // caps, restrictions and waivers: a few rows, left out of the limit.
  }

  /// Sums of what was read so far.
  private struct Pass {
    var sum: UInt64 = 0
    var bytes = 0

    mutating func add<Element>(_ column: [Element]) {
      column.withUnsafeBytes { raw in
        bytes += raw.count
        let half = raw.count / 2 & ~63
        let parts = Parts(left: raw[..<half], right: raw[half...])
        let sums = Sums()
        DispatchQueue.concurrentPerform(iterations: 2) { part in
          let bytes = part == 0 ? parts.left : parts.right
          let words = UnsafeRawBufferPointer(rebasing: bytes)
          var lanes = SIMD8<UInt64>()
          var offset = 0
          while offset + 64 <= words.count {
            lanes &+= words.loadUnaligned(fromByteOffset: offset, as: SIMD8<UInt64>.self)
            offset += 64
          }
          var sum = lanes.wrappedSum()
          while offset < words.count {
            sum &+= UInt64(words[offset])
            offset += 1
          }
          sums.put(sum, part)
        }
        sum &+= sums.total
      }
    }
  }

  /// The two halves of a column; only read.
  private struct Parts: @unchecked Sendable {
    let left: Slice<UnsafeRawBufferPointer>
    let right: Slice<UnsafeRawBufferPointer>
  }

  private final class Sums: @unchecked Sendable {
    // Each thread writes its own place.
    private let places = UnsafeMutablePointer<UInt64>.allocate(capacity: 2)
    init() { places.initialize(repeating: 0, count: 2) }
    deinit { places.deallocate() }
    func put(_ value: UInt64, _ place: Int) { places[place] = value }
    var total: UInt64 { places[0] &+ places[1] }
  }
}
