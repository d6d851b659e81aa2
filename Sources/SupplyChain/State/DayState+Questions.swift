import Numbering

extension DayState {
  /// Whether a provision is active and no self-provision.
  public func isActive(_ p: ProvisionIndex) -> Bool { active[Int(p)] != 0 }

  /// Whether an operator's person is certified.
  public func isCertified(_ x: OperatorIndex) -> Bool { certified[Int(x)] != 0 }

  /// Whether an operator's person is approved in a category.
  public func isApproved(_ x: OperatorIndex, in category: Category) -> Bool {
    CategorySet(rawValue: approved[Int(x)]).has(category)
  }

  /// Whether an operator has an active designation of its own in a category.
  public func isHolder(_ x: OperatorIndex, in category: Category) -> Bool {
    CategorySet(rawValue: holder[Int(x)]).has(category)
  }

  /// Whether an operator has role `user` and no active outflow: it needs neither approval nor certificate.
  public func isUser(_ x: OperatorIndex) -> Bool { user[Int(x)] != 0 }

  /// Whether an operator has an active outflow in a category.
  public func hasOutflow(_ x: OperatorIndex, in category: Category) -> Bool {
    CategorySet(rawValue: outflow[Int(x)]).has(category)
  }

  /// Whether an operator has an active inflow in a category.
  public func hasInflow(_ x: OperatorIndex, in category: Category) -> Bool {
    CategorySet(rawValue: inflow[Int(x)]).has(category)
  }
}
