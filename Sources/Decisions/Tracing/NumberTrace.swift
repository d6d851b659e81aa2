import Numbering
import SupplyChain

/// Whose hands a number is in on a day, as far as a ledger tells (SPEC §8 `trace`).
public struct NumberTrace: Sendable, Equatable {
  /// The number.
  public let number: TelephoneNumber
  /// Rows of the designations in force that contain it, in file order; several when blocks overlap.
  public let designations: [UInt32]
  /// The active provisions whose range contains it: by level, those without one last, then in file order.
  ///
  /// Self-provisions are left out.
  public let hops: [TraceHop]
  /// Where it comes from: its holders and every other operator that provides it and receives it from nobody by range.
  public let origins: [TraceOrigin]
  /// Where the trail ends, in file order of the operators; never empty.
  public let ends: [TraceEnd]
  /// Rows of the suspensions of numbers in force that contain it, in file order.
  public let suspensions: [UInt32]

  /// Whether no designation in force contains it and no active provision names it.
  public var isHeldByNobody: Bool { designations.isEmpty && hops.isEmpty }
}

/// One provision of a trace.
public struct TraceHop: Sendable, Equatable {
  /// The provision.
  public let provision: ProvisionIndex
  /// How many hops it is from a holder of the number, 1 for the first; nil when no chain reaches one.
  ///
  /// One more than the supplier's level of the number (SPEC §4).
  public let level: UInt32?
}

/// An operator from which the trail of a number starts.
public struct TraceOrigin: Sendable, Equatable {
  /// How it comes to have the number.
  public enum Kind: Sendable, Equatable {
    /// The number is designated to it.
    case designation
    /// No provision to it names the number, but it receives numbers of the category known by their count only.
    case countOnly
    /// It receives nothing in the category.
    case unknown
  }

  /// Who.
  public let operatorIndex: OperatorIndex
  /// How it comes to have the number.
  public let kind: Kind
}

/// A place where the trail of a number ends, and whom to ask there.
public struct TraceEnd: Sendable, Equatable {
  /// Why it goes no further.
  public enum Reason: String, Sendable, CaseIterable {
    /// The operator has the number and provides it to nobody on record.
    case lastRecipient = "last-recipient"
    /// The operator has the number and names it in no provision, but provides numbers known by their count only.
    case countOnly = "count-only"
    /// No designation in force contains the number.
    case noDesignation = "no-designation"
    /// The operators provide the number to each other and to nobody else.
    case circle
  }

  /// Why it goes no further.
  public let reason: Reason
  /// Whom to ask next, in file order: one operator, the members of a circle, or, where no designation contains the
  /// number, those it comes from; nobody when nobody has it.
  public let operators: [OperatorIndex]

  package init(reason: Reason, operators: [OperatorIndex]) {
    self.reason = reason
    self.operators = operators
  }
}

/// A block near a number that no designation contains.
public struct NearbyDesignations: Sendable, Equatable {
  /// Rows of designations that contain the number, but not on the day; in file order.
  public let onOtherDays: [UInt32]
  /// The designation in force in the category whose end is nearest below the number; nil for none.
  public let below: UInt32?
  /// The designation in force in the category whose start is nearest above the number; nil for none.
  public let above: UInt32?
}
