import Numbering

/// The levels of SPEC §4 on one day, plain and clean.
package struct Levels: Sendable {
  /// Per category, the level of each operator; `noLevel` for none. nil for a category without active provision.
  package var byCategory: [[UInt32]?]
  package var cleanByCategory: [[UInt32]?]
  /// Per category, number-precise levels of the operators that pass ranges on.
  package var byNumber: [NumberLevels?]
  package var cleanByNumber: [NumberLevels?]
  /// The tier of each active provision, in file order; 0 for none.
  package var tiers: [UInt32]
}

/// Number-precise levels of the operators of one category, as sorted pieces.
///
/// Kept only for numbers that an operator passes on: the supplier's side is all that tiers ask for.
/// Invariants: pieces of one operator ascend, do not overlap, and adjacent ones differ in level.
package struct NumberLevels: Sendable {
  /// One longer than the number of operators.
  package var offsets: [UInt32]
  package var starts: [UInt64]
  /// Inclusive.
  package var ends: [UInt64]
  package var levels: [UInt32]
}
