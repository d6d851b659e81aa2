import Banken
import Bytes

/// What `check` has found out, on a day or over a period.
enum CheckedAudit {
  case day(DayAudit)
  case period(PeriodAudit)

  /// Audits what is asked for; nil for a period that ends before it begins.
  init?(_ chain: SupplyChain, _ options: CheckOptions, _ auditOptions: AuditOptions) {
    guard let (from, to) = options.period else {
      self = .day(DayAudit(chain, on: options.day, options: auditOptions))
      return
    }
    guard let audit = PeriodAudit(chain, from: from, to: to, options: auditOptions) else { return nil }
    self = .period(audit)
  }

  /// The counts that decide the status: those of the findings of the day, or of all days of the period.
  var outcome: DayAudit {
    switch self {
    case .day(let audit): audit
    case .period(let audit): audit.merged
    }
  }

  /// What a comparison with an earlier report needs.
  func digest(
    _ policy: LoadedPolicy, _ operatorID: String?, _ data: LoadedDataset, _ options: CheckOptions
  ) -> ReportDigest {
    switch self {
    case .day(let audit):
      ReportDigest(
        audit, policySource: policy.source, policySHA256: policy.sha256, operatorFilter: operatorID,
        rejectedRows: data.rejectedRows, threads: options.threads)
    case .period(let audit):
      ReportDigest(
        audit, policySource: policy.source, policySHA256: policy.sha256, operatorFilter: operatorID,
        rejectedRows: data.rejectedRows, threads: options.threads)
    }
  }

  /// Writes the report.
  func write(
    _ report: ReportContext, _ format: ReportFormat, to output: any Output
  ) throws(OutputError) {
    switch self {
    case .day(let audit): try writeReport(audit, context: report, format: format, to: output)
    case .period(let audit): try writeReport(audit, context: report, format: format, to: output)
    }
  }
}
