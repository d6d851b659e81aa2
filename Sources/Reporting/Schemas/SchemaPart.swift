/// What documents have in common, described once in each document that uses it.
enum SchemaPart: String, Sendable, CaseIterable {
  case dayReport, periodReport, traceOfDay, history
  case day, telephone, operatorID, id, sha256, fingerprint
  case category, severity, basis, rule, cause, reason
  case tool, onDay, overPeriod, anyDay, policyMark, redaction, filter, input, disclaimer
  case finding, periodFinding, markedFinding, markedPeriodFinding
  case source, days, openDays
  case comparedReport, difference, ruleDifference
  case standing, approval, certification
  case range, designation
  case candidate, screenReason, capRoom
  case stockFlow
  case affected, findingCounts
  case coverage
  case cap, fee, writtenDay, writtenCategory

  /// What it is.
  var layout: Schema {
    switch self {
    case .dayReport: ReportSchema.document(isPeriod: false)
    case .periodReport: ReportSchema.document(isPeriod: true)
    case .traceOfDay: TraceSchema.document
    case .history: HistorySchema.document
    case .day:
      .text(
        atLeast: 10, atMost: 10,
        pattern: "(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])")
    case .telephone: .text(atLeast: 10, atMost: 14, pattern: "0[0-9CDFHJKMRTX]{9,13}")
    case .operatorID: .text(atLeast: 1, atMost: 64, pattern: nil)
    case .id: .someText
    case .sha256: .text(atLeast: 64, atMost: 64, pattern: "[0-9a-f]{64}")
    case .fingerprint: .text(atLeast: 16, atMost: 16, pattern: "[0-9a-f]{16}")
    case .category: SchemaWords.categories
    case .severity: SchemaWords.severities
    case .basis: SchemaWords.bases
    case .rule: SchemaWords.rules
    case .cause: SchemaWords.causes
    case .reason: .words(SchemaWords.reasons)
    case .tool: FrameSchema.tool
    case .onDay: FrameSchema.onDay
    case .overPeriod: FrameSchema.overPeriod
    case .anyDay: FrameSchema.anyDay
    case .policyMark: FrameSchema.policyMark
    case .redaction: FrameSchema.redacted
    case .filter: FrameSchema.filter
    case .input: FrameSchema.input
    case .disclaimer: .someText
    case .finding: FindingSchema.finding(isPeriod: false, isMarked: false)
    case .periodFinding: FindingSchema.finding(isPeriod: true, isMarked: false)
    case .markedFinding: FindingSchema.finding(isPeriod: false, isMarked: true)
    case .markedPeriodFinding: FindingSchema.finding(isPeriod: true, isMarked: true)
    case .source: FindingSchema.source
    case .days: FindingSchema.days
    case .openDays: TraceSchema.openDays
    case .comparedReport: DiffSchema.report
    case .difference: DiffSchema.total
    case .ruleDifference: DiffSchema.rule
    case .standing: StandingSchema.standing
    case .approval: StandingSchema.approval
    case .certification: StandingSchema.certification
    case .range: TraceSchema.range
    case .designation: TraceSchema.designation
    case .candidate: ScreenBatchSchema.candidate
    case .screenReason: ScreenBatchSchema.reason
    case .capRoom: ScreenBatchSchema.capRoom
    case .stockFlow: StockSchema.flow
    case .affected: ImpactSchema.affected
    case .findingCounts: ImpactSchema.findingCounts
    case .coverage: RepairSchema.coverage
    case .cap: PolicySchema.cap
    case .fee: PolicySchema.fee
    case .writtenDay: PolicySchema.day
    case .writtenCategory: PolicySchema.category
    }
  }
}
