import Numbering
import SupplyChain

/// The row checks for blocks: `checkRow` without words. A row that it would reject or remark on is flagged.
///
/// They look at values alone: 0, `noCategory` or the blank value stand for a blank cell, since no good cell is stored
/// so. Values of rows flagged already may be anything; what becomes of them does not matter.
extension ChunkParser {
  /// Checks the next rows of the chunk, and makes of their cells what the table holds.
  mutating func checkRows(_ count: Int) {
    switch table {
    case .provisions:
      checkProvisions(count)
      checkPeriods(.startsOn, .endsOn, count, isInclusive: true)
    case .designations:
      checkRanges(count)
      checkPeriods(.designatedOn, .returnedOn, count, isInclusive: false)
    case .approvals:
      checkReasons(count, blankEnd: Day.blank)
      checkPeriods(.validFrom, .endedOn, count, isInclusive: false)
    case .certifications: checkCertifications(count)
    case .caps: checkPeriods(.validFrom, .validTo, count, isInclusive: true)
    case .operators, .restrictions, .waivers: break
    }
  }

  /// The values of the next rows in a column; nil where it is not kept.
  @inline(__always)
  private func next<Value>(_ column: Column, as type: Value.Type) -> UnsafeMutablePointer<Value>? {
    let slot = slots[Int(column.rawValue)]
    return slot < 0 ? nil : values[slot].map { $0.assumingMemoryBound(to: type) + row }
  }

  private func checkPeriods(_ start: Column, _ end: Column, _ count: Int, isInclusive: Bool) {
    guard let starts = next(start, as: Int32.self), let ends = next(end, as: Int32.self) else { return }
    let step: Int32 = isInclusive ? 1 : 0
    let flags = block.flags
    for row in 0..<count {
      let last = ends[row]
      let isOpen = last == Day.blank
      let isBackward = !isOpen && last < starts[row]
      ends[row] = isOpen ? Day.openEnd : last &+ step
      flags[row] |= isBackward ? 1 : 0
    }
  }

  /// Whether two numbers surely make a range: a million numbers that begin alike are all of one kind.
  @inline(__always)
  private static func isRange(_ first: UInt64, _ last: UInt64) -> Bool {
    if first <= last, first / 1_000_000 == last / 1_000_000 { return true }
    return NumberRange.check(first, last) == nil
  }

  private func checkRanges(_ count: Int) {
    guard let starts = next(.rangeStart, as: UInt64.self), let ends = next(.rangeEnd, as: UInt64.self) else {
      return
    }
    for row in 0..<count where block.flags[row] == 0 {
      if !ChunkParser.isRange(starts[row], ends[row]) { block.flags[row] = 1 }
    }
  }

  private func checkProvisions(_ count: Int) {
    guard let starts = next(.rangeStart, as: UInt64.self), let categories = next(.category, as: UInt8.self),
      let numbers = next(.numbers, as: UInt64.self)
    else { return }
    let ends = next(.rangeEnd, as: UInt64.self)
    let flags = block.flags
    NumberHeads.categories.withUnsafeBufferPointer { heads in
      guard let heads = heads.baseAddress else { return }
      // Nothing branches on whether a row is ranged, which follows no order.
      for row in 0..<count {
        let (first, last) = (starts[row], ends?[row] ?? 0)
        let (category, number) = (categories[row], numbers[row])
        let isCounted = first | last == 0
        let head = first / 1_000_000
        let isOfOneHead = first != 0 && first <= last && head == last / 1_000_000 && head < 10_000
        let kind = heads[isOfOneHead ? Int(truncatingIfNeeded: head) : 0]
        let size = last &- first &+ 1
        let agrees =
          (category == noCategory || category == kind) && (number == 0 || number == size)
          && kind != NumberHeads.none
        let isComplete = category != noCategory && number != 0
        categories[row] = isCounted ? category : kind
        numbers[row] = isCounted ? number : size
        let isGood = isCounted ? isComplete : agrees
        if !isGood, flags[row] == 0 {
          let isLong = !isCounted && agreesLong(first, last, category, number)
          categories[row] = isLong ? TelephoneNumber(unchecked: first).category.rawValue : kind
          flags[row] = isLong ? 0 : 1
        }
      }
    }
  }

  /// Whether two numbers make a range, of one million or not, to which a category and a count agree or are blank.
  @inline(never)
  private func agreesLong(_ first: UInt64, _ last: UInt64, _ category: UInt8, _ number: UInt64) -> Bool {
    guard first != 0, last != 0, NumberRange.check(first, last) == nil else { return false }
    return (category == noCategory || category == TelephoneNumber(unchecked: first).category.rawValue)
      && (number == 0 || number == last - first + 1)
  }

  /// Flags rows with a reason for an end that they do not have.
  private func checkReasons(_ count: Int, blankEnd: Int32) {
    guard let reasons = next(.endReason, as: UInt8.self), let ends = next(.endedOn, as: Int32.self) else {
      return
    }
    let slot = slots[Int(Column.endReason.rawValue)]
    let blank = plan.schema.columns[slot].vocabulary?.blank ?? 0
    for row in 0..<count where reasons[row] != blank && ends[row] == blankEnd { block.flags[row] = 1 }
  }

  private func checkCertifications(_ count: Int) {
    guard let starts = next(.validFrom, as: Int32.self), let lasts = next(.validTo, as: Int32.self),
      let ends = next(.endedOn, as: Int32.self)
    else { return }
    checkReasons(count, blankEnd: Day.blank)
    for row in 0..<count where block.flags[row] == 0 {
      let first = starts[row]
      // A year is never shorter than 365 days, both ends included.
      if lasts[row] == Day.blank || lasts[row] > first &+ 364 {
        let usual = CertificateTerm.lastDay(from: first)
        if lasts[row] == Day.blank { lasts[row] = usual }
        if lasts[row] > usual { block.flags[row] = 1 }
      }
      if lasts[row] < first { block.flags[row] = 1 }
      if ends[row] == Day.blank {
        ends[row] = Day.openEnd
      } else if ends[row] < first {
        block.flags[row] = 1
      }
    }
  }
}
