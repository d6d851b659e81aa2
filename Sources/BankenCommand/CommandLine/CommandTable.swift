import Banken
import Synthesis

/// A command.
enum CommandID: String, CaseIterable {
  case check, screen, trace, stock, impact, critical, repair, horizon, diff
  case rules, policy, generate, graph, schema, completion, man, version, help

  init?(name: String) {
    self.init(rawValue: name)
  }

  var name: String { rawValue }
}

/// What may stand on the command line of a command.
struct CommandForm {
  /// nil for what may stand before any command.
  let id: CommandID?
  var arguments: [Argument] = []
  var flags: [Flag] = []
}

/// Every command with its arguments and options: the one source of parsing and help.
enum CommandTable {
  /// The options of every command.
  static let common = [
    Flag(id: .lang, long: "lang", value: .choice(Language.allCases.map(\.rawValue))),
    Flag(id: .help, long: "help", short: "h"),
  ]

  /// What may stand before a command.
  static let top = CommandForm(id: nil, flags: common + [Flag(id: .version, long: "version")])

  /// What may stand after a command.
  static func form(of command: CommandID) -> CommandForm {
    switch command {
    case .check:
      CommandForm(
        id: command, arguments: [Argument(name: "DATASET", isRequired: true)], flags: check + common)
    case .screen:
      CommandForm(
        id: command, arguments: [Argument(name: "DATASET", isRequired: true)], flags: screen + common)
    case .trace:
      CommandForm(
        id: command,
        arguments: [
          Argument(name: "DATASET", isRequired: true),
          Argument(name: "NUMBER", isRequired: false, repeats: true),
        ], flags: trace + common)
    case .stock:
      CommandForm(
        id: command,
        arguments: [
          Argument(name: "DATASET", isRequired: true), Argument(name: "OPERATOR", isRequired: true),
        ], flags: ledger + [Flag(id: .all, long: "all")] + common)
    case .impact:
      CommandForm(
        id: command,
        arguments: [
          Argument(name: "DATASET", isRequired: true), Argument(name: "OPERATOR", isRequired: true),
        ],
        flags: impact + common)
    case .critical:
      CommandForm(
        id: command, arguments: [Argument(name: "DATASET", isRequired: true)],
        flags: ledger + [Flag(id: .all, long: "all")] + common)
    case .repair:
      CommandForm(
        id: command, arguments: [Argument(name: "DATASET", isRequired: true)], flags: repair + common)
    case .horizon:
      CommandForm(
        id: command, arguments: [Argument(name: "DATASET", isRequired: true)], flags: horizon + common)
    case .diff:
      CommandForm(
        id: command,
        arguments: [Argument(name: "OLD", isRequired: true), Argument(name: "NEW", isRequired: true)],
        flags: diff + common)
    case .rules:
      CommandForm(
        id: command, arguments: [Argument(name: "RULE", isRequired: false)],
        flags: [format(["text", "json"])] + common)
    case .policy:
      CommandForm(
        id: command, arguments: [Argument(name: "DATASET", isRequired: false)], flags: [policy] + common)
    case .generate: CommandForm(id: command, flags: generate + common)
    case .graph:
      CommandForm(
        id: command, arguments: [Argument(name: "DATASET", isRequired: true)], flags: graph + common)
    case .schema:
      CommandForm(id: command, arguments: [Argument(name: "NAME", isRequired: false)], flags: common)
    case .completion:
      CommandForm(id: command, arguments: [Argument(name: "SHELL", isRequired: true)], flags: common)
    case .version, .man: CommandForm(id: command, flags: common)
    case .help:
      CommandForm(id: command, arguments: [Argument(name: "COMMAND", isRequired: false)], flags: common)
    }
  }

  private static let check = [
    Flag(id: .on, long: "on", value: .text(placeholder: "DAY")),
    Flag(id: .from, long: "from", value: .text(placeholder: "DAY")),
    Flag(id: .to, long: "to", value: .text(placeholder: "DAY")),
    Flag(id: .fiscalYear, long: "fiscal-year", value: .text(placeholder: "YEAR")),
    policy,
    Flag(id: .rule, long: "rule", value: .text(placeholder: "RULE"), repeats: true),
    Flag(id: .operator, long: "operator", value: .text(placeholder: "OPERATOR")),
    format(ReportFormat.allCases.map(\.rawValue)),
    Flag(id: .all, long: "all"),
    Flag(
      id: .failOn, long: "fail-on",
      value: .choice(Severity.allCases.reversed().map(\.name) + ["none"])),
    Flag(id: .baseline, long: "baseline", value: .text(placeholder: "OLD")),
    Flag(id: .force, long: "force"),
    Flag(id: .output, long: "output", short: "o", value: .text(placeholder: "FILE")),
    redact, redactKey,
    Flag(id: .lenient, long: "lenient"),
    Flag(id: .rejects, long: "rejects", value: .text(placeholder: "DIR")),
    Flag(id: .encoding, long: "encoding", value: .choice(TextEncoding.allCases.map(\.rawValue))),
    Flag(id: .threads, long: "threads", value: .text(placeholder: "N")),
  ]

  private static let screen =
    [
      Flag(id: .supplier, long: "supplier", value: .text(placeholder: "OPERATOR")),
      Flag(id: .recipient, long: "recipient", value: .text(placeholder: "OPERATOR")),
      Flag(id: .category, long: "category", value: .text(placeholder: "CATEGORY")),
      Flag(id: .numbers, long: "numbers", value: .text(placeholder: "N")),
      Flag(id: .range, long: "range", value: .text(placeholder: "START..END")),
      Flag(id: .ends, long: "ends", value: .text(placeholder: "DAY")),
      Flag(id: .contract, long: "contract", value: .choice(["wholesale", "terms"])),
      Flag(id: .batch, long: "batch", value: .text(placeholder: "FILE")),
    ] + ledger + [Flag(id: .all, long: "all")]

  private static let repair =
    [
      Flag(id: .goal, long: "goal", value: .text(placeholder: "SHARE")),
      Flag(id: .by, long: "by", value: .choice(RepairMeasure.allCases.map(\.rawValue))),
      Flag(id: .allow, long: "allow", value: .choice(["end"])),
      Flag(id: .allSteps, long: "all"),
    ] + ledger

  private static let diff = [
    Flag(id: .force, long: "force"),
    format(ComparisonFormat.allCases.map(\.rawValue)),
    Flag(id: .allChanges, long: "all"),
    Flag(
      id: .failOnNew, long: "fail-on",
      value: .choice(Severity.allCases.reversed().map(\.name) + ["none"])),
    Flag(id: .output, long: "output", short: "o", value: .text(placeholder: "FILE")),
    Flag(id: .threads, long: "threads", value: .text(placeholder: "N")),
  ]

  private static let generate = [
    Flag(id: .operators, long: "operators", value: .text(placeholder: "N")),
    Flag(id: .provisions, long: "provisions", value: .text(placeholder: "M")),
    Flag(id: .seed, long: "seed", value: .text(placeholder: "S")),
    Flag(id: .directory, long: "output", short: "o", value: .text(placeholder: "DIR")),
    Flag(
      id: .profile, long: "profile", value: .choice(SynthesisProfile.allCases.map(\.rawValue))),
    Flag(id: .ranges, long: "ranges", value: .text(placeholder: "SHARE")),
    Flag(id: .expected, long: "expected", value: .text(placeholder: "FILE")),
    Flag(id: .clean, long: "clean"),
    Flag(id: .threads, long: "threads", value: .text(placeholder: "N")),
  ]

  /// The options of every command that asks a ledger something.
  static let ledger = [
    Flag(id: .on, long: "on", value: .text(placeholder: "DAY")),
    policy,
    format(AnswerFormat.allCases.map(\.rawValue)),
    Flag(id: .output, long: "output", short: "o", value: .text(placeholder: "FILE")),
    redact, redactKey,
    Flag(id: .lenient, long: "lenient"),
    Flag(id: .encoding, long: "encoding", value: .choice(TextEncoding.allCases.map(\.rawValue))),
    Flag(id: .threads, long: "threads", value: .text(placeholder: "N")),
  ]

  private static let trace =
    [
      Flag(id: .file, long: "file", value: .text(placeholder: "FILE")),
      Flag(id: .history, long: "history"),
    ] + ledger + [Flag(id: .all, long: "all")]

  private static let impact: [Flag] = {
    var flags = ledger
    flags.insert(
      Flag(id: .event, long: "event", value: .choice(ImpactEvent.allCases.map(\.rawValue))), at: 0)
    flags.append(Flag(id: .list, long: "list", value: .choice(ImpactList.allCases.map(\.rawValue))))
    flags.append(Flag(id: .all, long: "all"))
    return flags
  }()

  private static let horizon =
    [Flag(id: .within, long: "within", value: .text(placeholder: "DAYS"))]
    + ledger.map { $0.id == .format ? format(HorizonFormat.allCases.map(\.rawValue)) : $0 }
    + [Flag(id: .all, long: "all")]

  private static let graph: [Flag] = {
    let scope = [
      Flag(id: .around, long: "around", value: .text(placeholder: "OPERATOR")),
      Flag(id: .depth, long: "depth", value: .text(placeholder: "N")),
      Flag(id: .onlyCategory, long: "category", value: .text(placeholder: "CATEGORY")),
    ]
    return scope
      + ledger.map { flag in
        switch flag.id {
        case .format:
          Flag(
            id: .graphFormat, long: "format", short: "f",
            value: .choice(GraphFormat.allCases.map(\.rawValue)))
        case .output:
          Flag(id: .graphOutput, long: "output", short: "o", value: .text(placeholder: "FILE|DIR"))
        default: flag
        }
      }
  }()
  private static let redact = Flag(
    id: .redact, long: "redact", value: .choice(Redaction.Scope.allCases.map(\.rawValue)))

  private static let redactKey = Flag(id: .redactKey, long: "redact-key", value: .text(placeholder: "FILE"))

  private static let policy = Flag(id: .policy, long: "policy", value: .text(placeholder: "FILE"))

  private static func format(_ choices: [String]) -> Flag {
    Flag(id: .format, long: "format", short: "f", value: .choice(choices))
  }
}
