import Audit
import Decisions
import Numbering
import SupplyChain

/// Every word about plans of repair.
enum RepairWords {
  static let title = Phrase(ja: "被覆率の改善計画", en: "Repair: the way to the goal of coverage")
  static let goal = Phrase(ja: "目標", en: "Goal")
  static let now = Phrase(ja: "現状", en: "Now")
  static let after = Phrase(ja: "実施後", en: "Then")
  static let plan = Phrase(ja: "計画", en: "Plan")
  static let requests = Phrase(
    ja: "依頼先（卸元別。括弧内は手順の番号）", en: "Requests, by supplier (with the number of the step)")
  static let ownRequest = Phrase(ja: "本人に依頼（台帳に卸元がない）", en: "To be asked directly (no supplier on record)")

  static func steps(_ measure: RepairMeasure) -> Phrase {
    switch measure {
    case .steps:
      Phrase(ja: "手順（1手順で被覆される番号の多い順）", en: "Steps, those that cover most numbers first")
    case .fees:
      Phrase(ja: "手順（費用あたり被覆される番号の多い順）", en: "Steps, those that cover most numbers for their fee first")
    }
  }

  /// That a table is absent, and what follows.
  static func absent(_ table: TableName) -> Phrase {
    table == .approvals
      ? Phrase(
        ja: "「番号使用計画認定」の表がないため、番号指定のない事業者はすべて認定なしとして数えた。",
        en: "There is no table approvals: every operator without designation counts as not approved.")
      : Phrase(
        ja: "「ETOC認証」の表がないため、すべての事業者を認証なしとして数えた。",
        en: "There is no table certifications: every operator counts as not certified.")
  }

  static let meaning = Phrase(
    ja: """
      被覆は、卸次数のある提供のうち、両端（利用者を除く）が認定とETOC認証を備え、番号指定事業者までの流通経路がすべて\
      認証事業者でつながるものの番号の割合。
      """,
    en: """
      Covered are the numbers of provisions with a tier whose two ends (users excused) are approved and ETOC-certified \
      and whose chain back to the holder runs through certified operators only.
      """)

  static let caution = Phrase(
    ja: """
      ETOC認証は任意の制度で、認証がないことだけで違反にはならず、取引を判断する一要素である（事業法6条・121条）。認定の\
      記録が台帳にないことは認定がないことを意味しない。取得を求める前に、認定の有無を相手に確認する。
      """,
    en: """
      ETOC certification is voluntary: its lack is no breach, but one factor of a free business decision (事業法6条・\
      121条). No approval on record does not mean that there is none: ask for the record before asking to apply.
      """)

  static let csvNote = Phrase(
    ja: "依頼の一覧は --format csv で書き出せます（1行が1件の依頼）。",
    en: "--format csv writes the requests as a list to mail, one a row.")

  /// A share of numbers: `12,345 of 20,000 numbers (61.7%)`.
  static func share(_ coverage: RepairCoverage, _ language: Language) -> String {
    let (part, whole) = (number(coverage.covered), number(coverage.numbers))
    let percent = CoverageTable.percent(coverage.covered, of: coverage.numbers)
    return language == .ja ? "\(part) / \(whole)番号（\(percent)）" : "\(part) of \(whole) numbers (\(percent))"
  }

  /// The goal: `95%`.
  static func goal(_ goal: RepairGoal) -> String {
    let (whole, part) = (goal.millionths / 10_000, goal.millionths % 10_000)
    if part == 0 { return "\(whole)%" }
    var decimals = String(10_000 + part).dropFirst()
    while decimals.last == "0" { decimals.removeLast() }
    return "\(whole).\(decimals)%"
  }

  /// How many steps, what they cost, and how sure it is that less does not do.
  static func plan(_ plan: RepairPlan, _ language: Language) -> String {
    let steps = plan.steps.count
    let (cost, least) = (number(plan.cost), number(plan.leastCost))
    let isYen = plan.measure == .fees
    switch (plan.standing, language) {
    case (.notEvaluated(let reason), _):
      return Phrase(
        ja: "判定不能（\(reason.explanation.ja)）", en: "not evaluated: \(reason.explanation.en)")[language]
    case (.alreadyMet, _):
      return plan.before.numbers == 0
        ? Phrase(ja: "卸次数のある提供がなく、すべきことはない", en: "no provision has a tier: nothing to do")[language]
        : Phrase(ja: "目標は達成済みで、すべきことはない", en: "the goal is met: nothing to do")[language]
    case (.proven, .ja):
      return isYen ? "\(number(steps))手順、\(cost)円（これより安い計画はない）" : "\(cost)手順（これより少ない計画はない）"
    case (.proven, .en):
      return isYen
        ? "\(stepCount(steps)), ¥\(cost); no plan costs less" : "\(stepCount(steps)); no plan has fewer"
    case (.greedy, .ja):
      return isYen
        ? "\(number(steps))手順、\(cost)円（少なくとも\(least)円は必要。より安い計画がありうる）"
        : "\(cost)手順（少なくとも\(least)手順は必要。より少ない計画がありうる）"
    case (.greedy, .en):
      return isYen
        ? "\(stepCount(steps)), ¥\(cost); any plan costs at least ¥\(least), a cheaper one may exist"
        : "\(stepCount(steps)); any plan has at least \(least), a shorter one may exist"
    }
  }

  private static func stepCount(_ count: Int) -> String {
    "\(number(count)) \(count == 1 ? "step" : "steps")"
  }

  /// What is to be done, and by whom.
  static func action(_ action: RepairAction, _ names: RepairNames, _ language: Language) -> String {
    switch action {
    case .certify(let x):
      let name = names.name(x)
      return language == .ja ? "\(name) がETOC認証を取得する" : "\(name) obtains ETOC certification"
    case .approve(let x, let category):
      let name = names.name(x)
      return language == .ja
        ? "\(name) の認定（\(category.term.ja)）を確認するか、\(name) が取得する"
        : "\(name) shows or obtains approval for \(category.name)"
    case .end(let p):
      let (id, supplier, recipient) = names.provision(p)
      return language == .ja
        ? "\(supplier) から \(recipient) への提供 \(id) を終える"
        : "\(supplier) ends the provision \(id) to \(recipient)"
    }
  }

  /// What a step brings.
  static func gain(_ step: RepairStep, _ language: Language) -> String {
    let numbers = number(step.numbers)
    if case .end = step.action {
      return language == .ja ? "\(numbers)番号が対象から外れる" : "\(numbers) numbers leave the count"
    }
    if step.numbers == 0 {
      return language == .ja ? "次の手順の準備" : "prepares for the steps that follow"
    }
    return language == .ja ? "+\(numbers)番号" : "+\(numbers) numbers"
  }

  static func fee(_ fee: UInt64, _ language: Language) -> String {
    language == .ja ? "\(number(fee))円" : "¥\(number(fee))"
  }

  /// What else is covered in the end.
  static func besides(_ numbers: UInt64) -> Phrase {
    Phrase(
      ja: "このほか、別の流通経路が認証事業者だけでつながることで \(number(numbers))番号が被覆される。",
      en: "Another \(number(numbers)) numbers become covered because other chains of theirs become clean.")
  }

  static func more(_ count: Int) -> Phrase {
    Phrase(
      ja: "…ほか\(number(count))件（--all ですべて表示）", en: "… and \(number(count)) more (--all lists them)")
  }

  /// The request of a mail to a supplier, or to the operator itself.
  static func request(
    _ request: RepairRequest, _ action: RepairAction, now: RepairNow, day: Day, _ names: RepairNames,
    _ language: Language
  ) -> String {
    let name = names.name(request.operatorIndex)
    let amount = self.amount(request, language)
    let now = now.words[language]
    switch (action, request.supplier, language) {
    case (.certify, nil, .ja): return "ETOC認証の取得をお願いします（台帳では「\(now)」）。"
    case (.certify, nil, .en): return "Please obtain ETOC certification (now: \(now))."
    case (.certify, _, .ja): return "貴社の卸先 \(name)（\(amount)）に、ETOC認証の取得をご依頼ください（台帳では「\(now)」）。"
    case (.certify, _, .en):
      return "Please ask your recipient \(name) (\(amount)) to obtain ETOC certification (now: \(now))."
    case (.approve(_, let category), nil, .ja):
      return "番号使用計画の認定（\(category.term.ja)）の記録をご提示いただくか、取得をお願いします（台帳では「\(now)」）。"
    case (.approve(_, let category), nil, .en):
      return "Please show or obtain approval of the number-use plan for \(category.name) (now: \(now))."
    case (.approve(_, let category), _, .ja):
      return
        "貴社の卸先 \(name)（\(amount)）に、番号使用計画の認定（\(category.term.ja)）の有無をご確認のうえ、なければ取得をご依頼ください（台帳では「\(now)」）。"
    case (.approve(_, let category), _, .en):
      return
        "Please ask your recipient \(name) (\(amount)) to show or obtain approval of its number-use plan for "
        + "\(category.name) (now: \(now))."
    case (.end(let p), _, _):
      let id = names.provision(p).id
      let last = (day.ordinal > 1 ? Day(ordinal: day.ordinal - 1) : nil) ?? day
      return language == .ja
        ? "貴社から \(name) への提供 \(id)（\(amount)）を \(last) 限りで終えることをご検討ください。"
        : "Please consider ending the provision \(id) to \(name) (\(amount)); its last day would be \(last)."
    }
  }

  private static func amount(_ request: RepairRequest, _ language: Language) -> String {
    var buffer = TextBuffer()
    buffer.append(count: UInt64(request.provisions), .provisions, language)
    buffer.append(language == .ja ? "、" : ", ")
    buffer.append(count: request.numbers, .numbers, language)
    return buffer.text
  }

  static func number(_ number: Int) -> String { self.number(UInt64(max(0, number))) }

  static func number(_ number: UInt64) -> String {
    var buffer = TextBuffer()
    buffer.append(grouped: number)
    return buffer.text
  }
}

/// Names beside ids, safe to show.
struct RepairNames {
  let tables: Tables
  /// How many columns a name or an id may take; nil for as many as it has.
  let columns: Int?

  /// `OP01 千草原総合通信㈱`.
  func name(_ x: OperatorIndex) -> String {
    "\(text(tables.operators.ids, Int(x))) \(text(tables.operators.names, Int(x)))"
  }

  func provision(_ p: ProvisionIndex) -> (id: String, supplier: String, recipient: String) {
    let table = tables.provisions
    return (
      text(table.ids, Int(p)), name(table.suppliers[Int(p)]), name(table.recipients[Int(p)])
    )
  }

  private func text(_ column: TextColumn, _ row: Int) -> String {
    var buffer = TextBuffer()
    if let columns {
      buffer.append(column, row, .cut(columns: columns))
    } else {
      buffer.append(column, row, .visible)
    }
    return buffer.text
  }
}
