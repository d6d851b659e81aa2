import Numbering

/// A ledger that is hard on the kernels: one chain through an eighth of all operators, and a Kronecker-like graph of
/// hubs and circles among the others.
///
/// Nothing is planted. Everybody is approved and every range is provided once, so no finding is a violation.
struct StressPlan: DatasetPlan {
  private static let holders = 4
  private static let blockSize: UInt64 = 10_000
  /// Numbers that pass down the chain.
  private static let chainNumbers: UInt64 = 10

  private let ids: Identifiers
  private let dates = DateTexts()
  private let rowBits: Randomness
  private let operatorBits: Randomness
  private let ranges: Int
  /// Operators from here on are those of the chain; the first ones are holders and hubs.
  private let chain: Int
  /// Provisions from here on are those of the chain.
  private let chainRows: Int
  private let levels: Int

  init(_ options: SynthesisOptions) {
    let length = min(options.operators / 8, options.provisions / 4)
    chain = options.operators - length
    chainRows = options.provisions - length
    levels = 64 - UInt64(chain - 1).leadingZeroBitCount
    ranges = options.ranges
    ids = Identifiers(
      operators: options.operators, provisions: options.provisions, seed: options.seed)
    rowBits = Randomness(seed: options.seed, purpose: 30)
    operatorBits = Randomness(seed: options.seed, purpose: 31)
  }

  var policy: String {
    """
    {
      "resale": {"max_tier": 2}
    }

    """
  }

  func units(of table: SyntheticTable) -> Int {
    switch table {
    case .operators, .approvals, .certifications: ids.operators.count
    case .provisions: ids.provisions.count
    // One for the chain, then one number for each provision.
    case .designations: 1 + (ids.provisions.count + Int(Self.blockSize) - 1) / Int(Self.blockSize)
    case .caps, .restrictions, .waivers, .expected: 0
    }
  }

  func write(_ units: Range<Int>, of table: SyntheticTable, to out: inout RowWriter) {
    let tables = OperatorTables(ids: ids, dates: dates)
    switch table {
    case .operators: for unit in units { tables.row(at: unit, traits(at: unit), to: &out) }
    case .approvals: for unit in units { tables.approvals(at: unit, traits(at: unit), to: &out) }
    case .certifications: for unit in units { tables.certifications(at: unit, traits(at: unit), to: &out) }
    case .provisions: for unit in units { provision(at: unit, to: &out) }
    case .designations: for unit in units { designation(unit, to: &out) }
    case .caps, .restrictions, .waivers, .expected: break
    }
  }

  private func traits(at position: Int) -> OperatorTraits {
    let x = ids.operators.index(at: position)
    var traits = OperatorTraits()
    traits.bits = operatorBits.bits(x)
    traits.corporateNumber = x
    traits.approvalNumber = x
    traits.startedOn = Dates.firstService
    if x >= Self.holders, traits.bits.small(0, below: 5) == 0 { traits.certification = .never }
    return traits
  }

  private func designation(_ index: Int, to out: inout RowWriter) {
    let start = Self.number(UInt64(index) * Self.blockSize)
    ids.write(operator: index % Self.holders, to: &out)
    out.comma()
    out.telephone(start)
    out.comma()
    out.telephone(start + Self.blockSize - 1)
    out.text(",2019-06-01\n")
  }

  /// A number of the plan; each of those from 0 on is another.
  private static func number(_ index: UInt64) -> UInt64 {
    var rest = index
    for range in SyntheticPlan.ranges(of: .fixed) {
      let size = range.upperBound - range.lowerBound + 1
      if rest < size { return range.lowerBound + rest }
      rest -= size
    }
    // More than any dataset takes.
    return 310_000_000
  }

  private func provision(at position: Int, to out: inout RowWriter) {
    let index = ids.provisions.index(at: position)
    let bits = rowBits.bits(index)
    var row = ProvisionRow()
    if index >= chainRows {
      let step = index - chainRows
      row.supplier = step == 0 ? 0 : chain + step - 1
      row.recipient = chain + step
      row.numbers = Self.chainNumbers
      // Beyond a break with a count-only provision, ranges go on: they are cut out of the same numbers.
      if bits.scaled(below: SynthesisOptions.wholeShare) < ranges { row.start = Self.number(0) }
    } else {
      let (supplier, recipient) = edge(bits)
      row.supplier = supplier
      row.recipient = recipient == supplier ? (recipient + 1) % chain : recipient
      let more = Randomness.more(bits)
      if more.scaled(below: SynthesisOptions.wholeShare) < ranges {
        row.start = Self.number(Self.blockSize + UInt64(index))
      } else {
        row.numbers = UInt64(1 + more.small(0, below: 100))
      }
    }
    row.startsOn = Dates.regime + bits.small(24, below: Dates.lastStart - Dates.regime)
    row.confirm(bits)
    row.write(at: position, ids, dates, to: &out)
  }

  /// An edge of a Kronecker graph with the initiator 57 % · 19 % · 19 % · 5 %.
  private func edge(_ bits: UInt64) -> (supplier: Int, recipient: Int) {
    var (supplier, recipient) = (0, 0)
    var draws = bits
    for level in 0..<levels {
      if level % 8 == 0 { draws = Randomness.more(draws) }
      let draw = draws >> UInt64(level % 8 * 8) & 0xFF
      supplier = supplier << 1 | (draw >= 195 ? 1 : 0)
      recipient = recipient << 1 | ((146..<195).contains(draw) || draw >= 243 ? 1 : 0)
    }
    return (supplier % chain, recipient % chain)
  }
}
