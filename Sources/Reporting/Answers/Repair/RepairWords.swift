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
  static let requests = Phrase(
    ja: "依頼先（卸元別。括弧内は手順の番号）", en: "Requests, by supplier (with the number of the step)")
  static let ownRequest = Phrase(
    ja: "当該事業者に直接依頼（台帳に卸元がない）", en: "To be asked directly (no supplier on record)")

  static func steps(_ measure: RepairMeasure) -> Phrase {
    switch measure {
    case .steps:
      Phrase(
        ja: "手順（それまでの手順の後で、新たに被覆される番号の多い順）",
        en: "Steps, each the one that covers most numbers after those before it")
    case .fees:
      Phrase(
        ja: "手順（それまでの手順の後で、費用あたり新たに被覆される番号の多い順）",
        en: "Steps, each the one that covers most numbers for its fee after those before it")
    }
  }

  /// That a table is absent, and what follows.
  static func absent(_ table: TableName) -> Phrase {
    switch table {
    case .approvals:
      Phrase(
        ja: "「番号使用計画認定」の表がないため、誰が認定を備えるか分からない。認定の記録がまだ一つもなければ、見出しだけの表を置く。",
        en:
          "There is no table approvals, so nobody knows who is approved. If no approval is on record yet, enter the "
          + "table with its header alone.")
    case .certifications:
      Phrase(
        ja: "「ETOC認証」の表がないため、誰が認証を備えるか分からない。認証の記録がまだ一つもなければ、見出しだけの表を置く。",
        en:
          "There is no table certifications, so nobody knows who is certified. If no certificate is on record yet, "
          + "enter the table with its header alone.")
    default:
      Phrase(
        ja: "「番号指定」の表がないため、番号がどこから来たか分からない。",
        en: "There is no table designations, so nobody knows where numbers come from.")
    }
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
      ETOC certification is voluntary: its lack is no breach, but one factor of a free business decision \
      (Telecommunications Business Act, arts. 6 and 121). No approval on record does not mean that there is none: ask for the record before asking to apply.
      """)

  static let csvNote = Phrase(
    ja: "依頼の一覧は --format csv で書き出せます（1行が1件の依頼）。",
    en: "--format csv writes the requests as a list to mail, one a row.")

  /// That a policy does not say what an approval costs.
  static let freeApprovals = Phrase(
    ja: "方針に fees.approval がないため、認定の取得は0円として数えた。",
    en: "The policy has no fees.approval: obtaining an approval counts as free.")

  /// That a policy names no association.
  static let noMembers = Phrase(
    ja: "方針の fees.associations が空のため、全員を非会員として数えた。",
    en: "The policy names no associations under fees.associations: nobody counts as a member.")

  /// That no number counts any more.
  static let nothingCounts = Phrase(ja: "対象となる番号なし", en: "no numbers left to count")

  /// A share of numbers: `12,345 of 20,000 numbers (61.7%)`.
  static func share(_ coverage: RepairCoverage, _ language: Language) -> String {
    if coverage.numbers == 0 { return nothingCounts[language] }
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
        ? Phrase(ja: "卸次数のある提供がなく、追加の手順は不要", en: "no provision has a tier: nothing to do")[language]
        : Phrase(ja: "目標は達成済みで、追加の手順は不要", en: "the goal is met: nothing to do")[language]
    case (.proven, .ja):
      let scope = plan.allowsEnd ? "終える提供を当日の末端のホップに限れば、" : ""
      return isYen
        ? "\(number(steps))手順、\(cost)円（\(scope)これより安い計画はない）"
        : "\(cost)手順（\(scope)これより少ない計画はない）"
    case (.proven, .en):
      let scope = plan.allowsEnd ? " that ends nothing but last hops of the day" : ""
      return isYen
        ? "\(stepCount(steps)), ¥\(cost); no plan\(scope) costs less"
        : "\(stepCount(steps)); no plan\(scope) has fewer"
    case (.greedy, .ja):
      let scope = plan.allowsEnd ? "終える提供を当日の末端のホップに限れば、" : ""
      return isYen
        ? "\(number(steps))手順、\(cost)円（\(scope)少なくとも\(least)円は必要。より安い計画がありうる）"
        : "\(cost)手順（\(scope)少なくとも\(least)手順は必要。より少ない計画がありうる）"
    case (.greedy, .en):
      let scope = plan.allowsEnd ? " that ends nothing but last hops of the day" : ""
      return isYen
        ? "\(stepCount(steps)), ¥\(cost); any plan\(scope) costs at least ¥\(least), a cheaper one may exist"
        : "\(stepCount(steps)); any plan\(scope) has at least \(least), a shorter one may exist"
    }
  }

  private static func stepCount(_ count: Int) -> String {
    "\(number(count)) \(count == 1 ? "step" : "steps")"
  }

  /// What is to be done, and by whom.
  static func action(
    _ action: RepairAction, _ now: RepairNow, _ names: RepairNames, _ language: Language
  ) -> String {
    switch action {
    case .certify(let x):
      let name = names.name(x)
      if let from = now.from {
        return language == .ja
          ? "\(name) のETOC認証（\(from)から有効）の開始を早める"
          : "\(name) has its ETOC certification (in force from \(from)) begin earlier"
      }
      let verb = again(now)
      return language == .ja
        ? "\(name) がETOC認証を\(verb.ja)する" : "\(name) \(verb.en)s ETOC certification"
    case .approve(let x, let category):
      let name = names.name(x)
      if let from = now.from {
        return language == .ja
          ? "\(name) の認定（\(category.term.ja)、\(from)から有効）の開始を早める"
          : "\(name) has its approval for \(category.name) (in force from \(from)) begin earlier"
      }
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

  /// What somebody does who has no certification: obtain one, or have it once more.
  static func again(_ now: RepairNow) -> Phrase {
    if now.code == "expired" { return Phrase(ja: "更新・再取得", en: "renew") }
    return now.hadIt ? Phrase(ja: "再取得", en: "regain") : Phrase(ja: "取得", en: "obtain")
  }

  static let noApproval = Phrase(ja: "認定の記録なし", en: "no approval on record")

  /// What else to know of a step: how the one it is about stands, and what is waived.
  static func remarks(_ now: RepairNow, _ names: RepairNames, _ language: Language) -> [String] {
    var said: [String] = []
    let words = now.words[language]
    if !words.isEmpty { said.append(language == .ja ? "台帳では「\(words)」" : "now: \(words)") }
    if now.from != nil {
      said.append(language == .ja ? "その日に不足は解消する" : "the lack ends on that day by itself")
    }
    if now.isAgent {
      said.append(
        language == .ja
          ? "台帳の区分は取次店（まず区分と提供の記載を確かめる）" : "an agent on record (clarify the row first)")
    }
    if !now.waivers.isEmpty { said.append(waived(now, names, language)) }
    return said
  }

  /// That the lack is accepted: `適用除外 WV-01あり`.
  static func waived(_ now: RepairNow, _ names: RepairNames, _ language: Language) -> String {
    let ids = now.waivers.prefix(5).map { names.waiver($0) }
    let rest = now.waivers.count - ids.count
    return language == .ja
      ? "適用除外 " + ids.joined(separator: "、") + (rest > 0 ? "ほか\(number(rest))件" : "") + "あり"
      : "waived by " + ids.joined(separator: ", ") + (rest > 0 ? " and \(number(rest)) more" : "")
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

  /// What a step costs, and by which of the fees: `60,000円（会員・更新）`.
  static func fee(_ fee: UInt64, _ basis: RepairFeeBasis?, _ language: Language) -> String {
    let amount = language == .ja ? "\(number(fee))円" : "¥\(number(fee))"
    guard let basis else { return amount }
    let member = basis.isMember ? Phrase(ja: "会員", en: "member") : Phrase(ja: "非会員", en: "not a member")
    let kind = basis.isRenewal ? Phrase(ja: "更新", en: "renewal") : Phrase(ja: "新規", en: "first")
    return language == .ja
      ? "\(amount)（\(member.ja)・\(kind.ja)）" : "\(amount) (\(member.en), \(kind.en))"
  }

  static func more(_ count: Int) -> Phrase {
    Phrase(
      ja: "…ほか\(number(count))件（--all ですべて表示）", en: "… and \(number(count)) more (--all lists them)")
  }

  static func number(_ number: Int) -> String { self.number(UInt64(max(0, number))) }

  static func number(_ number: UInt64) -> String {
    var buffer = TextBuffer()
    buffer.append(grouped: number)
    return buffer.text
  }
}
