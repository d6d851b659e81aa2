import SupplyChain

/// Words within the pictures of chains.
enum HTMLChainWords {
  static let approved = Phrase(ja: "1F 認定あり", en: "1F approved")
  static let unapproved = Phrase(ja: "1F 認定未確認", en: "1F not confirmed")
  static let certified = Phrase(ja: "2F 認証あり", en: "2F certified")
  static let uncertified = Phrase(ja: "2F 認証なし", en: "2F not certified")
  static let noCertifications = Phrase(ja: "2F 記録なし", en: "2F not on record")
  static let user = Phrase(ja: "利用者（認定・認証は不要）", en: "user (needs neither)")
  static let holder = Phrase(ja: "番号指定事業者", en: "holder")
  static let unrooted = Phrase(ja: "番号指定事業者に至る経路は台帳にない", en: "no chain to a holder in the ledger")

  static let approvalChecked = Phrase(ja: "認定確認", en: "approval checked")
  static let conditionsAgreed = Phrase(ja: "条件合意", en: "conditions agreed")
  static let late = Phrase(ja: "開始後", en: "late")
  static let missing = Phrase(ja: "記録なし", en: "no record")

  static let duties = Phrase(
    ja: "矢印の行は二つの確認義務（卸先の認定の確認と番号使用条件への合意）: ✓ 提供開始までに記録あり、△ 開始後の記録、✗ 記録なし、– 求められていないか台帳に欄がない。",
    en: """
      On the arrows stand the two duties (to confirm the recipient's approval and its agreement to the conditions): \
      ✓ on record by the start, △ recorded after it, ✗ not on record, – not asked for or no such column.
      """)
  static let houses = Phrase(
    ja: "家の形が事業者の2階建て: 1階が認定、2階がETOC認証。塗りはあり、×の入った破線は未確認・なし。番号指定事業者は旗つき、利用者は人の形。",
    en: """
      A house is an operator and its two storeys: approval below, ETOC certification above. Filled means it has it, \
      dashed with a cross that it does not or that it is not confirmed. Holders carry a flag; users are drawn as persons.
      """)

  static func contract(_ form: ContractForm) -> Phrase {
    switch form {
    case .wholesale: Phrase(ja: "卸契約", en: "wholesale contract")
    case .terms: Phrase(ja: "約款", en: "ordinary terms")
    }
  }

  /// What the contract says about resale; nil where it sets no limit.
  static func clause(_ clause: ResaleClause) -> Phrase? {
    switch clause {
    case .free: nil
    case .certifiedOnly: Phrase(ja: "再卸は認証事業者限定", en: "resale to certified only")
    case .prohibited: Phrase(ja: "再卸禁止", en: "no resale")
    }
  }

  static func tier(_ tier: Int) -> Phrase {
    Phrase(ja: "卸次数\(grouped(tier))", en: "tier \(grouped(tier))")
  }

  static func omitted(_ hops: Int) -> Phrase {
    Phrase(
      ja: "… \(grouped(hops))ホップを省略 …",
      en: hops == 1 ? "… 1 hop left out …" : "… \(grouped(hops)) hops left out …")
  }
}
