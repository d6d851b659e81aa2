import Numbering

/// The category of a planted breach, and another one.
struct PlantCategories: Sendable {
  let own: Category
  let other: Category
}

/// Which breaches are planted, how often and where.
///
/// Operators and provisions of breaches are numbered from 0, kind by kind.
struct PlantBook: Sendable {
  /// Numbers set aside for each breach in the holder's blocks.
  static let slotSize = 128
  /// Numbers of a block designated to an operator of a breach.
  static let blockSize = 10_000

  /// One kind and the places of its breaches.
  struct Bed: Sendable {
    let kind: PlantKind
    let rows: [PlantRow]
    let members: Int
    let count: Int
    /// The first operator, provision and breach of the kind.
    let firstOperator: Int
    let firstRow: Int
    let first: Int
    /// The first block designated to its operators; each breach has one.
    let firstBlock: Int
  }

  let beds: [Bed]
  let operatorCount: Int
  let rowCount: Int
  let count: Int
  let blockCount: Int

  /// - Parameter scale: how many operators the rates are counted on.
  init(scale: Int, hasRanges: Bool, isClean: Bool) {
    var beds: [Bed] = []
    var (operators, rows, breaches, blocks) = (0, 0, 0, 0)
    for kind in PlantKind.allCases where !isClean && (hasRanges || !kind.needsRanges) {
      let bed = Bed(
        kind: kind, rows: kind.rows, members: kind.members, count: max(1, scale * kind.rate / 1_000_000),
        firstOperator: operators, firstRow: rows, first: breaches, firstBlock: blocks)
      beds.append(bed)
      operators += bed.count * bed.members
      rows += bed.count * bed.rows.count
      breaches += bed.count
      if kind.designated > 0 { blocks += bed.count }
    }
    self.beds = beds
    (operatorCount, rowCount, count, blockCount) = (operators, rows, breaches, blocks)
  }

  /// A breach, and which of its things was asked for.
  struct Place {
    let bed: Bed
    /// Counted within the kind.
    let instance: Int
    /// The operator or provision within the breach.
    let part: Int

    /// Counted over all kinds.
    var breach: Int { bed.first + instance }
    /// Its first operator among those of all breaches.
    var operators: Int { bed.firstOperator + instance * bed.members }
    /// Its first provision among those of all breaches.
    var firstRow: Int { bed.firstRow + instance * bed.rows.count }
    /// Its designated block among those of all breaches.
    var block: Int { bed.firstBlock + instance }
  }

  /// The breach an operator belongs to; nil when there is no such operator.
  func place(ofOperator index: Int) -> Place? {
    guard let bed = beds.last(where: { $0.firstOperator <= index }), bed.members > 0 else { return nil }
    let inside = index - bed.firstOperator
    return Place(bed: bed, instance: inside / bed.members, part: inside % bed.members)
  }

  /// The breach a provision belongs to; nil when there is no such provision.
  func place(ofRow index: Int) -> Place? {
    guard let bed = beds.last(where: { $0.firstRow <= index && !$0.rows.isEmpty }) else { return nil }
    let inside = index - bed.firstRow
    return Place(bed: bed, instance: inside / bed.rows.count, part: inside % bed.rows.count)
  }

  /// A breach by its number; nil when there is no such breach.
  func place(ofBreach index: Int) -> Place? {
    guard let bed = beds.last(where: { $0.first <= index }) else { return nil }
    return Place(bed: bed, instance: index - bed.first, part: 0)
  }
}
