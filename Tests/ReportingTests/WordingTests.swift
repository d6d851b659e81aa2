import Audit
import Banken
import Testing

@testable import Reporting

/// Every wording is there in both languages, in its own script, and uses no word it must not.
@Suite struct WordingTests {
  /// Every phrase of the catalogue with a name for messages of failure.
  private var phrases: [(name: String, phrase: Phrase)] {
    var all: [(String, Phrase)] = []
    for rule in RuleID.allCases {
      let text = rule.text
      all += [
        ("\(rule.name) title", text.title), ("\(rule.name) looks at", text.looksAt),
        ("\(rule.name) why", text.why), ("\(rule.name) basis", text.basis),
        ("\(rule.name) remedy", text.remedy), ("\(rule.name) blind spot", text.blindSpot),
        ("\(rule.name) message", MessageTemplate.phrase(rule, nil)),
        ("\(rule.name) candidate", CandidateTemplate.phrase(rule, nil)),
        ("\(rule.name) candidate remedy", rule.candidateRemedy),
      ]
      for cause in rule.causes {
        all.append(("\(rule.name) message \(cause.name)", MessageTemplate.phrase(rule, cause)))
        all.append(("\(rule.name) candidate \(cause.name)", CandidateTemplate.phrase(rule, cause)))
        if let phrase = rule.explanation(of: cause) { all.append(("\(rule.name) \(cause.name)", phrase)) }
        if let phrase = rule.candidateExplanation(of: cause) {
          all.append(("\(rule.name) candidate cause \(cause.name)", phrase))
        }
      }
    }
    for basis in Basis.allCases {
      all.append(("\(basis.name) force", basis.force))
      for severity in Severity.allCases { all.append(("\(severity) \(basis)", severity.term(basis))) }
    }
    for reason in Self.reasons { all.append((reason.code, reason.explanation)) }
    return all
  }

  private static let reasons: [NotEvaluated] =
    TableName.allCases.map { .noTable($0) }
    + [.noColumn(.approvalCheckedOn), .noColumn(.conditionsAgreedOn), .noColumn(.continuityCheckedOn)]
    + [
      .noColumn(.declaredOn), .noColumn(.resaleClause), .noConfirmationCategories, .noCaps, .noPolicyCap,
      .tooFragmented,
    ]
    + [.off, .notSelected]

  private func isJapanese(_ scalar: Unicode.Scalar) -> Bool {
    (0x3000...0x30FF).contains(scalar.value) || (0x4E00...0x9FFF).contains(scalar.value)
      || (0xFF00...0xFFEF).contains(scalar.value)
  }

  @Test func everyRuleAndCauseHasItsTextInBothLanguages() {
    for (name, phrase) in phrases {
      #expect(!phrase.ja.isEmpty && !phrase.en.isEmpty, "\(name)")
    }
    for rule in RuleID.allCases {
      for cause in Cause.allCases {
        #expect((rule.explanation(of: cause) != nil) == rule.causes.contains(cause), "\(rule) \(cause)")
      }
    }
  }

  @Test func eachLanguageStandsInItsPlace() {
    let japaneseLess = ["ETOC（推奨）"]
    for (name, phrase) in phrases {
      #expect(!phrase.en.unicodeScalars.contains(where: isJapanese), "\(name): \(phrase.en)")
      #expect(
        phrase.ja.unicodeScalars.contains(where: isJapanese) || japaneseLess.contains(phrase.ja),
        "\(name): \(phrase.ja)")
    }
  }

  @Test func causesOfOneRuleAreWordedApart() {
    for rule in RuleID.allCases where !rule.causes.isEmpty {
      for language in Language.allCases {
        let messages = Set(rule.causes.map { MessageTemplate.phrase(rule, $0)[language] })
        #expect(messages.count == rule.causes.count, "\(rule) \(language)")
        let candidates = Set(rule.causes.map { CandidateTemplate.phrase(rule, $0)[language] })
        #expect(candidates.count == rule.causes.count, "\(rule) \(language)")
        let meanings = Set(rule.causes.compactMap { rule.explanation(of: $0)?[language] })
        #expect(meanings.count == rule.causes.count, "\(rule) \(language)")
      }
    }
  }

  @Test func nothingIsCalledIllegal() {
    for (name, phrase) in phrases {
      for word in ["illegal", "unlawful", "breach", "crime", "guilty"] {
        #expect(!phrase.en.lowercased().contains(word), "\(name): \(phrase.en)")
      }
      for word in ["違法", "不法", "違反", "不正"] where !name.hasPrefix("violation") {
        #expect(!phrase.ja.contains(word), "\(name): \(phrase.ja)")
      }
    }
  }

  @Test func severityWordsFollowTheBasis() {
    #expect(Severity.violation.term(.law).ja == "違反")
    #expect(Severity.violation.term(.ledger).ja == "台帳の矛盾")
    #expect(Severity.violation.term(.policy).ja == "設定上限の超過")
    #expect(Severity.violation.term(.request).ja == "要請に反する提供")
    for basis in Basis.allCases {
      #expect(Severity.warning.term(basis) == Phrase(ja: "注意", en: "warning"))
      #expect(Severity.notice.term(basis) == Phrase(ja: "要確認", en: "notice"))
    }
  }

  @Test func resaleIsSaidNotToBeBanned() {
    for cause in [nil, Cause.certified, .uncertified] {
      let phrase = MessageTemplate.phrase(.secondTierResale, cause)
      #expect(phrase.ja.contains("法令で禁じられていない"))
      #expect(phrase.en.contains("not banned by law"))
    }
    #expect(RuleID.secondTierResale.text.why.en.contains("not banned by law"))
  }

  @Test func aMissingApprovalRecordIsSaidToBeThat() {
    for rule in [RuleID.approvalMissing, .supplierApprovalMissing] {
      let phrase = MessageTemplate.phrase(rule, Cause.none)
      #expect(phrase.ja.contains("認定の記録が台帳にない"))
      #expect(rule.explanation(of: Cause.none) == Phrase(ja: "認定の記録が台帳にない", en: "no approval on record"))
    }
  }

  @Test func everyBraceOfAMessageIsAFieldAndFixedTextNeedsNoEscape() {
    for (name, phrase) in phrases where name.contains(" message") || name.contains(" candidate") {
      for language in Language.allCases {
        let fixed = MessageParts(phrase[language]).parts.flatMap { part in
          if case .fixed(let bytes) = part { bytes } else { [UInt8]() }
        }
        #expect(
          !fixed.contains { $0 == 0x7B || $0 == 0x7D || $0 == 0x22 || $0 == 0x5C || $0 < 0x20 }, "\(name)")
      }
    }
  }

  /// What a candidate would cause is told as what would be, and what to do is to be done before signing.
  @Test func reasonsAgainstACandidateAreHypothetical() {
    let never: Set<RuleID> = [
      .approvalUnconfirmed, .conditionsUnagreed, .continuityUnconfirmed, .undeclaredResale,
      .deemedApprovalInvalid, .designationOverlap, .sharedIdentity, .waiverExpired,
    ]
    for rule in RuleID.allCases {
      for cause in [nil] + rule.causes.map(Optional.some) {
        let (told, found) = (CandidateTemplate.phrase(rule, cause), MessageTemplate.phrase(rule, cause))
        #expect((told == found) == never.contains(rule), "\(rule)")
        if never.contains(rule) { continue }
        #expect(told.en.lowercased().contains("the candidate"), "\(rule): \(told.en)")
        #expect(told.ja.contains("候補") || told.ja.contains("この提供により"), "\(rule): \(told.ja)")
        #expect(!told.ja.contains("している") || rule == .uncertifiedSupplier, "\(rule): \(told.ja)")
        #expect(!told.ja.contains("{provision}") && !told.en.contains("{provision}"))
      }
      #expect((rule.candidateRemedy == rule.text.remedy) == never.contains(rule), "\(rule)")
      #expect(!rule.candidateRemedy.en.contains("resale.max_tier"))
    }
  }

  @Test func messagesOfProvisionsNameTheProvision() {
    for rule in RuleID.allCases where rule.keyKind == .provision {
      for cause in [nil] + rule.causes.map(Optional.some) {
        let phrase = MessageTemplate.phrase(rule, cause)
        #expect(phrase.ja.hasPrefix("{provision}") && phrase.en.hasPrefix("{provision}"), "\(rule) \(phrase)")
      }
    }
  }
}
