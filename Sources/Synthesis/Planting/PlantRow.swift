/// A provision of a planted breach.
struct PlantRow: Sendable {
  /// Stands for the holder that the breach hangs on.
  static let holder = -1

  /// One of the breach's operators, or the holder.
  let supplier: Int
  let recipient: Int
  /// Where its numbers begin in those set aside for the breach, and how many they are.
  let offset: Int
  let size: Int
  var startsOn = 45_445
  var isUnderTerms = false
  var lacksApprovalCheck = false
  var lacksConditions = false
  var lacksContinuityCheck = false
  var isResaleProhibited = false
  /// Its numbers are those of the block designated to the supplier, all of them.
  var isOwnBlock = false

  init(_ supplier: Int, _ recipient: Int, _ offset: Int = 0, _ size: Int = 10) {
    self.supplier = supplier
    self.recipient = recipient
    self.offset = offset
    self.size = size
  }

  /// The same with something changed.
  func with(_ change: (inout PlantRow) -> Void) -> PlantRow {
    var copy = self
    change(&copy)
    return copy
  }
}

extension PlantKind {
  private static let holder = PlantRow.holder

  /// 2022-05-10, before confirmations were asked for.
  private static let early = 44_690
  /// 2026-03-01, after restrictions and revocations of planted breaches began.
  private static let late = 46_081
  /// 2026-06-15, after the duty to confirm continuity of service began.
  private static let latest = 46_187

  /// Its provisions. Every operator but those meant to gets what it passes on; none gets a number twice.
  var rows: [PlantRow] {
    let first = PlantRow(Self.holder, 0)
    let onward = PlantRow(0, 1)
    switch self {
    case .approvalMissing:
      return [first.with { ($0.startsOn, $0.lacksApprovalCheck) = (Self.early, true) }]
    case .deemedApprovalInvalid, .registrationMissing, .uncertifiedRecipient, .outOfRole, .relatedToBarred,
      .waiverExpired, .sharedApprovalNumber, .sharedCorporateNumber:
      return [first]
    case .supplierApprovalMissing, .uncertifiedSupplier: return [first, onward]
    case .approvalUnconfirmed: return [first.with { $0.lacksApprovalCheck = true }]
    case .conditionsUnagreed: return [first.with { $0.lacksConditions = true }]
    case .continuityUnconfirmed:
      return [first.with { ($0.startsOn, $0.lacksContinuityCheck) = (Self.latest, true) }]
    case .undeclaredResale: return [first.with { $0.isUnderTerms = true }, onward]
    case .policyCapExceeded: return [PlantRow(Self.holder, 0, 0, 60).with { $0.startsOn = Self.latest }]
    case .tableCapExceeded: return [PlantRow(Self.holder, 0, 0, 40)]
    case .capExceededInTotal:
      return [PlantRow(Self.holder, 0, 0, 30), PlantRow(Self.holder, 1, 64, 30), PlantRow(1, 0, 64, 30)]
        .map { $0.with { $0.startsOn = Self.latest } }
    case .uncertifiedUpstream, .secondTierResale: return [first, onward, PlantRow(1, 2)]
    case .providedAfterRevocation, .providedDespiteRefusal, .suspendedNumberProvided:
      return [first.with { $0.startsOn = Self.late }]
    case .resaleBeyondDesignation:
      return [PlantRow(0, 1).with { $0.isOwnBlock = true }, first, onward]
    case .resaleAgainstClause: return [first.with { $0.isResaleProhibited = true }, onward]
    case .suspendedStockProvided: return [first, onward.with { $0.startsOn = Self.late }]
    case .noSource: return [onward]
    case .overProvision: return [first, PlantRow(0, 1, 0, 30)]
    case .rangeNotHeld: return [first, PlantRow(0, 1, 16, 10)]
    case .rangeProvidedTwice: return [PlantRow(Self.holder, 0, 0, 20), PlantRow(Self.holder, 1, 10, 20)]
    case .designationOverlap: return []
    case .circularProvision: return [first, onward, PlantRow(1, 2), PlantRow(2, 0)]
    case .selfProvision: return [first, PlantRow(0, 0)]
    }
  }

  /// Makes one of its operators what the breach needs it to be.
  ///
  /// - Parameter operators: the index of the first of its operators.
  func shape(_ traits: inout OperatorTraits, member: Int, operators: Int, in categories: PlantCategories) {
    switch (self, member) {
    case (.approvalMissing, 0):
      traits.approval = traits.bits & 1 == 0 ? .missing : .lapsed
    case (.supplierApprovalMissing, 0): traits.approval = .lapsed
    case (.deemedApprovalInvalid, 0):
      traits.approval = .contradictory(categories.own, categories.other)
    case (.registrationMissing, 0): traits.registration = .none
    case (.policyCapExceeded, 0), (.capExceededInTotal, 0): traits.startedOn = 46_053
    case (.uncertifiedRecipient, 0), (.waiverExpired, 0): traits.certification = .never
    case (.uncertifiedSupplier, 0): traits.certification = .expired
    case (.uncertifiedUpstream, 0): traits.certification = .never
    case (.providedAfterRevocation, 0): traits.certification = .revoked
    case (.outOfRole, 0): traits.role = .agent
    case (.sharedCorporateNumber, 1): traits.corporateNumber = operators
    case (.sharedApprovalNumber, 1): traits.approvalNumber = operators
    case (.relatedToBarred, 0): traits.group = operators
    case (.relatedToBarred, 1): (traits.group, traits.certification) = (operators, .revoked)
    case (.resaleBeyondDesignation, 0): traits.registration = .registered
    default: break
    }
  }
}
