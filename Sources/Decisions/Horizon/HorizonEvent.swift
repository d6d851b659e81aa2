import Numbering
import SupplyChain

/// Something on record that takes effect on a day to come and makes findings start or end.
public struct HorizonEvent: Sendable, Hashable {
  /// What takes effect.
  public enum Kind: UInt8, Sendable, CaseIterable {
    /// A certificate runs out or was removed from that day on, and the person has no other.
    case certificateEnds
    /// A certificate takes effect.
    case certificateBegins
    /// An approval ends, and the person has no other in the category.
    case approvalEnds
    /// An approval takes effect.
    case approvalBegins
    /// A designation is returned.
    case designationEnds
    /// A designation takes effect.
    case designationBegins
    /// A waiver is no longer in force.
    case waiverEnds
    /// A waiver comes into force.
    case waiverBegins
    /// A provision has ended.
    case provisionEnds
    /// A provision begins.
    case provisionBegins
    /// An operator's track record passes a boundary of a cap.
    case trackRecord
    /// A cap no longer applies.
    case capEnds
    /// A cap begins to apply.
    case capBegins
    /// A restriction is over.
    case restrictionEnds
    /// A restriction begins.
    case restrictionBegins
    /// A day that is on record, a declaration or a check of an approval, is reached.
    case recordedDay
    /// The policy asks for approval or certification from that day on.
    case requirementBegins
    /// Several things take effect on that day, and none of them stands alone behind the change.
    case several

    /// The name in JSON and CSV, in kebab case.
    public var name: String {
      switch self {
      case .certificateEnds: "certificate-ends"
      case .certificateBegins: "certificate-begins"
      case .approvalEnds: "approval-ends"
      case .approvalBegins: "approval-begins"
      case .designationEnds: "designation-ends"
      case .designationBegins: "designation-begins"
      case .waiverEnds: "waiver-ends"
      case .waiverBegins: "waiver-begins"
      case .provisionEnds: "provision-ends"
      case .provisionBegins: "provision-begins"
      case .trackRecord: "track-record"
      case .capEnds: "cap-ends"
      case .capBegins: "cap-begins"
      case .restrictionEnds: "restriction-ends"
      case .restrictionBegins: "restriction-begins"
      case .recordedDay: "recorded-day"
      case .requirementBegins: "requirement-begins"
      case .several: "several"
      }
    }
  }

  /// The first day on which things are different.
  public let day: Day
  /// What takes effect.
  public let kind: Kind
  /// Whose certificate, approval, designation or track record it is; nil where it is nobody's.
  public let operatorIndex: OperatorIndex?
  /// The category of an approval or designation; nil for all, and for other kinds.
  public let category: Category?
  /// The row in the table of its kind; for caps and track records the cap as `CapBook` numbers them; nil for none.
  public let row: Int?

  init(
    _ kind: Kind, on day: Int32, _ operatorIndex: OperatorIndex? = nil, category: Category? = nil,
    row: Int? = nil
  ) {
    self.day = Day(ordinal: day) ?? .latest
    self.kind = kind
    self.operatorIndex = operatorIndex
    self.category = category
    self.row = row
  }
}

extension HorizonEvent: Comparable {
  /// By day, then kind, then operator, category and row.
  public static func < (left: HorizonEvent, right: HorizonEvent) -> Bool {
    left.place < right.place
  }

  private var place: (Int32, UInt8, UInt32, Int, Int) {
    (
      day.ordinal, kind.rawValue, operatorIndex ?? noIndex, category.map { Int($0.rawValue) } ?? -1,
      row ?? -1
    )
  }
}
