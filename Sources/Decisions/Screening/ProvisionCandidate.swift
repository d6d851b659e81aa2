import Numbering
import SupplyChain

/// A provision under consideration (候補): who would provide which numbers to whom, from which day.
///
/// It is taken as confirmed, agreed, checked and declared on its first day, and as resold freely.
public struct ProvisionCandidate: Sendable, Equatable {
  /// The id it has in findings; rows of a ledger come before it in file order.
  public static let id = "(candidate)"

  /// 卸元.
  public let supplier: OperatorIndex
  /// 卸先.
  public let recipient: OperatorIndex
  /// 種別.
  public let category: Category
  /// The numbers by name; nil when only their count is known.
  public let range: NumberRange?
  /// How many telephone numbers, at least 1.
  public let numbers: UInt64
  /// The first day it would be active.
  public let startsOn: Day
  /// The last day it would be active; nil for open.
  public let endsOn: Day?
  /// 契約形態.
  public let contract: ContractForm

  /// A candidate known by its count of numbers.
  ///
  /// - Parameter numbers: at least 1; a lesser count is taken as 1.
  public init(
    supplier: OperatorIndex, recipient: OperatorIndex, category: Category, numbers: UInt64, startsOn: Day,
    endsOn: Day? = nil, contract: ContractForm = .wholesale
  ) {
    (self.supplier, self.recipient, self.category) = (supplier, recipient, category)
    (range, self.numbers) = (nil, max(1, numbers))
    (self.startsOn, self.endsOn, self.contract) = (startsOn, endsOn, contract)
  }

  /// A candidate of a range of numbers.
  public init(
    supplier: OperatorIndex, recipient: OperatorIndex, range: NumberRange, startsOn: Day,
    endsOn: Day? = nil, contract: ContractForm = .wholesale
  ) {
    (self.supplier, self.recipient, category) = (supplier, recipient, range.category)
    (self.range, numbers) = (range, range.count)
    (self.startsOn, self.endsOn, self.contract) = (startsOn, endsOn, contract)
  }

  /// The same between two other operators.
  func between(_ supplier: OperatorIndex, _ recipient: OperatorIndex) -> ProvisionCandidate {
    if let range {
      return ProvisionCandidate(
        supplier: supplier, recipient: recipient, range: range, startsOn: startsOn, endsOn: endsOn,
        contract: contract)
    }
    return ProvisionCandidate(
      supplier: supplier, recipient: recipient, category: category, numbers: numbers, startsOn: startsOn,
      endsOn: endsOn, contract: contract)
  }

  /// Whether it would be active on a day.
  public func isActive(on day: Day) -> Bool {
    startsOn <= day && endsOn.map { day <= $0 } ?? true
  }

  /// Whether supplier and recipient are one operator: then it is a self-provision and nothing else.
  public var isSelfProvision: Bool { supplier == recipient }

  /// The range as raw values; nil for a count-only candidate.
  package var span: ClosedRange<UInt64>? {
    range.map { $0.start.rawValue...max($0.start.rawValue, $0.end.rawValue) }
  }
}

extension SupplyChain {
  /// The same ledger with a candidate as its last provision.
  ///
  /// No column is added for it: a rule that lacks its column goes on lacking it.
  /// - Complexity: as building a graph; the tables are copied.
  package func adding(_ candidate: ProvisionCandidate, threads: Int) -> SupplyChain {
    var tables = tables
    let columns = tables.provisions.columns
    let day = candidate.startsOn
    func confirmed(_ column: ProvisionColumns) -> Day? { columns.contains(column) ? day : nil }
    let confirmations = ProvisionTable.Confirmations(
      approvalCheckedOn: confirmed(.approvalCheckedOn), conditionsAgreedOn: confirmed(.conditionsAgreedOn),
      continuityCheckedOn: confirmed(.continuityCheckedOn), declaredOn: confirmed(.declaredOn))
    if let range = candidate.span {
      tables.provisions.append(
        id: ProvisionCandidate.id, supplier: candidate.supplier, recipient: candidate.recipient,
        category: candidate.category, range: range, startsOn: day, endsOn: candidate.endsOn,
        contract: candidate.contract, confirmations: confirmations)
    } else {
      tables.provisions.append(
        id: ProvisionCandidate.id, supplier: candidate.supplier, recipient: candidate.recipient,
        category: candidate.category, numbers: candidate.numbers, startsOn: day, endsOn: candidate.endsOn,
        contract: candidate.contract, confirmations: confirmations)
    }
    return SupplyChain(tables, threads: threads)
  }
}
