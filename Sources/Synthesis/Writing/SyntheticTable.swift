/// A file of a synthetic dataset.
package enum SyntheticTable: String, CaseIterable, Sendable {
  case operators, designations, approvals, certifications, provisions, caps, restrictions, waivers
  /// What was planted; no table of the dataset.
  case expected

  /// The tables of a dataset.
  package static var dataset: [SyntheticTable] { allCases.filter { $0 != .expected } }

  package var fileName: String { "\(rawValue).csv" }

  /// The first line.
  var header: String {
    switch self {
    case .operators:
      "operator_id,name,corporate_number,role,registration,service_started_on,group_id\n"
    case .designations: "operator_id,range_start,range_end,designated_on\n"
    case .approvals: "operator_id,category,basis,approval_number,valid_from,ended_on,end_reason\n"
    case .certifications: "operator_id,certificate_number,valid_from,valid_to,ended_on,end_reason\n"
    case .provisions:
      "provision_id,supplier_id,recipient_id,category,numbers,range_start,range_end,starts_on,ends_on,contract,"
        + "approval_checked_on,conditions_agreed_on,continuity_checked_on,declared_on,resale_clause\n"
    case .caps: "cap_id,supplier_id,recipient_id,category,max_numbers,valid_from\n"
    case .restrictions:
      "restriction_id,kind,category,operator_id,range_start,range_end,starts_on,reference\n"
    case .waivers: "waiver_id,rule,provision_id,valid_from,valid_to,reason,approved_by\n"
    case .expected:
      "rule,provision_id,supplier_id,recipient_id,operator_id,operator_ids,category,cap_id,party,value,waiver_id\n"
    }
  }

  /// No unit (an operator, a block, a provision, a planted breach) takes more bytes.
  var bytesPerUnit: Int {
    switch self {
    case .operators: 200
    case .designations: 80
    case .approvals, .certifications: 224
    case .provisions: 224
    case .caps: 96
    case .restrictions: 128
    case .waivers: 192
    case .expected: 192
    }
  }
}
