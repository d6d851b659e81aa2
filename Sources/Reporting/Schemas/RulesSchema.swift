/// `banken-rules/1`.
enum RulesSchema {
  static let document = Schema.object(
    [
      .must(
        "schema", .words([JSONDocument.rules.tag ?? ""]), "文書の形式とその版。",
        "The layout of the document and its version."),
      .must(
        "rules", .list(of: rule, atLeast: 1, atMost: nil), "ルール（契約の順）。",
        "The rules, in the order of the contract."),
      FrameSchema.disclaimer,
    ])

  private static let rule = Schema.object([
    .must("rule", .part(.rule), "ルールの名前。", "The name of the rule."),
    .must("severity", .part(.severity), "方針がなければこの重大度。", "Its severity before any policy."),
    .must("basis", .part(.basis), "根拠の種類。", "What its findings rest on."),
    .must("title", .someText, "題名。", "Its title."),
    .must("looks_at", .someText, "何を見るか。", "What it looks at."),
    .must("why", .someText, "なぜ見るか。", "Why it is looked at."),
    .must("basis_text", .someText, "根拠の説明。", "On what it rests, and from when."),
    .must("nature", .someText, "義務か否か。", "Whether it is an obligation."),
    .must("remedy", .someText, "どうすればよいか。", "What to do about a finding."),
    .must("cannot_see", .someText, "何が見えないか。", "What it cannot see."),
    .must("causes", .list(of: cause), "指摘の理由の区分。", "The causes its findings may have."),
  ])

  private static let cause = Schema.object([
    .must("cause", .part(.cause), "区分。", "The name of the cause."),
    .must("severity", .part(.severity), "方針がなければこの重大度。", "Its severity before any policy."),
    .must("text", .someText, "意味。", "What it means."),
  ])
}
