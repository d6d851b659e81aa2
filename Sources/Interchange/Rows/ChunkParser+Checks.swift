import Numbering
import SupplyChain

/// The checks that look at several cells of a row, and the conversions that need them.
extension ChunkParser {
  private enum RangeState {
    case none, bad
    case good(Category, size: UInt64)
  }

  /// Checks the row just read, by its table.
  @inline(__always)
  mutating func checkRow() {
    switch table {
    case .provisions:
      checkProvision()
      checkPeriod(.startsOn, .endsOn, isInclusive: true)
    case .operators: break
    case .designations:
      _ = checkRange()
      checkPeriod(.designatedOn, .returnedOn, isInclusive: false)
    case .approvals:
      checkPeriod(.validFrom, .endedOn, isInclusive: false)
      checkReason()
    case .certifications: checkCertification()
    case .caps: checkPeriod(.validFrom, .validTo, isInclusive: true)
    case .restrictions: checkRestriction()
    case .waivers: checkWaiver()
    }
  }

  @inline(__always)
  private func isGood(_ column: Column) -> Bool { present.has(column) && !bad.has(column) }

  @inline(__always)
  private func isBlank(_ column: Column) -> Bool { !present.has(column) && !bad.has(column) }

  @inline(__always)
  private func column<Value>(_ column: Column, as type: Value.Type) -> UnsafeMutablePointer<Value>? {
    let slot = slots[Int(column.rawValue)]
    return slot < 0 ? nil : values[slot]?.assumingMemoryBound(to: type)
  }

  /// Reports a problem at the column's cell, or at the row as a whole where the file lacks the column.
  private mutating func reject(_ code: ProblemCode, at column: Column, extra: UInt64 = 0) {
    isAside = true
    remark(code, at: column, extra: extra)
  }

  private mutating func remark(_ code: ProblemCode, at column: Column, extra: UInt64 = 0) {
    let field = Int(plan.fieldNumbers[Int(column.rawValue)])
    let cell = field > 0 && field <= fieldCount ? cells[field - 1] : RawCell(start: 0, end: 0)
    report(code, field, cell, extra: extra)
  }

  /// Checks that the end is not before the start, and makes it the first day that no longer counts.
  @inline(__always)
  private mutating func checkPeriod(_ start: Column, _ end: Column, isInclusive: Bool) {
    guard let starts = column(start, as: Int32.self), let ends = column(end, as: Int32.self) else { return }
    let (first, last) = (starts[row], ends[row])
    if last == Day.blank {
      ends[row] = Day.openEnd
      return
    }
    if last < first { reject(.endBeforeStart, at: end, extra: UInt64(first)) }
    ends[row] = isInclusive ? last + 1 : last
  }

  private mutating func checkReason() {
    if isGood(.endReason), isBlank(.endedOn) { remark(.reasonWithoutEnd, at: .endReason) }
  }

  @inline(__always)
  private mutating func checkRange() -> RangeState {
    if isBlank(.rangeStart), isBlank(.rangeEnd) { return .none }
    if bad.has(.rangeStart) || bad.has(.rangeEnd) { return .bad }
    guard isGood(.rangeStart), isGood(.rangeEnd) else {
      let missing: Column = isGood(.rangeStart) ? .rangeEnd : .rangeStart
      let other: Column = isGood(.rangeStart) ? .rangeStart : .rangeEnd
      let isListed = plan.fieldNumbers[Int(missing.rawValue)] > 0
      reject(.rangeHalf, at: isListed ? missing : other, extra: UInt64(missing.rawValue))
      return .bad
    }
    guard let starts = column(.rangeStart, as: UInt64.self), let ends = column(.rangeEnd, as: UInt64.self)
    else { return .bad }
    let (first, last) = (starts[row], ends[row])
    guard NumberRange.check(first, last) == nil else {
      reject(.badRange, at: .rangeEnd, extra: first)
      return .bad
    }
    return .good(TelephoneNumber(unchecked: first).category, size: last - first + 1)
  }

  @inline(__always)
  private mutating func checkProvision() {
    let range = checkRange()
    switch range {
    case .bad: return
    case .good(let category, let size):
      guard let categories = column(.category, as: UInt8.self),
        let numbers = column(.numbers, as: UInt64.self)
      else { return }
      if isGood(.category), categories[row] != category.rawValue {
        reject(.categoryDisagrees, at: .category, extra: UInt64(category.rawValue))
      }
      if isGood(.numbers), numbers[row] != size { reject(.numbersDisagree, at: .numbers, extra: size) }
      categories[row] = category.rawValue
      numbers[row] = size
    case .none:
      // A file without the columns has been told so at its header.
      if plan.rejectsAll { return }
      let (noCategory, noCount) = (isBlank(.category), isBlank(.numbers))
      if noCategory, noCount {
        isAside = true
        report(.neitherRangeNorCount, 0, RawCell(start: 0, end: 0))
      } else if noCategory || noCount {
        let missing: Column = noCategory ? .category : .numbers
        reject(.countWithoutCategory, at: missing, extra: UInt64(missing.rawValue))
      }
    }
  }

  private mutating func checkCertification() {
    guard let starts = column(.validFrom, as: Int32.self), let lasts = column(.validTo, as: Int32.self),
      let ends = column(.endedOn, as: Int32.self)
    else { return }
    let first = starts[row]
    let usual = CertificateTerm.lastDay(from: first)
    if lasts[row] == Day.blank {
      lasts[row] = usual
    } else if lasts[row] < first {
      reject(.endBeforeStart, at: .validTo, extra: UInt64(first))
    } else if lasts[row] > usual, isGood(.validFrom) {
      remark(.longCertificate, at: .validTo, extra: UInt64(usual))
    }
    if ends[row] == Day.blank {
      ends[row] = Day.openEnd
    } else if ends[row] < first {
      reject(.endBeforeStart, at: .endedOn, extra: UInt64(first))
    }
    checkReason()
  }

  private mutating func checkRestriction() {
    let range = checkRange()
    if case .good(let category, _) = range, isGood(.category),
      let categories = column(.category, as: UInt8.self), categories[row] != category.rawValue
    {
      reject(.categoryDisagrees, at: .category, extra: UInt64(category.rawValue))
    }
    if isGood(.kind), let kinds = column(.kind, as: UInt8.self) {
      if kinds[row] == RestrictionKind.suspendNumbers.rawValue {
        if case .none = range { reject(.needsRange, at: .rangeStart) }
      } else if isBlank(.operatorID) {
        reject(.needsOperator, at: .operatorID, extra: UInt64(kinds[row]))
      }
    }
    checkPeriod(.startsOn, .endsOn, isInclusive: true)
  }

  private mutating func checkWaiver() {
    if isBlank(.operatorID), isBlank(.provisionID) {
      isAside = true
      report(.needsTarget, 0, RawCell(start: 0, end: 0))
    }
    checkPeriod(.validFrom, .validTo, isInclusive: true)
  }
}

/// How long an ETOC certificate is valid: one year.
enum CertificateTerm {
  /// The day before the same date next year; from 29 February, 28 February.
  static func lastDay(from first: Int32) -> Int32 {
    guard let day = Day(ordinal: first) else { return Day.latest.ordinal }
    let (year, month, dayOfMonth) = day.components
    if month == 2, dayOfMonth == 29 {
      return Day(year: year + 1, month: 2, day: 28)?.ordinal ?? Day.latest.ordinal
    }
    guard let same = Day(year: year + 1, month: month, day: dayOfMonth) else { return Day.latest.ordinal }
    return same.ordinal - 1
  }
}
