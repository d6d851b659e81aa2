import Synthesis

/// The options of `generate`, each understood, none yet acted upon.
struct GenerateOptions {
  let synthesis: SynthesisOptions
  let directory: String
  /// Where the planted findings go; nil for nowhere.
  let expected: String?
  let threads: Int

  init(_ context: CommandContext) throws(Failure) {
    let line = context.line
    let profile = line.value(.profile).flatMap(SynthesisProfile.init(rawValue:)) ?? .japan
    let (least, most) = (profile.minimum, SynthesisOptions.maximum)
    let operators = try Self.needed(.operators, "--operators", context)
    let provisions = try Self.needed(.provisions, "--provisions", context)
    let seed = try Self.needed(.seed, "--seed", context)
    directory = try Self.needed(.directory, "--output", context)
    var options = SynthesisOptions(
      operators: try context.number(operators, of: "--operators", in: least.operators...most.operators),
      provisions: try context.number(
        provisions, of: "--provisions", in: least.provisions...most.provisions),
      seed: UInt64(try context.number(seed, of: "--seed", in: 0...Int.max)))
    options.profile = profile
    options.isClean = line.has(.clean)
    if let text = line.value(.ranges) {
      guard let share = Self.share(text) else {
        throw context.usage(.badShare(option: "--ranges", value: text))
      }
      options.ranges = share
    }
    synthesis = options
    expected = line.value(.expected)
    threads = try context.threads()
  }

  private static func needed(
    _ flag: FlagID, _ option: String, _ context: CommandContext
  ) throws(Failure) -> String {
    guard let text = context.line.value(flag) else { throw context.usage(.missingOption(option)) }
    return text
  }

  /// A decimal from 0 to 1 in millionths, without rounding; nil for anything else.
  static func share(_ text: String) -> Int? {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first, whole == "0" || whole == "1" else { return nil }
    let places = parts.count == 2 ? String(parts[1]) : "0"
    guard (1...6).contains(places.utf8.count), places.utf8.allSatisfy({ (48...57).contains($0) }),
      let fraction = Int(places + String(repeating: "0", count: 6 - places.utf8.count))
    else { return nil }
    let share = (whole == "1" ? SynthesisOptions.wholeShare : 0) + fraction
    return share <= SynthesisOptions.wholeShare ? share : nil
  }
}
