import Numbering

/// The cells of a row of provisions.
struct ProvisionRow {
  enum Clause { case free, certifiedOnly, prohibited }

  var supplier = 0
  var recipient = 0
  var category = Category.fixed
  var numbers: UInt64 = 1
  /// nil for a count-only provision.
  var start: UInt64?
  /// Ordinals; `Dates.none` for blank cells.
  var startsOn = Dates.none
  var endsOn = Dates.none
  var isUnderTerms = false
  var approvalCheckedOn = Dates.none
  var conditionsAgreedOn = Dates.none
  var continuityCheckedOn = Dates.none
  var declaredOn = Dates.none
  var clause = Clause.free

  /// Writes the row of the provision that stands at that place of the file.
  func write(at position: Int, _ ids: Identifiers, _ dates: DateTexts, to out: inout RowWriter) {
    ids.write(provisionAt: position, to: &out)
    out.comma()
    ids.write(operator: supplier, to: &out)
    out.comma()
    ids.write(operator: recipient, to: &out)
    out.comma()
    out.category(category)
    out.comma()
    out.decimal(numbers)
    out.comma()
    if let start { out.telephone(start) }
    out.comma()
    if let start { out.telephone(start + numbers - 1) }
    out.comma()
    out.day(startsOn, dates)
    out.comma()
    out.day(endsOn, dates)
    out.comma()
    if isUnderTerms { out.text("terms") } else { out.text("wholesale") }
    out.comma()
    out.day(approvalCheckedOn, dates)
    out.comma()
    out.day(conditionsAgreedOn, dates)
    out.comma()
    out.day(continuityCheckedOn, dates)
    out.comma()
    out.day(declaredOn, dates)
    out.comma()
    switch clause {
    case .free: out.text("free")
    case .certifiedOnly: out.text("certified-only")
    case .prohibited: out.text("prohibited")
    }
    out.endRow()
  }

  /// Fills in that everything was confirmed in time.
  mutating func confirm(_ bits: UInt64) {
    if isUnderTerms {
      declaredOn = startsOn
      return
    }
    approvalCheckedOn = startsOn - bits.small(0, below: 45)
    conditionsAgreedOn = startsOn - bits.small(4, below: 30)
    if startsOn >= Dates.continuity { continuityCheckedOn = startsOn - bits.small(8, below: 30) }
  }
}

extension RowWriter {
  @inline(__always)
  mutating func category(_ category: Category) {
    switch category {
    case .fixed: text("fixed")
    case .ip: text("ip")
    case .mobile: text("mobile")
    case .data: text("data")
    case .paging: text("paging")
    case .fmc: text("fmc")
    case .service: text("service")
    }
  }
}
