import Banken
import Bytes

extension CommandContext {
  /// Reads a report, or tells what is wrong with it and where.
  func report(_ path: String, _ progress: Progress) throws(Failure) -> ReportDigest {
    do throws(ReportError) {
      return try ReportDigest.read(path: path, anySchema: line.has(.force))
    } catch {
      progress.end()
      switch error {
      case .file(let failure): throw .unreadable(path: failure.path, code: failure.code)
      case .content(let problem):
        if case .otherSchema(let schema) = problem.kind {
          throw usage(.notAReport(path: path, schema: schema))
        }
        console.say(
          .error, ReportWords.message(problem, language), file: path, line: problem.line,
          column: problem.column)
        throw .content
      }
    }
  }

  /// What speaks against comparing an earlier report with an audit that is about to be made.
  ///
  /// - Throws: a mistake on the command line, unless `--force` overrules it.
  func differences(
    _ old: ReportDigest, time: ReportDigest.AuditedTime, _ policy: ReportDigest.PolicyMark,
    _ operatorID: String?, _ redaction: Redaction?
  ) throws(Failure) -> [ReportDifference] {
    var new = ReportDigest(time: time, policy: policy, reasons: [])
    new.operatorFilter = operatorID
    new.redaction = redaction?.mark
    return try differences(old, new)
  }

  /// What speaks against comparing two reports.
  ///
  /// - Throws: a mistake on the command line, unless `--force` overrules it.
  func differences(_ old: ReportDigest, _ new: ReportDigest) throws(Failure) -> [ReportDifference] {
    let found = ReportDifference.between(old, new)
    let isForced = line.has(.force) && found.allSatisfy(\.canBeForced)
    if !found.isEmpty, !isForced { throw usage(.notComparable(found)) }
    return found
  }
}
