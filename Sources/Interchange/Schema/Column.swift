import SupplyChain

/// A column of some table; tables share those of equal meaning.
public enum Column: UInt8, Sendable, CaseIterable {
  case operatorID, name, formerNames, corporateNumber, role, registration, country, associations
  case serviceStartedOn, groupID
  case rangeStart, rangeEnd, designatedOn, returnedOn
  case category, basis, approvalNumber, validFrom, endedOn, endReason
  case certificateNumber, validTo
  case provisionID, supplierID, recipientID, numbers, startsOn, endsOn, contract, approvalCheckedOn
  case conditionsAgreedOn, continuityCheckedOn, declaredOn, resaleClause
  case capID, maxNumbers
  case restrictionID, kind, reference
  case waiverID, rule, reason, approvedBy

  /// The English name, the same in every table.
  public var name: String {
    switch self {
    case .operatorID: "operator_id"
    case .name: "name"
    case .formerNames: "former_names"
    case .corporateNumber: "corporate_number"
    case .role: "role"
    case .registration: "registration"
    case .country: "country"
    case .associations: "associations"
    case .serviceStartedOn: "service_started_on"
    case .groupID: "group_id"
    case .rangeStart: "range_start"
    case .rangeEnd: "range_end"
    case .designatedOn: "designated_on"
    case .returnedOn: "returned_on"
    case .category: "category"
    case .basis: "basis"
    case .approvalNumber: "approval_number"
    case .validFrom: "valid_from"
    case .endedOn: "ended_on"
    case .endReason: "end_reason"
    case .certificateNumber: "certificate_number"
    case .validTo: "valid_to"
    case .provisionID: "provision_id"
    case .supplierID: "supplier_id"
    case .recipientID: "recipient_id"
    case .numbers: "numbers"
    case .startsOn: "starts_on"
    case .endsOn: "ends_on"
    case .contract: "contract"
    case .approvalCheckedOn: "approval_checked_on"
    case .conditionsAgreedOn: "conditions_agreed_on"
    case .continuityCheckedOn: "continuity_checked_on"
    case .declaredOn: "declared_on"
    case .resaleClause: "resale_clause"
    case .capID: "cap_id"
    case .maxNumbers: "max_numbers"
    case .restrictionID: "restriction_id"
    case .kind: "kind"
    case .reference: "reference"
    case .waiverID: "waiver_id"
    case .rule: "rule"
    case .reason: "reason"
    case .approvedBy: "approved_by"
    }
  }

  /// The Japanese name, which for some columns depends on the table.
  public func japaneseName(in table: TableName) -> String {
    switch self {
    case .operatorID: "事業者ID"
    case .name: "事業者名"
    case .formerNames: "旧名称"
    case .corporateNumber: "法人番号"
    case .role: "区分"
    case .registration: "登録届出"
    case .country: "国"
    case .associations: "加盟団体"
    case .serviceStartedOn: "事業開始日"
    case .groupID: "グループID"
    case .rangeStart: "開始番号"
    case .rangeEnd: "終了番号"
    case .designatedOn: "指定日"
    case .returnedOn: "返還日"
    case .category: "種別"
    case .basis: "認定区分"
    case .approvalNumber: "認定番号"
    case .validFrom: table == .approvals ? "認定日" : table == .certifications ? "認証日" : "適用開始日"
    case .endedOn: table == .certifications ? "消除日" : "失効日"
    case .endReason: table == .certifications ? "消除理由" : "失効理由"
    case .certificateNumber: "認証番号"
    case .validTo: table == .certifications ? "有効期限" : "適用終了日"
    case .provisionID: "提供ID"
    case .supplierID: "卸元ID"
    case .recipientID: "卸先ID"
    case .numbers: "番号数"
    case .startsOn: table == .provisions ? "提供開始日" : "開始日"
    case .endsOn: table == .provisions ? "提供終了日" : "終了日"
    case .contract: "契約形態"
    case .approvalCheckedOn: "認定確認日"
    case .conditionsAgreedOn: "使用条件合意日"
    case .continuityCheckedOn: "役務継続性確認日"
    case .declaredOn: "申告日"
    case .resaleClause: "再卸条件"
    case .capID: "上限ID"
    case .maxNumbers: "上限数"
    case .restrictionID: "停止ID"
    case .kind: "種類"
    case .reference: "文書番号"
    case .waiverID: "除外ID"
    case .rule: "ルール"
    case .reason: "理由"
    case .approvedBy: "承認者"
    }
  }
}

/// A set of columns, one bit each.
struct ColumnSet {
  var bits: UInt64 = 0

  func has(_ column: Column) -> Bool { bits & (1 << UInt64(column.rawValue)) != 0 }

  mutating func insert(_ column: Column) { bits |= 1 << UInt64(column.rawValue) }
}
