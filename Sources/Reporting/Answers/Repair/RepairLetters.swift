import Audit
import Decisions
import Numbering
import SupplyChain

/// The requests of a plan in sentences: to a supplier, or to the operator itself.
struct RepairLetters {
  let plan: RepairPlan
  let names: RepairNames
  let language: Language
  /// Whether each stands alone, so that it says what the page says once: that ETOC is voluntary, and whose ledger it is.
  let standsAlone: Bool
  /// Each step as it stands.
  let nows: [RepairNow]

  private var isJapanese: Bool { language == .ja }

  func letter(_ request: RepairRequest) -> String {
    let (action, now) = (plan.steps[request.step].action, nows[request.step])
    var sentences = [self.request(request, action, now)]
    if now.isAgent { sentences.insert(agent(request, action), at: 0) }
    if !now.waivers.isEmpty {
      let waived = RepairWords.waived(now, names, language)
      sentences.append(isJapanese ? "（\(waived)）" : "(\(waived))")
    }
    if standsAlone && now.lacksCertification { sentences.append(Self.voluntary[language]) }
    return sentences.joined(separator: isJapanese ? "" : " ")
  }

  static let voluntary = Phrase(
    ja: "ETOC認証は任意の制度で、認証がないことだけで違反にはならず、取引を判断する一要素です（事業法6条・121条）。",
    en: "ETOC certification is voluntary: its lack is no breach, but one factor of a free business decision "
      + "(Telecommunications Business Act, arts. 6 and 121).")

  // MARK: What is asked for

  private func request(_ request: RepairRequest, _ action: RepairAction, _ now: RepairNow) -> String {
    switch action {
    case .certify: certify(request, now)
    case .approve(_, let category): approve(request, category, now)
    case .end(let p): end(request, p)
    }
  }

  private func certify(_ request: RepairRequest, _ now: RepairNow) -> String {
    let verb = RepairWords.again(now)
    let (whom, ledger) = (subject(request), ledger(now))
    if let from = now.from {
      guard isJapanese else {
        let ask = request.supplier == nil ? "Please see whether your" : "Please ask whether the"
        let whose = request.supplier == nil ? "" : " of your recipient \(whom)"
        return
          "\(ask) ETOC certification\(whose) can begin earlier than on \(from)\(ledger); from that day on "
          + "nothing is lacking."
      }
      let whose = request.supplier == nil ? "貴社" : "貴社の卸先 \(whom)"
      return "\(whose)のETOC認証について、開始日を\(from)より早められるかご確認ください\(ledger)。その日になれば不足は解消します。"
    }
    guard isJapanese else {
      return request.supplier == nil
        ? "Please \(verb.en) ETOC certification\(ledger)."
        : "Please ask your recipient \(whom) to \(verb.en) ETOC certification\(ledger)."
    }
    return request.supplier == nil
      ? "ETOC認証の\(verb.ja)をお願いします\(ledger)。"
      : "貴社の卸先 \(whom)に、ETOC認証の\(verb.ja)をご依頼ください\(ledger)。"
  }

  private func approve(_ request: RepairRequest, _ category: Category, _ now: RepairNow) -> String {
    let (whom, ledger) = (subject(request), ledger(now))
    if let from = now.from {
      guard isJapanese else {
        let ask = request.supplier == nil ? "Please show" : "Please ask your recipient \(whom) to show"
        return
          "\(ask) an approval of its number-use plan for \(category.name) in force before \(from), or to have it "
          + "begin earlier\(ledger); from that day on nothing is lacking."
      }
      let whose = request.supplier == nil ? "貴社" : "貴社の卸先 \(whom)"
      return
        "\(whose)の番号使用計画の認定（\(category.term.ja)）について、\(from)より前から有効な認定の有無、又は開始を早められるかをご確認ください"
        + "\(ledger)。その日になれば不足は解消します。"
    }
    guard isJapanese else {
      return request.supplier == nil
        ? "Please show or obtain approval of the number-use plan for \(category.name)\(ledger)."
        : "Please ask your recipient \(whom) to show or obtain approval of its number-use plan for "
          + "\(category.name)\(ledger)."
    }
    return request.supplier == nil
      ? "番号使用計画の認定（\(category.term.ja)）の記録をご提示いただくか、取得をお願いします\(ledger)。"
      : "貴社の卸先 \(whom)に、番号使用計画の認定（\(category.term.ja)）の有無をご確認のうえ、なければ取得をご依頼ください\(ledger)。"
  }

  private func end(_ request: RepairRequest, _ p: ProvisionIndex) -> String {
    let (id, amount) = (names.provision(p).id, amount(request))
    let name = names.name(request.operatorIndex)
    return isJapanese
      ? "貴社から \(name) への提供 \(id)（\(amount)）を速やかに終えることをご検討ください。"
      : "Please consider ending the provision \(id) to \(name) (\(amount)) without delay."
  }

  /// That somebody is an agent in the ledger, which must be clarified before anything is asked of it.
  private func agent(_ request: RepairRequest, _ action: RepairAction) -> String {
    var then = Phrase(ja: "電気通信事業者であれば、次のとおりです。", en: " If it is an operator:")
    if case .end = action { then = Phrase(ja: "", en: "") }
    let name = names.name(request.operatorIndex)
    return isJapanese
      ? "\(Self.ledgerName(plan.state.day, standsAlone).ja)では \(name) は取次店ですが、取次店は番号の提供を受けず、ETOC認証の対象でもありません。"
        + "まず、区分と提供の記載が正しいかをお知らせください。\(then.ja)"
      : "In \(Self.ledgerName(plan.state.day, standsAlone).en) \(name) is an agent, which receives no numbers and is "
        + "outside ETOC. Please tell first whether its role and the provision are entered rightly.\(then.en)"
  }

  // MARK: Parts

  /// Whom it is about: its name and what it receives.
  private func subject(_ request: RepairRequest) -> String {
    let name = names.name(request.operatorIndex)
    return isJapanese ? "\(name)（\(amount(request))）" : "\(name) (\(amount(request)))"
  }

  /// What the ledger has of it, in brackets.
  private func ledger(_ now: RepairNow) -> String {
    let ledger = Self.ledgerName(plan.state.day, standsAlone)
    if standsAlone {
      return isJapanese ? "（\(ledger.ja)では「\(now.words.ja)」）" : " (in \(ledger.en): \(now.words.en))"
    }
    return isJapanese ? "（\(ledger.ja)では「\(now.words.ja)」）" : " (now: \(now.words.en))"
  }

  /// Whose ledger it is, as told to another company.
  private static func ledgerName(_ day: Day, _ standsAlone: Bool) -> Phrase {
    standsAlone
      ? Phrase(ja: "当社の台帳（\(day)現在）", en: "our ledger as of \(day)")
      : Phrase(ja: "台帳", en: "the ledger")
  }

  private func amount(_ request: RepairRequest) -> String {
    var buffer = TextBuffer()
    buffer.append(count: UInt64(request.provisions), .provisions, language)
    buffer.append(isJapanese ? "、" : ", ")
    buffer.append(count: request.numbers, .numbers, language)
    return buffer.text
  }
}
