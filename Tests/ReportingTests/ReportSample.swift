import Banken
import Bytes
import TestSupport

/// A small ledger with something of everything, and its report.
enum ReportSample {
  static let tables = [
    "operators": """
    operator_id,name,corporate_number,role,registration,service_started_on,group_id
    H1,千草原総合通信㈱,7000012050002,operator,registered,1990-04-01,
    W1,藤波ホールセール㈱,8011101028104,operator,notified,2015-04-01,
    R1,紫苑転送サービス㈱,,operator,none,2026-06-01,G
    R2,Komichi Mobile,,operator,notified,,G
    A1,軒端商会,,agent,,,
    """,
    "designations": """
    operator_id,range_start,range_end
    H1,05031230000,05031239999
    """,
    "approvals": """
    operator_id,category,basis,approval_number,valid_from,ended_on
    W1,ip,approved,N-1,2019-06-01,
    R2,fixed,approved,N-2,2020-01-01,
    """,
    "certifications": """
    operator_id,certificate_number,valid_from,valid_to
    H1,E-1,2026-01-01,2026-12-31
    W1,E-2,2026-02-01,2027-01-31
    """,
    "provisions": """
    provision_id,supplier_id,recipient_id,category,numbers,range_start,range_end,starts_on,approval_checked_on
    P1,H1,W1,,,05031230000,05031232999,2024-04-01,2024-03-01
    P2,W1,R1,,,05031230000,05031231199,2026-07-01,
    P3,W1,R2,ip,1,,,2026-08-01,2026-07-15
    P4,R1,A1,ip,40,,,2026-08-01,2026-09-15
    """,
    "caps": """
    cap_id,supplier_id,recipient_id,category,max_numbers
    C1,,R1,ip,1000
    """,
    "waivers": """
    waiver_id,rule,operator_id,provision_id,valid_from,valid_to,reason,approved_by
    X1,uncertified-recipient,R2,,2026-01-01,2026-12-31,更新の審査中,監査部長
    X2,approval-missing,R1,,2026-01-01,2026-08-31,認定の申請中,監査部長
    """,
  ]

  static func audit(threads: Int = 1) throws -> DayAudit {
    try Fixture.audit(on: "2026-10-01", threads: threads, tables)
  }

  /// A few rules of it, short enough to be read whole.
  static func goldenAudit() throws -> DayAudit {
    let rules: Set<RuleID> = [.approvalMissing, .continuityUnconfirmed, .capExceeded, .uncertifiedRecipient]
    return try Fixture.audit(on: "2026-10-01", rules: rules, tables)
  }

  static func context(_ language: Language) -> ReportContext {
    var context = ReportContext(language: language, toolVersion: "1.0.0", dataset: "ledger")
    context.inputs = [
      ReportContext.Input(
        table: .operators, file: "operators.csv", encoding: "utf-8", rows: 5, rejected: 0,
        content: FileContent(Array("abc".utf8))),
      ReportContext.Input(
        table: .provisions, file: "番号提供.csv", encoding: "cp932", rows: 1_234, rejected: 1,
        content: FileContent([])),
    ]
    context.policySHA256 = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
    context.width = 90
    return context
  }

  static func report(
    _ audit: DayAudit, _ context: ReportContext, _ format: ReportFormat
  ) throws -> String {
    let output = MemoryOutput()
    try writeReport(audit, context: context, format: format, to: output)
    return output.text
  }
}
