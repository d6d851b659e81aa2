import Numbering

/// Designations, caps, restrictions, waivers.
extension JapanPlan {
  /// A block of a holder, or behind those one of an operator of a breach.
  func designation(_ index: Int, to out: inout RowWriter) {
    let planted = index - tree.blocks.blockCount
    if planted >= 0 {
      for bed in plants.beds where bed.kind.designated > 0 {
        let instance = planted - bed.firstBlock
        guard instance >= 0, instance < bed.count else { continue }
        let start = tree.blocks.plantedBlocks + UInt64(planted * PlantBook.blockSize)
        for member in 0..<bed.kind.designated {
          let x = layout.planted + bed.firstOperator + instance * bed.members + member
          designation(of: x, start, UInt64(PlantBook.blockSize), index, to: &out)
        }
      }
      return
    }
    guard let run = tree.blocks.run(ofBlock: index) else { return }
    let start = run.start + UInt64(index - run.firstBlock) * run.blockSize
    designation(of: run.holder, start, run.blockSize, index, to: &out)
  }

  private func designation(
    of x: Int, _ start: UInt64, _ size: UInt64, _ index: Int, to out: inout RowWriter
  ) {
    ids.write(operator: x, to: &out)
    out.comma()
    out.telephone(start)
    out.comma()
    out.telephone(start + size - 1)
    out.comma()
    let days = Dates.regime - Dates.firstService
    out.day(Dates.firstService + rowBits.bits(1 << 40 + index).scaled(below: days), dates)
    out.endRow()
  }

  /// A cap agreed with a reseller: kept, but for the breaches.
  func cap(_ x: Int, to out: inout RowWriter) {
    var supplier = 0
    var category = Category.fixed
    var maximum: UInt64 = 0
    if let place = place(ofOperator: x) {
      guard place.bed.kind == .tableCapExceeded else { return }
      (supplier, category, maximum) = (
        tree.blocks.holder(of: place), tree.blocks.categories(of: place).own, 30
      )
    } else {
      guard layout.isReseller(x), operatorBits.bits(x).small(48, below: 200) == 0 else { return }
      (supplier, category) = (Int(tree.members[x].supplier), tree.members[x].category)
      // Secondary provisions may come from the same supplier.
      maximum = UInt64(tree.rowCount(x)) * UInt64(max(tree.members[x].pieceSize, tree.members[x].countSize))
    }
    ids.write("CAP", operator: x, to: &out)
    out.comma()
    ids.write(operator: supplier, to: &out)
    out.comma()
    ids.write(operator: x, to: &out)
    out.comma()
    out.category(category)
    out.comma()
    out.decimal(maximum)
    out.text(",2024-04-01\n")
  }

  /// A suspension or refusal: heeded, but for the breaches.
  func restriction(_ x: Int, to out: inout RowWriter) {
    if let place = place(ofOperator: x) {
      guard place.part == 0 else { return }
      let category = tree.blocks.categories(of: place).own
      switch place.bed.kind {
      case .suspendedNumberProvided:
        suspension(x, tree.blocks.slot(of: place), 10, "2025-12-01", to: &out)
      case .providedDespiteRefusal: refusal(x, "refuse-new", category, "2026-02-01", to: &out)
      case .suspendedStockProvided: refusal(x, "suspend-stock", category, "2026-02-01", to: &out)
      default: break
      }
      return
    }
    guard layout.isReseller(x), operatorBits.bits(x).small(40, below: 500) == 0 else { return }
    // After the last start of a provision: nobody has provided against it.
    if tree.shares(x).ranged > 0 {
      suspension(x, tree.members[x].base, 1, "2026-09-04", to: &out)
    } else {
      refusal(x, "refuse-new", tree.members[x].category, "2026-09-04", to: &out)
    }
  }

  private func suspension(
    _ x: Int, _ start: UInt64, _ count: UInt64, _ day: StaticString, to out: inout RowWriter
  ) {
    ids.write("R", operator: x, to: &out)
    out.text(",suspend-numbers,,,")
    out.telephone(start)
    out.comma()
    out.telephone(start + count - 1)
    out.comma()
    reference(x, day, to: &out)
  }

  private func refusal(
    _ x: Int, _ kind: StaticString, _ category: Category, _ day: StaticString, to out: inout RowWriter
  ) {
    ids.write("R", operator: x, to: &out)
    out.comma()
    out.text(kind)
    out.comma()
    out.category(category)
    out.comma()
    ids.write(operator: x, to: &out)
    out.text(",,,")
    reference(x, day, to: &out)
  }

  private func reference(_ x: Int, _ day: StaticString, to out: inout RowWriter) {
    out.text(day)
    ids.write(",照会-", operator: x, to: &out)
    out.endRow()
  }

  /// A waiver past its last day.
  func waiver(_ x: Int, to out: inout RowWriter) {
    guard let place = place(ofOperator: x), place.bed.kind == .waiverExpired else { return }
    ids.write("W", operator: x, to: &out)
    out.text(",uncertified-recipient,")
    ids.write(provision: layout.rows + place.firstRow, to: &out)
    out.text(",2025-04-01,2026-03-31,認証の審査中,卸管理課長\n")
  }
}

extension HolderBlocks {
  /// The run a block belongs to; nil when there is no such block.
  func run(ofBlock index: Int) -> Run? {
    var (low, high) = (0, runs.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if runs[middle].firstBlock <= index { low = middle } else { high = middle }
    }
    return low < runs.count ? runs[low] : nil
  }
}
