import Numbering

/// The tables with rows of operators by themselves: operators, approvals, certifications.
struct OperatorTables {
  let ids: Identifiers
  let dates: DateTexts

  // MARK: Numbers

  /// A corporate number with its check digit that no other operator has.
  func corporateNumber(of x: Int, to out: inout RowWriter) {
    let step = 899_999_999_999 / ids.operators.count
    let base = UInt64(100_000_000_000 + step * (ids.number(of: x) - 1))
    out.digits(CorporateNumber.checkDigit(of: base), width: 1)
    out.digits(base, width: 12)
  }

  func approvalNumber(of x: Int, to out: inout RowWriter) {
    ids.write("A-", operator: x, to: &out)
  }

  // MARK: Rows

  func row(at position: Int, _ traits: OperatorTraits, to out: inout RowWriter) {
    ids.write(operatorAt: position, to: &out)
    out.comma()
    InventedNames.write(traits, to: &out)
    out.comma()
    if let other = traits.corporateNumber { corporateNumber(of: other, to: &out) }
    out.comma()
    switch traits.role {
    case .operator: out.text("operator")
    case .agent: out.text("agent")
    case .user: out.text("user")
    }
    out.comma()
    switch traits.registration {
    case .registered: out.text("registered")
    case .notified: out.text("notified")
    case .none: out.text("none")
    }
    out.comma()
    out.day(traits.startedOn, dates)
    out.comma()
    if let group = traits.group { ids.write("G", operator: group, to: &out) }
    out.endRow()
  }

  func approvals(at position: Int, _ traits: OperatorTraits, to out: inout RowWriter) {
    let from = max(traits.startedOn, Dates.regime) + traits.bits.small(8, below: 60)
    switch traits.approval {
    case .missing: break
    case .all: approval(position, traits, nil, isDeemed: false, from, to: &out)
    case .one(let category): approval(position, traits, category, isDeemed: false, from, to: &out)
    case .deemed: approval(position, traits, nil, isDeemed: true, from, to: &out)
    case .lapsed:
      approval(position, traits, nil, isDeemed: false, min(from, 45_000), isOver: true, to: &out)
    case .contradictory(let deemed, let approved):
      approval(position, traits, deemed, isDeemed: true, from, to: &out)
      approval(position, traits, approved, isDeemed: false, from, to: &out)
    }
  }

  private func approval(
    _ position: Int, _ traits: OperatorTraits, _ category: Category?, isDeemed: Bool, _ from: Int,
    isOver: Bool = false, to out: inout RowWriter
  ) {
    ids.write(operatorAt: position, to: &out)
    out.comma()
    if let category { out.category(category) }
    if isDeemed { out.text(",deemed,") } else { out.text(",approved,") }
    approvalNumber(of: traits.approvalNumber, to: &out)
    out.comma()
    out.day(from, dates)
    if isOver { out.text(",2026-04-01,lapsed\n") } else { out.text(",,\n") }
  }

  /// Certificates come in waves, four a year from February 2025 on, and are renewed on the same date.
  func certifications(at position: Int, _ traits: OperatorTraits, to out: inout RowWriter) {
    let bits = traits.bits
    switch traits.certification {
    case .never: break
    case .notYet: certificate(position, 46_326 + bits.small(24, below: 20), renewed: 0, "", to: &out)
    case .valid:
      // Some took part late and hold their first certificate.
      let wave = Self.wave(bits)
      let renewals = (Dates.audit - wave) / 365
      for year in 0...max(renewals, 0) {
        certificate(position, wave + 365 * year, renewed: year, "", to: &out)
      }
    case .expired: certificate(position, Self.firstWave(bits), renewed: 0, "expired", to: &out)
    case .withdrawn: certificate(position, Self.firstWave(bits), renewed: 0, "withdrawn", to: &out)
    case .revoked: certificate(position, 45_747 + bits.small(24, below: 90), renewed: 0, "revoked", to: &out)
    }
  }

  private static func wave(_ bits: UInt64) -> Int {
    let starts = (45_689, 45_748, 45_839, 45_931, 46_053, 46_112)
    let start =
      switch bits.small(16, below: 10) {
      case ..<3: starts.0
      case ..<5: starts.1
      case ..<6: starts.2
      case ..<8: starts.3
      case ..<9: starts.4
      default: starts.5
      }
    return start + bits.small(24, below: 20)
  }

  /// So early that it has run out by the audit day.
  private static func firstWave(_ bits: UInt64) -> Int {
    (bits.small(16, below: 2) == 0 ? 45_689 : 45_748) + bits.small(24, below: 20)
  }

  /// - Parameter year: how often it has been renewed.
  private func certificate(
    _ position: Int, _ from: Int, renewed year: Int, _ end: StaticString, to out: inout RowWriter
  ) {
    ids.write(operatorAt: position, to: &out)
    out.comma()
    ids.write("E-", operator: ids.operators.index(at: position), to: &out)
    out.byte(0x2D)
    out.digits(UInt64(year + 1), width: 1)
    out.comma()
    out.day(from, dates)
    out.comma()
    out.day(from + 364, dates)
    out.comma()
    if end.utf8CodeUnitCount > 0 {
      // Revoked and withdrawn ones end before the year is over.
      let isExpired = end.utf8CodeUnitCount == 7 && end.utf8Start[0] == UInt8(ascii: "e")
      out.day(isExpired ? from + 365 : 46_036, dates)
    }
    out.comma()
    out.text(end)
    out.endRow()
  }
}
