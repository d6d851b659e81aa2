import Audit
import Bytes
import Numbering
import SupplyChain

/// A row of a list of candidates, and what came of it.
public struct ScreenedRow: Sendable, Equatable {
  /// What came of a row.
  public enum Result: Sendable, Equatable {
    /// The verdict with its reasons, and every cap that applies.
    case answer(ScreenAnswer, [CapHeadroom])
    /// The row says nothing that can be screened: why, a sentence for each mistake.
    case rejected([String])
  }

  /// The line it begins on, from 1; nil for one that came from no file.
  public let line: Int?
  /// What came of it.
  public let result: Result
  /// What else to know of the candidate; nil for a row that was rejected.
  public let cautions: ScreenCautions?

  /// A row with its result.
  public init(line: Int?, result: Result, cautions: ScreenCautions? = nil) {
    self.line = line
    self.result = result
    self.cautions = cautions
  }

  /// nil for a row that was rejected.
  public var verdict: ScreenVerdict? {
    guard case .answer(let answer, _) = result else { return nil }
    return answer.verdict
  }
}

/// Candidates screened one by one, each as if there were no other (一括審査).
public struct ScreenedBatch: Sendable {
  /// A candidate and where it stands.
  public struct Item: Sendable {
    /// The line it begins on, from 1; nil for one that came from no file.
    public var line: Int?
    /// What is asked.
    public var candidate: ProvisionCandidate

    /// A candidate of a line.
    public init(line: Int? = nil, _ candidate: ProvisionCandidate) {
      self.line = line
      self.candidate = candidate
    }
  }

  /// The day of candidates that name none.
  public let day: Day
  /// The ledger they were held against.
  public let chain: SupplyChain
  /// The policy they were judged by.
  public let policy: Policy
  /// The caps that reasons and headroom refer to.
  public let caps: CapBook
  /// By line, rejected rows among them.
  public let rows: [ScreenedRow]
  /// The rules that were not evaluated on the first day of some candidate, in order, each with the first reason.
  public let notEvaluated: [UnevaluatedRule]

  /// Screens candidates on the days they start, and puts rejected rows between them.
  ///
  /// - Parameters:
  ///   - rejected: lines that hold no candidate, each with why.
  ///   - day: the day of candidates that named none: it is told beside the answers and plays no part.
  /// - Complexity: near-linear in rows of the ledger for each different first day, then as `Screening.answer` for each
  ///   candidate, on all threads.
  public init(
    _ items: [Item], rejected: [(line: Int, reasons: [String])] = [], in chain: SupplyChain,
    on day: Day, policy: Policy = Policy(), threads: Int = 2
  ) {
    self.day = day
    self.chain = chain
    self.policy = policy
    caps = CapBook(policy: policy, table: chain.tables.caps)
    let order = items.indices.sorted {
      (items[$0].candidate.startsOn, $0) < (items[$1].candidate.startsOn, $1)
    }
    var rows: [ScreenedRow] = rejected.map { ScreenedRow(line: $0.line, result: .rejected($0.reasons)) }
    var unevaluated: [RuleID: UnevaluatedRule] = [:]
    var next = 0
    while next < order.count {
      let day = items[order[next]].candidate.startsOn
      var end = next
      while end < order.count, items[order[end]].candidate.startsOn == day { end += 1 }
      let group = order[next..<end].map { items[$0] }
      next = end
      let screening = Screening(chain, on: day, policy: policy, threads: threads)
      let book = CautionBook(screening)
      for one in book.notEvaluated where unevaluated[one.rule] == nil { unevaluated[one.rule] = one }
      rows += concurrentMap(group.count, threads: threads) { index in
        let candidate = group[index].candidate
        return ScreenedRow(
          line: group[index].line,
          result: .answer(screening.answer(candidate), screening.headrooms(of: candidate)),
          cautions: book.cautions(of: candidate))
      }
    }
    notEvaluated = RuleID.allCases.compactMap { unevaluated[$0] }
    // Lines of one file differ; those that came from none keep the order of their days.
    self.rows = rows.enumerated().sorted {
      ($0.element.line ?? .max, $0.offset) < ($1.element.line ?? .max, $1.offset)
    }.map(\.element)
  }

  /// How many rows have a verdict.
  public func count(of verdict: ScreenVerdict) -> Int { rows.count { $0.verdict == verdict } }

  /// How many rows were rejected.
  public var rejectedCount: Int { rows.count { $0.verdict == nil } }
}
