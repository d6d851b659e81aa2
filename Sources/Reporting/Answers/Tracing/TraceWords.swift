import Decisions
import Numbering
import SupplyChain

/// Every word about traced numbers.
enum TraceWords {
  static let title = Phrase(ja: "番号の追跡", en: "Trace of telephone numbers")
  static let historyTitle = Phrase(ja: "番号の来歴", en: "History of telephone numbers")
  static let numbers = Phrase(ja: "番号", en: "Numbers")
  static let holder = Phrase(ja: "番号指定事業者", en: "holder")
  static let designated = Phrase(ja: "番号指定", en: "designated")
  static let noApprovalCheck = Phrase(ja: "認定確認の記載なし", en: "no check of the approval recorded")
  static let noConditions = Phrase(ja: "使用条件合意の記載なし", en: "no agreement to the conditions recorded")
  static let noDeclaration = Phrase(ja: "申告の記載なし", en: "no declaration recorded")
  static let approvalChecked = Phrase(ja: "認定確認", en: "approval checked")
  static let conditionsAgreed = Phrase(ja: "使用条件合意", en: "conditions agreed")
  static let continuityChecked = Phrase(ja: "役務継続性確認", en: "continuity checked")
  static let declared = Phrase(ja: "申告", en: "declared")
  static let ordinaryTerms = Phrase(ja: "約款による提供", en: "under ordinary terms")

  /// What the contract says about resale; nil where it says nothing.
  static func clause(_ clause: ResaleClause) -> Phrase? {
    switch clause {
    case .free: nil
    case .certifiedOnly: Phrase(ja: "再卸は認証事業者限定", en: "resale to certified operators only")
    case .prohibited: Phrase(ja: "再卸禁止", en: "resale prohibited")
    }
  }

  static let restrictions = Phrase(ja: "番号の停止", en: "Suspended")
  static let notSuspended = Phrase(ja: "停止の記載なし", en: "no suspension on record")
  static let ends = Phrase(ja: "経路の終わり", en: "Trail ends")
  static let askNext = Phrase(ja: "次の照会先", en: "Ask next")
  static let whomToAsk = Phrase(ja: "照会先の一覧", en: "Whom to ask next")
  static let eachNumber = Phrase(ja: "番号の一覧", en: "Number by number")
  static let printedAbove = Phrase(ja: "（以降の経路は上に示した）", en: "(its further trail is shown above)")
  static let branch = Phrase(ja: "分岐", en: "branch")
  static let noChain = Phrase(ja: "番号指定事業者に至る経路なし", en: "no chain to a holder")
  static let ministry = Phrase(
    ja: "台帳に事業者がない。番号指定の有無は総務省に確認する",
    en: "nobody on record; the ministry (MIC) knows whether the number is designated")
  static let ministryLast = Phrase(
    ja: "それでも分からなければ総務省（いま番号指定があるか）", en: "then the ministry (MIC) (whether it is designated now)")
  static let rangesOnly = Phrase(
    ja: "番号を範囲で示した提供だけをたどる。番号数だけの提供はたどれない。",
    en: "Only provisions that name numbers by range are followed; those known by count only cannot be.")
  /// Why nobody has custody of a number.
  static func gap(_ reason: CustodyGap.Reason) -> Phrase {
    switch reason {
    case .nobody: Phrase(ja: "手元にある者の記載なし", en: "nobody on record")
    case .circle:
      Phrase(ja: "互いに提供し合い、最後に持つ者がない", en: "those who have it provide it to each other: nobody is the last")
    }
  }

  /// Who has a number on a day.
  static func inHand(on day: Day, _ names: String) -> Phrase {
    names.isEmpty
      ? Phrase(ja: "\(day)に手元にある者の記載なし", en: "nobody on record has it on \(day)")
      : Phrase(ja: "\(day)に手元にある者: \(names)", en: "in hand on \(day): \(names)")
  }

  static let noCustody = Phrase(
    ja: "どの番号指定にも提供にも含まれたことがない", en: "in no designation and no provision of any day")

  /// Hops from the holder, in words.
  static func level(_ level: UInt32?, _ language: Language) -> String {
    guard let level else { return noChain[language] }
    return language == .ja ? "卸次数\(grouped(Int(level)))" : "tier \(grouped(Int(level)))"
  }

  /// What a provision that starts a trail rests on.
  static func origin(_ kind: TraceOrigin.Kind, counted: (provisions: Int, numbers: UInt64)) -> Phrase {
    let (provisions, numbers) = (grouped(counted.provisions), grouped(Int(clamping: counted.numbers)))
    return switch kind {
    case .designation: holder
    case .countOnly:
      Phrase(
        ja: "入手元不明: 番号数だけの提供\(provisions)件（計\(numbers)番号）のどれかで受けた可能性",
        en: "source unknown: perhaps in one of \(provisions) provisions to it known by count only "
          + "(\(numbers) numbers)")
    case .unknown: Phrase(ja: "入手元不明: 受けた提供の記載なし", en: "source unknown: no provision to it on record")
    }
  }

  /// Ends of a trail that are not told one by one.
  static func more(_ count: Int) -> Phrase {
    Phrase(ja: "ほか\(grouped(count))件", en: "and \(grouped(count)) more")
  }

  /// Why the trail ends, in a sentence without its full stop.
  ///
  /// - Parameters:
  ///   - names: the operators concerned.
  ///   - isHolder: whether the operator is the holder itself.
  ///   - hasDesignations: whether the ledger has a table of designations.
  ///   - counted: what it provides by count only.
  static func end(
    _ reason: TraceEnd.Reason, names: String, isHolder: Bool, hasDesignations: Bool,
    counted: (provisions: Int, numbers: UInt64)
  ) -> Phrase {
    let (provisions, numbers) = (grouped(counted.provisions), grouped(Int(clamping: counted.numbers)))
    return switch reason {
    case .lastRecipient:
      isHolder
        ? Phrase(
          ja: "\(names)の手元: 指定を受けたまま、提供の記載なし",
          en: "\(names): still with its holder, provided to nobody on record")
        : Phrase(ja: "\(names): 台帳上の最後の卸先", en: "\(names): last recipient on record")
    case .countOnly:
      Phrase(
        ja: "\(names): この番号を示した提供はないが、番号数だけの提供が\(provisions)件（計\(numbers)番号）あり、そこに含まれる可能性",
        en: "\(names): names it in no provision, but provides \(numbers) numbers in \(provisions) "
          + (counted.provisions == 1 ? "provision" : "provisions")
          + " known by count only; it may be among them")
    case .noDesignation:
      noDesignation(hasDesignations, from: names)
    case .circle:
      Phrase(
        ja: "\(names): 互いに提供し合い、ほかに渡していない", en: "\(names): provide it to each other and to nobody else")
    }
  }

  /// That no designation contains a number, or that this is open for lack of a table of them; and from whom it comes.
  private static func noDesignation(_ hasDesignations: Bool, from names: String) -> Phrase {
    let open = OperatorStanding.notEvaluated(.designations)
    let fact =
      hasDesignations
      ? Phrase(ja: "有効な番号指定に含まれない", en: "in no designation in force")
      : Phrase(ja: "番号指定は\(open.ja)", en: "designation \(open.en)")
    if names.isEmpty { return fact }
    return Phrase(ja: "\(fact.ja)。提供の起点は\(names)", en: "\(fact.en); the provisions start from \(names)")
  }

  /// How many numbers end so, in a few words.
  static func tally(_ reason: TraceEnd.Reason, _ count: Int, hasDesignations: Bool) -> Phrase {
    let number = grouped(count)
    return switch reason {
    case .lastRecipient: Phrase(ja: "最後の卸先まで判明 \(number)番号", en: "\(number) followed to a last recipient")
    case .countOnly:
      Phrase(ja: "番号数だけの提供に紛れる \(number)番号", en: "\(number) lost in provisions known by count only")
    case .noDesignation:
      hasDesignations
        ? Phrase(ja: "番号指定なし \(number)番号", en: "\(number) in no designation")
        : Phrase(ja: "番号指定は判定不能 \(number)番号", en: "\(number) with designation not evaluated")
    case .circle: Phrase(ja: "循環 \(number)番号", en: "\(number) going in a circle")
    }
  }

  /// That several designations contain a number.
  static func overlap(_ names: String) -> Phrase {
    Phrase(
      ja: "番号指定が重なっている（\(names)）。どれが正しいか確認する",
      en: "several designations contain it (\(names)): find out which is right")
  }

  /// The reason in a few words, for tables.
  static func reason(_ reason: TraceEnd.Reason, hasDesignations: Bool) -> Phrase {
    switch reason {
    case .lastRecipient: Phrase(ja: "最後の卸先", en: "last recipient")
    case .countOnly: Phrase(ja: "番号数だけの提供", en: "known by count only")
    case .noDesignation:
      hasDesignations
        ? Phrase(ja: "番号指定なし", en: "no designation")
        : Phrase(ja: "番号指定は判定不能", en: "designation not evaluated")
    case .circle: Phrase(ja: "循環", en: "circle")
    }
  }

  static let tableHead: (number: Phrase, hops: Phrase, end: Phrase) = (
    Phrase(ja: "番号", en: "number"), Phrase(ja: "提供", en: "hops"), Phrase(ja: "終わり", en: "ends with")
  )
}
