import Numbering

extension JapanPlan {
  /// Writes the provisions at places of the file.
  func provisions(at positions: Range<Int>, to out: inout RowWriter) {
    let size = 256
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: size * 2) { memory in
      for begin in stride(from: positions.lowerBound, to: positions.upperBound, by: size) {
        let count = min(size, positions.upperBound - begin)
        let rows = UnsafeMutableBufferPointer(rebasing: memory[..<count])
        let found = UnsafeMutableBufferPointer(rebasing: memory[size..<size + count])
        for place in 0..<count {
          let index = ids.provisions.index(at: begin + place)
          // Those of breaches are found otherwise.
          rows[place] = UInt32(truncatingIfNeeded: min(index, layout.rows - 1))
        }
        tree.members.withUnsafeBufferPointer { owners.find(UnsafeBufferPointer(rows), in: $0, into: found) }
        for place in 0..<count {
          let index = ids.provisions.index(at: begin + place)
          let row =
            index < layout.rows
            ? ordinaryRow(index, of: Int(found[place]))
            : plantedRow(index - layout.rows, rowBits.bits(index))
          row.write(at: begin + place, ids, dates, to: &out)
        }
      }
    }
  }

  /// A provision that is no breach.
  private func ordinaryRow(_ index: Int, of x: Int) -> ProvisionRow {
    let member = tree.members[x]
    let shares = tree.shares(x)
    let bits = rowBits.bits(index)
    let isReseller = layout.isReseller(x)
    let isUser = tree.isUser(x)
    var place = index - Int(member.firstRow)
    var row = ProvisionRow()
    row.recipient = x

    let isForerunner = place >= shares.active && place < shares.active + shares.ended
    if isForerunner { place = (place - shares.active) * shares.active / max(shares.ended, 1) }
    if place >= shares.active {
      row.supplier = tree.secondarySupplier(x)
      row.category = tree.secondaryCategory(x)
      row.numbers = UInt64(member.countSize)
    } else {
      row.supplier = Int(member.supplier)
      row.category = member.category
      if place < shares.ranged {
        row.numbers = UInt64(member.pieceSize)
        row.start = member.base + UInt64(place) * row.numbers
      } else {
        row.numbers = UInt64(member.countSize)
      }
    }

    // The forerunner ends the day before the provision that renews it begins.
    let current = isForerunner ? rowBits.bits(Int(member.firstRow) + place) : bits
    let first = max(startOfService(x) + 90, Dates.regime + 40)
    row.startsOn = first + Randomness.more(current).scaled(below: max(Dates.lastStart - first + 1, 1))
    if isForerunner {
      row.endsOn = row.startsOn - 1
      row.startsOn = row.endsOn - 60 - bits.small(16, below: 600)
    } else if bits.small(16, below: 5) < 2 {
      row.endsOn = Dates.audit + 30 + bits.small(24, below: 700)
    }
    row.isUnderTerms = isReseller && row.startsOn >= Dates.confirmation && bits.small(32, below: 10) == 0
    if !isUser {
      row.confirm(bits)
      forget(&row, bits)
    }
    row.clause = clause(x, isReseller, bits)
    return row
  }

  /// Some confirmations are late or were not written down.
  private func forget(_ row: inout ProvisionRow, _ bits: UInt64) {
    if row.isUnderTerms { return }
    switch bits.small(40, below: 100) {
    case 0: row.approvalCheckedOn = Dates.none
    case 1: row.approvalCheckedOn = row.startsOn + 10
    case 2: row.conditionsAgreedOn = Dates.none
    case 3: row.conditionsAgreedOn = row.startsOn + 20
    case 4: row.continuityCheckedOn = Dates.none
    default: break
    }
  }

  private func clause(_ x: Int, _ isReseller: Bool, _ bits: UInt64) -> ProvisionRow.Clause {
    if !isReseller { return tree.isBoundToCertified(x) ? .certifiedOnly : .free }
    switch bits.small(48, below: 20) {
    case ..<14: return .free
    case ..<19: return .certifiedOnly
    default: return .prohibited
    }
  }

  /// A provision of a breach.
  private func plantedRow(_ index: Int, _ bits: UInt64) -> ProvisionRow {
    var row = ProvisionRow()
    guard let place = plants.place(ofRow: index) else { return row }
    let plant = place.bed.rows[place.part]
    let operators = layout.planted + place.operators
    let holder = tree.blocks.holder(of: place)
    row.supplier = plant.supplier == PlantRow.holder ? holder : operators + plant.supplier
    row.recipient = operators + plant.recipient
    row.category = tree.blocks.categories(of: place).own
    row.numbers = UInt64(plant.isOwnBlock ? PlantBook.blockSize : plant.size)
    if isRanged(place) {
      row.start =
        plant.isOwnBlock
        ? tree.blocks.block(of: place) : tree.blocks.slot(of: place) + UInt64(plant.offset)
    }
    row.startsOn = plant.startsOn
    row.isUnderTerms = plant.isUnderTerms
    row.confirm(bits)
    if plant.isUnderTerms { row.declaredOn = Dates.none }
    if plant.lacksApprovalCheck { row.approvalCheckedOn = Dates.none }
    if plant.lacksConditions { row.conditionsAgreedOn = Dates.none }
    if plant.lacksContinuityCheck { row.continuityCheckedOn = Dates.none }
    if plant.isResaleProhibited { row.clause = .prohibited }
    return row
  }

  /// Whether the provisions of a breach have ranges: all of them or none.
  private func isRanged(_ place: PlantBook.Place) -> Bool {
    place.bed.kind.needsRanges
      || rowBits.bits(-1 - place.breach).scaled(below: SynthesisOptions.wholeShare) < ranges
  }
}
