import Decisions
import Numbering
import SupplyChain

/// The words of `graph`.
package enum GraphWords {
  static let title = Phrase(ja: "番号の流通図", en: "Telephone-number supply graph")
  static let agent = Phrase(ja: "取次店", en: "agent")
  static let inPart = Phrase(ja: "（一部）", en: " (partly)")
  static let approvalNotNeeded = Phrase(ja: "認定は対象外", en: "no approval needed")
  static let certificationNotNeeded = Phrase(ja: "ETOCは対象外", en: "no ETOC needed")
  static let bothContracts = Phrase(ja: "卸契約と約款", en: "wholesale contract and ordinary terms")
  static let holders = Phrase(ja: "番号指定事業者", en: "Holders")
  static let tierUnknown = Phrase(ja: "卸次数不明", en: "Tier unknown")
  static let furtherUnknown = Phrase(ja: "卸次数不明（先）", en: "Tier unknown, further")
  package static let noProvisions = Phrase(ja: "この日に有効な番号の提供はない", en: "No provision is in force on this day")
  static let approvalChecked = Phrase(ja: "認定の確認", en: "approval checked")
  static let conditionsAgreed = Phrase(ja: "使用条件の合意", en: "conditions agreed")
  static let continuityChecked = Phrase(ja: "役務継続性の確認", en: "continuity checked")
  static let declared = Phrase(ja: "再卸の申告", en: "resale declared")
  static let legend = Phrase(ja: "凡例", en: "Legend")

  // Legend
  static let plain = Phrase(ja: "電気通信事業者", en: "operator")
  static let given = Phrase(ja: "ある", en: "in order")
  static let lacking = Phrase(ja: "ない・未確認", en: "lacking or not on record")
  static let wholesaleLine = Phrase(ja: "卸契約", en: "wholesale contract")
  static let termsLine = Phrase(ja: "約款を含む", en: "ordinary terms among them")
  static let dutiesDone = Phrase(
    ja: "認定の確認・使用条件の合意がすべて記録済み", en: "approval checked, conditions agreed: all on record")
  static let dutiesOpen = Phrase(ja: "記録のない提供がある", en: "some not on record")
  static let noFinding = Phrase(ja: "指摘なし", en: "nothing found")
  static let numbersOnLine = Phrase(
    ja: "線の数字は番号数（提供ごとの合計）", en: "figures on lines: telephone numbers, provision by provision")

  /// What stands over a column of a drawing.
  static func column(_ column: LayerPlan.Column) -> Phrase {
    switch column {
    case .tier(0): holders
    case .tier(let tier): Phrase(ja: "卸次数 \(tier)", en: "Tier \(tier)")
    case .unknown(hops: 0): tierUnknown
    case .unknown: furtherUnknown
    }
  }

  static func operators(_ count: Int) -> Phrase {
    Phrase(ja: "\(grouped(count))者", en: "\(grouped(count)) operator\(count == 1 ? "" : "s")")
  }

  static func around(_ name: String, _ depth: Int) -> Phrase {
    Phrase(
      ja: "\(name)から上流・下流それぞれ\(grouped(depth))段まで",
      en: "\(name) and up to \(grouped(depth)) step\(depth == 1 ? "" : "s") up and down")
  }

  /// How much a picture holds.
  static func counts(_ picture: SupplyPicture) -> Phrase {
    let (nodes, edges, provisions) = (picture.nodes.count, picture.edges.count, picture.provisions)
    let numbers = grouped(picture.numbers)
    func s(_ count: Int) -> String { count == 1 ? "" : "s" }
    return Phrase(
      ja: "事業者 \(grouped(nodes))者、線 \(grouped(edges))本、提供 \(grouped(provisions))件、番号 \(numbers)",
      en: "\(grouped(nodes)) operator\(s(nodes)), \(grouped(edges)) line\(s(edges)), "
        + "\(grouped(provisions)) provision\(s(provisions)), \(numbers) numbers")
  }

  /// What the gravest mark stands for: not every such finding rests on law.
  static let violation = Phrase(ja: "違反等", en: "violation")

  /// What was found about what is shown.
  static func findings(_ picture: SupplyPicture) -> Phrase {
    let counts = Array(picture.findings.reversed())
    return Phrase(
      ja: "指摘 違反等 \(grouped(counts[0]))件、注意 \(grouped(counts[1]))件、要確認 \(grouped(counts[2]))件",
      en: "findings: \(grouped(counts[0])) violation\(counts[0] == 1 ? "" : "s"), "
        + "\(grouped(counts[1])) warning\(counts[1] == 1 ? "" : "s"), "
        + "\(grouped(counts[2])) notice\(counts[2] == 1 ? "" : "s")")
  }

  /// That an operator neither provides nor receives anything on the day.
  package static func alone(_ name: String) -> Phrase {
    Phrase(
      ja: "\(name)が卸元または卸先となっている有効な提供はない",
      en: "\(name) neither provides nor receives any numbers on this day")
  }
}

extension Category {
  /// A short word for a category, for places with little room.
  var shortTerm: Phrase {
    switch self {
    case .fixed: Phrase(ja: "固定", en: "fixed")
    case .ip: Phrase(ja: "特定IP", en: "ip")
    case .mobile: Phrase(ja: "携帯", en: "mobile")
    case .data: Phrase(ja: "データ", en: "data")
    case .paging: Phrase(ja: "無線呼出", en: "paging")
    case .fmc: Phrase(ja: "FMC", en: "fmc")
    case .service: Phrase(ja: "付加的役務", en: "service")
    }
  }
}

extension ApprovalStanding {
  /// A few words for how somebody stands in approvals.
  var chip: Phrase {
    switch self {
    case .approved: Phrase(ja: "認定あり", en: "approved")
    case .ended: Phrase(ja: "認定終了", en: "approval ended")
    case .notYet: Phrase(ja: "認定未発効", en: "not yet approved")
    case .otherCategory: Phrase(ja: "他種別の認定のみ", en: "approved elsewhere")
    case .none: Phrase(ja: "認定の記録なし", en: "no approval record")
    }
  }
}

extension CertificationStanding {
  /// A few words for how somebody stands in ETOC certification.
  var chip: Phrase {
    switch self {
    case .certified: Phrase(ja: "ETOC認証", en: "ETOC-certified")
    case .revoked: Phrase(ja: "ETOC取消", en: "ETOC revoked")
    case .withdrawn: Phrase(ja: "ETOC辞退", en: "ETOC withdrawn")
    case .expired: Phrase(ja: "ETOC期限切れ", en: "ETOC expired")
    case .ended: Phrase(ja: "ETOC消除", en: "ETOC ended")
    case .notYet: Phrase(ja: "ETOC未発効", en: "ETOC not yet valid")
    case .never: Phrase(ja: "ETOC記録なし", en: "no ETOC record")
    }
  }
}
