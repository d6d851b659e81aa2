import Numbering

extension DayState {
  /// The numbers of the active inflows of some operators in a category, together (SPEC §4).
  ///
  /// - Complexity: O(*n*) in operators and their inflows, O(*k* log *k*) in the stretches of ranges they receive.
  package func receivedNumbers(by operators: some Collection<OperatorIndex>, in category: Category) -> UInt64
  {
    guard let view = chain.inflows.view(category) else { return 0 }
    let inflows = InflowStretches(view, self)
    var union = UnionSize()
    var stretches: [Stretch] = []
    for x in operators { union.add(count: inflows.append(of: x, to: &stretches)) }
    stretches.sortByNumber { $0.start }
    for stretch in stretches { union.add(from: stretch.start, through: stretch.end - 1) }
    return union.size
  }
}
