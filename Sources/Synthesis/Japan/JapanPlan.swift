import Numbering

/// A national ledger: holders, wholesalers in five tiers, resellers, and breaches among them.
struct JapanPlan: DatasetPlan {
  let layout: JapanLayout
  let plants: PlantBook
  let tree: JapanTree
  let owners: RowOwners
  let ids: Identifiers
  let dates = DateTexts()
  let rowBits: Randomness
  let operatorBits: Randomness
  /// In millionths.
  let ranges: Int

  init(_ options: SynthesisOptions) throws(SynthesisError) {
    plants = PlantBook(
      scale: min(options.operators, options.provisions / 2), hasRanges: options.ranges > 0,
      isClean: options.isClean)
    layout = JapanLayout(
      operators: options.operators, rows: options.provisions - plants.rowCount,
      planted: plants.operatorCount)
    tree = try JapanTree(layout, options, plants: plants)
    let (members, rows) = (layout.holders..<layout.idle, layout.rows)
    owners = tree.members.withUnsafeBufferPointer { RowOwners(members, rows: rows, $0) }
    ids = Identifiers(
      operators: options.operators, provisions: options.provisions, seed: options.seed)
    rowBits = Randomness(seed: options.seed, purpose: 20)
    operatorBits = Randomness(seed: options.seed, purpose: 21)
    ranges = options.ranges
  }

  func units(of table: SyntheticTable) -> Int {
    switch table {
    case .provisions: ids.provisions.count
    case .designations: tree.blocks.blockCount + plants.blockCount
    case .expected: plants.count
    default: ids.operators.count
    }
  }

  func write(_ units: Range<Int>, of table: SyntheticTable, to out: inout RowWriter) {
    switch table {
    case .provisions: provisions(at: units, to: &out)
    case .designations: for block in units { designation(block, to: &out) }
    case .expected: for breach in units { expected(breach, to: &out) }
    case .operators:
      for position in units { operatorTable.row(at: position, traits(at: position), to: &out) }
    case .approvals:
      for position in units { operatorTable.approvals(at: position, traits(at: position), to: &out) }
    case .certifications:
      for position in units { operatorTable.certifications(at: position, traits(at: position), to: &out) }
    case .caps: for position in units { cap(ids.operators.index(at: position), to: &out) }
    case .restrictions: for position in units { restriction(ids.operators.index(at: position), to: &out) }
    case .waivers: for position in units { waiver(ids.operators.index(at: position), to: &out) }
    }
  }

  var operatorTable: OperatorTables { OperatorTables(ids: ids, dates: dates) }

  /// Every breach counts as what it is: the ledger is complete.
  var policy: String {
    """
    {
      "caps": [
        {"id": "\(YoungOperatorCap.id)", "max_numbers": \(YoungOperatorCap.maximum), "track_record_under_months": 12}
      ],
      "confirmation": {"categories": ["fixed", "ip", "mobile"]},
      "resale": {"max_tier": 2},
      "ledger": {"complete": "all"}
    }

    """
  }

  /// The breach an operator belongs to; nil for none.
  func place(ofOperator x: Int) -> PlantBook.Place? {
    x < layout.planted ? nil : plants.place(ofOperator: x - layout.planted)
  }

  private func traits(at position: Int) -> OperatorTraits {
    let x = ids.operators.index(at: position)
    var traits = OperatorTraits()
    traits.bits = operatorBits.bits(x)
    traits.corporateNumber = x
    traits.approvalNumber = x
    let days = Dates.lastService - Dates.firstService
    traits.startedOn = Dates.firstService + Randomness.more(traits.bits).scaled(below: days)
    if let place = place(ofOperator: x) {
      place.bed.kind.shape(
        &traits, member: place.part, operators: layout.planted + place.operators,
        in: tree.blocks.categories(of: place))
    } else if x >= layout.idle {
      shapeIdle(&traits)
    } else {
      shape(&traits, x)
    }
    return traits
  }

  private func shapeIdle(_ traits: inout OperatorTraits) {
    if traits.bits & 1 == 0 {
      traits.role = .agent
      traits.registration = .none
      traits.approval = .missing
    }
    traits.certification = .never
  }

  private func shape(_ traits: inout OperatorTraits, _ x: Int) {
    let bits = traits.bits
    traits.certification = tree.certification(x)
    if !layout.isReseller(x) {
      traits.registration = .registered
      return
    }
    if bits.small(0, below: 20) == 0 { traits.corporateNumber = nil }
    if tree.isUser(x) {
      traits.role = .user
      traits.registration = .none
      traits.approval = .missing
      return
    }
    if tree.isYoung(x) {
      let days = Dates.lastYoungService - Dates.firstYoungService
      traits.startedOn = Dates.firstYoungService + Randomness.more(bits).scaled(below: days)
    }
    switch bits.small(16, below: 10) {
    case ..<5: traits.approval = .deemed
    case ..<8 where tree.shares(x).secondary == 0: traits.approval = .one(tree.members[x].category)
    default: traits.approval = .all
    }
    // A few belong to one group with the operator before them.
    if bits.small(32, below: 100) == 0 { traits.group = x & ~3 }
  }

  /// The first day of service of an operator that is in no breach.
  func startOfService(_ x: Int) -> Int {
    let bits = Randomness.more(operatorBits.bits(x))
    if tree.isYoung(x) {
      return Dates.firstYoungService + bits.scaled(below: Dates.lastYoungService - Dates.firstYoungService)
    }
    return Dates.firstService + bits.scaled(below: Dates.lastService - Dates.firstService)
  }
}
