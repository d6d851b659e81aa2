/// What part a party plays (区分).
public enum OperatorRole: UInt8, Sendable, CaseIterable {
  /// 電気通信事業者.
  case `operator`
  /// 取次店: only brokers contracts.
  case agent
  /// 利用者.
  case user
}

/// Registration or notification under the Business Act (登録届出).
public enum Registration: UInt8, Sendable, CaseIterable {
  /// The cell is blank.
  case unknown
  /// 登録.
  case registered
  /// 届出.
  case notified
  /// なし.
  case none
}

/// How a number-use plan counts as approved (認定区分; Business Act art. 50-2).
public enum ApprovalBasis: UInt8, Sendable, CaseIterable {
  /// 認定.
  case approved
  /// みなし認定.
  case deemed
}

/// Why an approval ended (失効理由).
public enum ApprovalEndReason: UInt8, Sendable, CaseIterable {
  /// The cell is blank.
  case unknown
  /// 失効 (art. 50-8).
  case lapsed
  /// 取消 (art. 50-9).
  case cancelled
}

/// Why an ETOC certification ended (消除理由).
public enum CertificationEndReason: UInt8, Sendable, CaseIterable {
  /// The cell is blank.
  case unknown
  /// 取消.
  case revoked
  /// 辞退.
  case withdrawn
  /// 期限切れ.
  case expired
}

/// The form of a contract of provision (契約形態).
public enum ContractForm: UInt8, Sendable, CaseIterable {
  /// 卸契約.
  case wholesale
  /// 約款: ordinary terms.
  case terms
}

/// What the contract says about reselling the numbers (再卸条件), from loose to strict.
public enum ResaleClause: UInt8, Sendable, CaseIterable, Comparable {
  /// 自由.
  case free
  /// 認証事業者限定.
  case certifiedOnly
  /// 禁止.
  case prohibited

  /// Whether the left is the looser one.
  public static func < (left: ResaleClause, right: ResaleClause) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// A kind of event of the suspension scheme (番号利用停止スキーム).
public enum RestrictionKind: UInt8, Sendable, CaseIterable {
  /// 番号停止.
  case suspendNumbers
  /// 新規提供拒否.
  case refuseNew
  /// 在庫停止.
  case suspendStock
}

/// The tables of a dataset, in the order they are read and reported.
public enum TableName: UInt8, Sendable, CaseIterable {
  /// 事業者.
  case operators
  /// 番号指定.
  case designations
  /// 番号使用計画認定.
  case approvals
  /// ETOC認証.
  case certifications
  /// 番号提供.
  case provisions
  /// 提供上限.
  case caps
  /// 利用停止.
  case restrictions
  /// 適用除外.
  case waivers

  /// The name used in English file names and in JSON.
  public var name: String {
    switch self {
    case .operators: "operators"
    case .designations: "designations"
    case .approvals: "approvals"
    case .certifications: "certifications"
    case .provisions: "provisions"
    case .caps: "caps"
    case .restrictions: "restrictions"
    case .waivers: "waivers"
    }
  }
}

/// The optional columns of provisions whose absence leaves a rule without its data.
public struct ProvisionColumns: OptionSet, Sendable, Hashable {
  /// A bit for each column.
  public let rawValue: UInt8

  /// The columns of these bits.
  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// 認定確認日.
  public static let approvalCheckedOn = ProvisionColumns(rawValue: 1)
  /// 使用条件合意日.
  public static let conditionsAgreedOn = ProvisionColumns(rawValue: 2)
  /// 役務継続性確認日.
  public static let continuityCheckedOn = ProvisionColumns(rawValue: 4)
  /// 申告日.
  public static let declaredOn = ProvisionColumns(rawValue: 8)
  /// 再卸条件.
  public static let resaleClause = ProvisionColumns(rawValue: 16)
}
