import Audit
import Bytes

/// The list of the rules, or the explanation of some, as text.
struct RuleListing {
  let language: Language

  /// The table of all rules.
  func appendList(to page: inout TextPage) {
    let severityWidth = language == .ja ? 18 : 20
    let head =
      TextPage.pad(Words.rule[language], to: 28) + TextPage.pad(Words.severity[language], to: severityWidth)
      + TextPage.pad(Words.basis[language], to: 10) + Words.title[language]
    page.line(page.styled(head, .faint))
    for rule in RuleID.allCases {
      page.line(
        TextPage.pad(rule.name, to: 28)
          + TextPage.pad(rule.defaultSeverity.term(rule.basis)[language], to: severityWidth)
          + TextPage.pad(rule.basis.shortTerm[language], to: 10) + rule.text.title[language])
    }
    page.line()
    page.line(Disclaimer.text[language])
  }

  /// Everything about one rule.
  func append(_ rule: RuleID, to page: inout TextPage) {
    let text = rule.text
    page.heading("\(rule.name)  \(text.title[language])", underline: "=")
    let basis = rule.basis.term[language]
    let rows: [(Phrase, String)] = [
      (Words.ruleSeverity, rule.defaultSeverity.term(rule.basis)[language]),
      (Words.looksAt, text.looksAt[language]),
      (Words.why, text.why[language]),
      (Words.ruleBasis, (language == .ja ? "\(basis)。" : "\(basis): ") + text.basis[language]),
      (Words.force, rule.basis.force[language]),
      (Words.remedy, text.remedy[language]),
      (Words.blindSpot, text.blindSpot[language]),
    ]
    let column = rows.map { DisplayWidth.of($0.0[language]) }.max() ?? 0
    for (label, value) in rows {
      page.paragraph(value, first: TextPage.pad(label[language], to: column + 2), indent: column + 2)
    }
    if !rule.causes.isEmpty {
      page.line()
      page.line(Words.causes[language])
      for cause in rule.causes {
        let severity = rule.defaultSeverity(for: cause)
        let name = TextPage.pad("  \(cause.name)", to: 26)
        let word = severity.term(rule.basis)[language]
        let meaning = rule.explanation(of: cause)?[language] ?? ""
        page.paragraph(
          language == .ja ? "\(meaning)（\(word)）" : "\(meaning) (\(word))", first: name, indent: 26)
      }
    }
    page.line()
    page.line(Disclaimer.text[language])
  }
}

/// The same as JSON, schema `banken-rules/1`.
struct RuleListingJSON {
  let language: Language

  /// Appends one document.
  ///
  /// Texts are in the language asked for; each rule has every member.
  func append(_ rules: [RuleID], to buffer: inout TextBuffer) {
    buffer.append("{\"schema\": \"banken-rules/1\", \"rules\": [")
    for (index, rule) in rules.enumerated() {
      buffer.append(index == 0 ? "\n " : ",\n ")
      append(rule, to: &buffer)
    }
    buffer.append("],\n \"disclaimer\": ")
    buffer.append(quoted: Disclaimer.text[language])
    buffer.append("}\n")
  }

  private func append(_ rule: RuleID, to buffer: inout TextBuffer) {
    let text = rule.text
    let members: [(StaticString, String)] = [
      ("{\"rule\": ", rule.name), (", \"severity\": ", rule.defaultSeverity.name),
      (", \"basis\": ", rule.basis.name), (", \"title\": ", text.title[language]),
      (", \"looks_at\": ", text.looksAt[language]), (", \"why\": ", text.why[language]),
      (", \"basis_text\": ", text.basis[language]), (", \"nature\": ", rule.basis.force[language]),
      (", \"remedy\": ", text.remedy[language]), (", \"cannot_see\": ", text.blindSpot[language]),
    ]
    for (name, value) in members {
      buffer.append(name)
      buffer.append(quoted: value)
    }
    buffer.append(", \"causes\": [")
    for (index, cause) in rule.causes.enumerated() {
      buffer.append(index == 0 ? "{\"cause\": " : ", {\"cause\": ")
      buffer.append(quoted: cause.name)
      buffer.append(", \"severity\": ")
      buffer.append(quoted: rule.defaultSeverity(for: cause).name)
      buffer.append(", \"text\": ")
      buffer.append(quoted: rule.explanation(of: cause)?[language] ?? "")
      buffer.append("}")
    }
    buffer.append("]}")
  }
}
