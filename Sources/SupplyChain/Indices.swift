/// A row of the operators table; dense, in file order.
public typealias OperatorIndex = UInt32
/// A row of the provisions table; dense, in file order.
public typealias ProvisionIndex = UInt32
/// A legal person, numbered in the order of its first operator.
public typealias PersonIndex = UInt32
/// Operators under common control, numbered in the order of their first operator.
public typealias PartyIndex = UInt32

/// What an index column holds where there is no row.
public let noIndex = UInt32.max
/// The level of an operator that no chain reaches.
public let noLevel = UInt32.max
