/// What a template of a message leaves to be filled in.
enum MessageField: String, CaseIterable, Sendable {
  /// Name and id; the supplier of a cap may be all suppliers together.
  case supplier
  case recipient
  case `operator`
  /// The first few of `operator_ids`, and how many more.
  case operators
  /// How many operators there are.
  case members
  case provision
  case provisions
  /// numbers(p) of the provision, with its category.
  case quantity
  /// `numbers` of the finding, with its category.
  case numbers
  /// `numbers` without the category.
  case amount
  case limit
  /// `numbers` less `limit`.
  case excess
  case category
  case tier
  case cap
  case party
  case value
  case other
  case restriction
  case cycle
  /// First day of the provision.
  case starts
  /// The day of the confirmation the rule asks for.
  case checked
  case waiver
  case waiverRule
  case waiverEnd
}

/// A template cut into what is fixed and what is filled in.
struct MessageParts: Sendable {
  enum Part: Sendable, Equatable {
    case fixed([UInt8])
    case field(MessageField)
  }

  let parts: [Part]

  /// Cuts a template; a name in braces that is no field stays as it is, which a test excludes.
  init(_ template: String) {
    var parts: [Part] = []
    var fixed: [UInt8] = []
    var rest = Array(template.utf8)[...]
    while let byte = rest.first {
      if byte == 0x7B, let close = rest.firstIndex(of: 0x7D),
        let field = MessageField(
          rawValue: String(decoding: rest[(rest.startIndex + 1)..<close], as: UTF8.self))
      {
        if !fixed.isEmpty { parts.append(.fixed(fixed)) }
        fixed = []
        parts.append(.field(field))
        rest = rest[(close + 1)...]
      } else {
        fixed.append(byte)
        rest = rest.dropFirst()
      }
    }
    if !fixed.isEmpty { parts.append(.fixed(fixed)) }
    self.parts = parts
  }
}
