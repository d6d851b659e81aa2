import Numbering
import SupplyChain

/// On which days of a window operators are certified, and which of them need no certificate.
struct OperatorDays: Sendable {
  /// By operator.
  let certified: [DaySet]
  /// By operator: days on which it is certified or a user.
  let exempt: [DaySet]
  /// Has the sets of both that are no intervals.
  let pool: DaySetPool

  /// - Complexity: O(*n*) in operators and in the runs of days on which they are certified or supply.
  init(_ context: PeriodContext, _ window: DayWindow) {
    var pool = DaySetPool()
    let timelines = context.timelines
    let persons = (0..<context.chain.persons.count).map { person in
      timelines.certified.runs(of: person).reduce(DaySet.none) { days, run in
        pool.union(days, window.set(run.start, run.end))
      }
    }
    let certified = timelines.personOf.map { persons[Int($0)] }
    var exempt = certified
    for (x, role) in context.tables.operators.roles.enumerated() where role == .user {
      var supplying = DaySet.none
      timelines.whileNoUser(OperatorIndex(x), within: window.days) { days in
        supplying = pool.union(supplying, window.set(days.start, days.end))
      }
      exempt[x] = pool.union(exempt[x], pool.subtract(supplying, from: window.all))
    }
    self.certified = certified
    self.exempt = exempt
    self.pool = pool
  }
}
