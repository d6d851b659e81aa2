import Numbering

/// The telephone-number supply chain as an immutable graph: operators joined by provisions.
///
/// Everything is a dense column; both directions of every provision are stored. Values are shared, never copied,
/// and may be read from any thread.
public struct SupplyChain: Sendable {
  /// The rows it was built from.
  public internal(set) var tables: Tables
  /// Operators grouped by legal person: equal corporate numbers.
  public let persons: Grouping
  /// Operators grouped by party: equal group ids or corporate numbers, joined transitively.
  public let parties: Grouping
  /// Provisions by supplier, one view per category; self-provisions left out.
  public let outflows: Adjacency
  /// Provisions by recipient, one view per category; self-provisions left out.
  public let inflows: Adjacency
  /// Designations of each operator.
  public let designationsOf: RowIndex
  /// Approvals of each operator.
  public let approvalsOf: RowIndex
  /// Certifications of each operator.
  public let certificationsOf: RowIndex
  /// Operators by id.
  package let operatorIds: TextIndex
  /// Provisions of an operator to itself, in file order.
  package let selfProvisions: [ProvisionIndex]

  /// Indexes tables whose references are resolved.
  ///
  /// References must name existing rows, as reading and the row appenders make sure; debug builds check it.
  ///
  /// - Complexity: O(*n* log *n*) in the number of rows at worst; the sorts are of one operator's rows at a time.
  public init(_ tables: Tables, threads: Int = 2) {
    self.tables = tables
    let indices = GraphIndices(tables, threads: threads)
    (persons, parties) = (indices.persons, indices.parties)
    designationsOf = indices.designations
    approvalsOf = indices.approvals
    certificationsOf = indices.certifications
    operatorIds = indices.operatorIds
    (outflows, inflows) = (indices.outflows, indices.inflows)
    selfProvisions = indices.selfProvisions
    assert(isConsistent())
  }

  /// The operator of a party with the least id, by UTF-8 bytes: it names the party.
  public func leastMember(of party: PartyIndex) -> OperatorIndex {
    let members = parties.members(of: party)
    let ids = tables.operators.ids
    return members.dropFirst().reduce(members[members.startIndex]) { least, member in
      ids.precedes(Int(member), Int(least)) ? member : least
    }
  }
}

/// A partition of the operators into numbered groups.
///
/// Groups are numbered by their first member in file order.
public struct Grouping: Sendable {
  /// The group of each operator.
  public package(set) var groupOf: [UInt32]
  /// Where each group's members begin in `members`; one longer than the number of groups.
  package var offsets: [UInt32]
  /// Operators by group, in file order within one.
  package var members: [OperatorIndex]

  /// How many groups there are.
  public var count: Int { offsets.count - 1 }

  /// The operators of a group, in file order.
  public func members(of group: UInt32) -> ArraySlice<OperatorIndex> {
    members[Int(offsets[Int(group)])..<Int(offsets[Int(group) + 1])]
  }
}

/// Rows of a table by operator.
public struct RowIndex: Sendable {
  /// One longer than the number of operators.
  package var offsets: [UInt32]
  /// Rows by operator, in file order within one.
  package var rows: [UInt32]

  /// The rows of an operator, in file order.
  public func rows(of x: OperatorIndex) -> ArraySlice<UInt32> {
    rows[Int(offsets[Int(x)])..<Int(offsets[Int(x) + 1])]
  }
}

/// Provisions by one of their ends, in compressed sparse rows, a view for each category.
public struct Adjacency: Sendable {
  /// nil for a category without provisions.
  package var views: [CategoryAdjacency?]

  /// The view of a category; nil when no provision is of it.
  package func view(_ category: Category) -> CategoryAdjacency? {
    views[Int(category.rawValue)]
  }
}

/// The provisions of one category by one of their ends.
///
/// Invariants: `offsets` is one longer than the number of operators and ascends; within one operator the ranged
/// provisions come first, by (start, end, provision id), then the count-only ones in file order; `recipients` is as long
/// as `provisions` in outflows, empty in inflows.
package struct CategoryAdjacency: Sendable {
  package var offsets: [UInt32]
  package var provisions: [ProvisionIndex]
  /// Who is at the other end of each outflow: searches go that way, and would jump through the table for it.
  package var recipients: [OperatorIndex]
  /// How many of the provisions are ranged.
  package var rangedCount: Int

  /// Where the provisions of an operator lie.
  @inlinable
  package func range(_ x: OperatorIndex) -> Range<Int> {
    Int(offsets[Int(x)])..<Int(offsets[Int(x) + 1])
  }
}
