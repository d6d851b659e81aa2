import Audit
import Comparison
import Decisions
import Interchange
import Numbering
import SupplyChain

/// The words that documents use, taken from where they are written.
enum SchemaWords {
  static let categories = Schema.words(Category.allCases.map(\.name))
  static let severities = Schema.words(gravestFirst.map(\.name))
  static let bases = Schema.words(Basis.allCases.map(\.name))
  static let rules = Schema.words(RuleID.names)
  static let causes = Schema.words(Cause.allCases.map(\.name))
  static let tables = Schema.words(TableName.allCases.map(\.name))
  static let encodings = Schema.words(TextEncoding.allCases.map(\.rawValue))
  static let states = FindingState.allCases.map(\.name)
  static let verdicts = Schema.words(ScreenVerdict.allCases.map(\.name))
  static let approvals = Schema.words(every(ApprovalStanding.self).map(\.code))
  static let certifications = Schema.words(every(CertificationStanding.self).map(\.code))
  static let approvalEndings = Schema.words(ApprovalEnding.Reason.allCases.map(\.rawValue))
  static let gaps = Schema.words(CustodyGap.Reason.allCases.map(\.rawValue))
  static let roles = Schema.words(OperatorRole.allCases.map(\.code))
  static let registrations = Schema.words(Registration.allCases.compactMap(\.code))
  static let contracts = Schema.words(ContractForm.allCases.map(\.code))
  static let capScopes = Schema.words(every(CapHeadroom.Scope.self).map(\.name))

  static let levels = Schema.words(DiagnosticSeverity.allCases.map(\.name))
  static let traceOrigins = Schema.words(
    [TraceOrigin.Kind.designation, .countOnly, .unknown].map { TraceJSON.code($0) })
  static let directions = Schema.words([TraceFacts.Direction.out, .in].map(\.rawValue))
  static let beginnings = Schema.words(
    [Custody.Beginning.designated(0), .provided(0), .cameBack(0)].map(\.members.code))
  static let endings = Schema.words(
    [Custody.Ending.passedOn(0), .withdrawn(0), .returned(0)].compactMap(\.members.code))
  static let repairActions = Schema.words(
    [RepairAction.certify(0), .approve(0, .ip), .end(0)].map { "\($0.code)" })
  static let redactions = Schema.words(Redaction.Scope.allCases.map(\.rawValue))
  static let differences = Schema.words(
    [
      ReportDifference.schema(old: "", new: ""), .auditKind, .policy(old: noPolicy, new: noPolicy),
      .operatorFilter(old: nil, new: nil),
    ].map(\.name))
  private static let noPolicy = ReportDigest.PolicyMark(source: "", sha256: "", effectiveSHA256: nil)

  static let gravestFirst: [Severity] = Severity.allCases.reversed()

  /// Why a rule may not have been evaluated.
  static let reasons: [String] = {
    var codes: [String] = []
    for requirement in RuleID.allCases.flatMap(\.requirements) {
      let reason: NotEvaluated =
        switch requirement {
        case .table(let table): .noTable(table)
        case .column(let column): .noColumn(column)
        case .confirmationCategories: .noConfirmationCategories
        case .anyCap: .noCaps
        case .policyCap: .noPolicyCap
        case .levels: .tooFragmented
        }
      if !codes.contains(reason.code) { codes.append(reason.code) }
    }
    // Of a question about what an event ends.
    for table in ImpactEvent.exit.endedTables {
      let code = NotEvaluated.noTable(table).code
      if !codes.contains(code) { codes.append(code) }
    }
    return codes + [NotEvaluated.off.code, NotEvaluated.notSelected.code]
  }()

  /// Every case of an enumeration of bytes.
  private static func every<Word: RawRepresentable>(_ type: Word.Type) -> [Word]
  where Word.RawValue == UInt8 {
    (UInt8.min...UInt8.max).compactMap(Word.init(rawValue:))
  }
}
