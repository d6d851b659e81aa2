import Numbering

extension ProvisionTable {
  /// Adds a provision of a range of numbers and returns its row; the id must be new.
  ///
  /// `range` holds `TelephoneNumber.rawValue` of the first and last number, `endsOn` is the last day it is active.
  /// A value for an optional column makes the column present.
  @discardableResult
  public mutating func append(
    id: String, supplier: OperatorIndex, recipient: OperatorIndex, category: Category,
    range: ClosedRange<UInt64>, startsOn: Day? = nil, endsOn: Day? = nil, contract: ContractForm = .wholesale,
    confirmations: Confirmations = Confirmations(), resaleClause: ResaleClause? = nil
  ) -> ProvisionIndex {
    append(
      id, supplier, recipient, category, start: range.lowerBound,
      numbers: range.upperBound - range.lowerBound + 1, startsOn, endsOn, contract, confirmations,
      resaleClause)
  }

  /// Adds a provision known only by its count of numbers and returns its row; the id must be new.
  ///
  /// `endsOn` is the last day it is active. A value for an optional column makes the column present.
  @discardableResult
  public mutating func append(
    id: String, supplier: OperatorIndex, recipient: OperatorIndex, category: Category, numbers: UInt64,
    startsOn: Day? = nil, endsOn: Day? = nil, contract: ContractForm = .wholesale,
    confirmations: Confirmations = Confirmations(), resaleClause: ResaleClause? = nil
  ) -> ProvisionIndex {
    append(
      id, supplier, recipient, category, start: 0, numbers: numbers, startsOn, endsOn, contract,
      confirmations,
      resaleClause)
  }

  /// The days on which a supplier confirmed things about a recipient; nil for a blank cell.
  public struct Confirmations: Sendable, Equatable {
    /// 認定確認日.
    public var approvalCheckedOn: Day?
    /// 使用条件合意日.
    public var conditionsAgreedOn: Day?
    /// 役務継続性確認日.
    public var continuityCheckedOn: Day?
    /// 申告日.
    public var declaredOn: Day?

    /// Confirmations on these days.
    public init(
      approvalCheckedOn: Day? = nil, conditionsAgreedOn: Day? = nil, continuityCheckedOn: Day? = nil,
      declaredOn: Day? = nil
    ) {
      self.approvalCheckedOn = approvalCheckedOn
      self.conditionsAgreedOn = conditionsAgreedOn
      self.continuityCheckedOn = continuityCheckedOn
      self.declaredOn = declaredOn
    }
  }

  /// Makes optional columns present; rows so far are blank in them (再卸条件: free).
  public mutating func declare(_ added: ProvisionColumns) {
    origin.declare()
    let new = added.subtracting(columns)
    if new.isEmpty { return }
    let blank = [Int32](repeating: Day.blank, count: count)
    if new.contains(.approvalCheckedOn) { approvalCheckedOn = blank }
    if new.contains(.conditionsAgreedOn) { conditionsAgreedOn = blank }
    if new.contains(.continuityCheckedOn) { continuityCheckedOn = blank }
    if new.contains(.declaredOn) { declaredOn = blank }
    if new.contains(.resaleClause) {
      clauses = [ResaleClause](repeating: .free, count: count)
    }
    columns.formUnion(added)
  }

  private mutating func append(
    _ id: String, _ supplier: OperatorIndex, _ recipient: OperatorIndex, _ category: Category, start: UInt64,
    numbers: UInt64, _ startsOn: Day?, _ endsOn: Day?, _ contract: ContractForm, _ days: Confirmations,
    _ clause: ResaleClause?
  ) -> ProvisionIndex {
    var given: ProvisionColumns = []
    if days.approvalCheckedOn != nil { given.insert(.approvalCheckedOn) }
    if days.conditionsAgreedOn != nil { given.insert(.conditionsAgreedOn) }
    if days.continuityCheckedOn != nil { given.insert(.continuityCheckedOn) }
    if days.declaredOn != nil { given.insert(.declaredOn) }
    if clause != nil { given.insert(.resaleClause) }
    declare(given)
    ids.append(id)
    suppliers.append(supplier)
    recipients.append(recipient)
    categories.append(category)
    rangeStarts.append(start)
    self.numbers.append(numbers)
    starts.append(startsOn?.ordinal ?? Day.blank)
    ends.append(endsOn.map { $0.ordinal + 1 } ?? Day.openEnd)
    contracts.append(contract)
    let present = columns
    if present.contains(.approvalCheckedOn) { approvalCheckedOn.append(Self.ordinal(days.approvalCheckedOn)) }
    if present.contains(.conditionsAgreedOn) {
      conditionsAgreedOn.append(Self.ordinal(days.conditionsAgreedOn))
    }
    if present.contains(.continuityCheckedOn) {
      continuityCheckedOn.append(Self.ordinal(days.continuityCheckedOn))
    }
    if present.contains(.declaredOn) { declaredOn.append(Self.ordinal(days.declaredOn)) }
    if columns.contains(.resaleClause) { clauses.append(clause ?? .free) }
    return UInt32(count - 1)
  }

  private static func ordinal(_ day: Day?) -> Int32 {
    day?.ordinal ?? Day.blank
  }
}
