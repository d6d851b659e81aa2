import Numbering

/// Everything the tables say about one operator by itself.
struct OperatorTraits {
  enum Role { case `operator`, agent, user }
  enum Registration { case registered, notified, none }
  enum Approval {
    /// No record at all.
    case missing
    /// In force for every category, or for one.
    case all
    case one(Category)
    /// Deemed, for every category.
    case deemed
    /// In force until 2026-03-31.
    case lapsed
    /// Deemed in the first category, approved in the second: each rules the other out.
    case contradictory(Category, Category)
  }
  enum Certification { case never, valid, expired, withdrawn, revoked, notYet }

  var role = Role.operator
  var registration = Registration.notified
  var startedOn = 0
  /// The operator whose number is the id of the group; nil for none.
  var group: Int?
  /// The operator whose corporate number it carries; nil for a blank cell.
  var corporateNumber: Int?
  var approval = Approval.all
  /// The operator whose approval number it carries.
  var approvalNumber = 0
  var certification = Certification.valid
  /// Bits for what does not matter.
  var bits: UInt64 = 0
}
