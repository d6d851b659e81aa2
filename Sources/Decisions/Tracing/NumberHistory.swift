import Numbering
import SupplyChain

/// Through whose hands a number went in the course of time, as far as ranges tell.
public struct NumberHistory: Sendable, Equatable {
  /// The number.
  public let number: TelephoneNumber
  /// Rows of the designations that contain it, of any day, by first day, then in file order.
  public let designations: [UInt32]
  /// The provisions whose range contains it, of any day, by first day, then in file order; self-provisions apart.
  public let provisions: [ProvisionIndex]
  /// Who had it and provided it to nobody by range, for each unbroken run of days; by first day, then in file order of
  /// the operators.
  public let custody: [Custody]
  /// The days since somebody first had the number on which it is in nobody's custody, in ascending order.
  public let gaps: [CustodyGap]
}

/// An unbroken run of days on which an operator was the last on record to have a number.
///
/// It has a number on the days of a designation or of a provision to it that contains the number, and is the last on
/// those without a provision from it that does.
public struct Custody: Sendable, Equatable {
  /// How a custody began.
  public enum Beginning: Sendable, Equatable {
    /// This designation began.
    case designated(UInt32)
    /// This provision to it began.
    case provided(ProvisionIndex)
    /// This provision from it ended.
    case cameBack(ProvisionIndex)
  }

  /// How a custody ended.
  public enum Ending: Sendable, Equatable {
    /// It has not.
    case open
    /// This provision from it began.
    case passedOn(ProvisionIndex)
    /// This provision to it ended.
    case withdrawn(ProvisionIndex)
    /// This designation ended.
    case returned(UInt32)
  }

  /// Who.
  public let operatorIndex: OperatorIndex
  /// When.
  public let days: DayInterval
  /// How it began: of several changes on the day designations go first, then what stands first in the file.
  public let beginning: Beginning
  /// How it ended; likewise.
  public let ending: Ending
}
