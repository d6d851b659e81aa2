import Numbering
import SupplyChain

/// What a supplier may be asked to ask of one of its recipients, so that a step of a plan comes about.
public struct RepairRequest: Sendable, Equatable {
  /// Who provides numbers to the operator; nil when nobody does, so that it is asked itself.
  public let supplier: OperatorIndex?
  /// Who is to be certified or approved; of an ended provision, its recipient.
  public let operatorIndex: OperatorIndex
  /// The place of the step in the plan, from 0.
  public let step: Int
  /// How many active provisions pass from the supplier to the operator; in the category of an approval.
  public let provisions: Int
  /// The numbers of those provisions, added up.
  public let numbers: UInt64
}

extension RepairPlan {
  /// Whom to ask for what, by supplier in file order, those without supplier first, then by rank of the step.
  ///
  /// Every operator of a person counts: each of its suppliers can ask. A supplier of the same person is not asked.
  ///
  /// - Complexity: O(*n* log *n*) in the inflows of the operators that the steps are about.
  public func requests() -> [RepairRequest] {
    let gathering = RequestGathering(state)
    var requests: [RepairRequest] = []
    for (place, step) in steps.enumerated() {
      gathering.append(step.action, at: place, to: &requests)
    }
    return requests.sorted { left, right in
      let (a, b) = (left.supplier.map { Int($0) } ?? -1, right.supplier.map { Int($0) } ?? -1)
      return (a, left.step, left.operatorIndex) < (b, right.step, right.operatorIndex)
    }
  }
}

/// Finds the suppliers of operators.
private struct RequestGathering {
  private let state: DayState
  private let table: ProvisionTable

  init(_ state: DayState) {
    self.state = state
    table = state.chain.tables.provisions
  }

  func append(_ action: RepairAction, at step: Int, to requests: inout [RepairRequest]) {
    switch action {
    case .certify(let x): append(x, .all, step, to: &requests)
    case .approve(let x, let category): append(x, CategorySet(category), step, to: &requests)
    case .end(let p):
      requests.append(
        RepairRequest(
          supplier: table.suppliers[Int(p)], operatorIndex: table.recipients[Int(p)], step: step,
          provisions: 1, numbers: table.numbers[Int(p)]))
    }
  }

  private func append(
    _ x: OperatorIndex, _ categories: CategorySet, _ step: Int, to requests: inout [RepairRequest]
  ) {
    let persons = state.chain.persons
    let person = persons.groupOf[Int(x)]
    let first = requests.count
    for member in persons.members(of: person) {
      var inflows: [(supplier: OperatorIndex, numbers: UInt64)] = []
      for category in Category.allCases where categories.has(category) {
        guard let view = state.chain.inflows.view(category) else { continue }
        for position in view.range(member) {
          let q = Int(view.provisions[position])
          if state.active[q] == 0 || persons.groupOf[Int(table.suppliers[q])] == person { continue }
          inflows.append((table.suppliers[q], table.numbers[q]))
        }
      }
      inflows.sort { $0.supplier < $1.supplier }
      var place = 0
      while place < inflows.count {
        let supplier = inflows[place].supplier
        let begin = place
        var numbers: UInt64 = 0
        while place < inflows.count, inflows[place].supplier == supplier {
          numbers += inflows[place].numbers
          place += 1
        }
        requests.append(
          RepairRequest(
            supplier: supplier, operatorIndex: member, step: step, provisions: place - begin,
            numbers: numbers))
      }
    }
    if requests.count == first {
      requests.append(
        RepairRequest(supplier: nil, operatorIndex: x, step: step, provisions: 0, numbers: 0))
    }
  }
}
