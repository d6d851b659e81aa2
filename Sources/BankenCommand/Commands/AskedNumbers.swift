import Banken
import Bytes

/// The numbers a command was asked about: those on the command line, then those of a file, each once.
struct AskedNumbers {
  let numbers: [TelephoneNumber]
  /// Whether lines of the file were passed over, as `--lenient` allows.
  let hasProblems: Bool

  init(_ context: CommandContext, _ options: LedgerOptions) throws(Failure) {
    var numbers: [TelephoneNumber] = []
    var known = Set<TelephoneNumber>()
    var repeated = 0
    for text in context.line.arguments.dropFirst() {
      let number = try context.telephoneNumber(text, of: "NUMBER")
      if known.insert(number).inserted { numbers.append(number) } else { repeated += 1 }
    }
    var hasProblems = false
    if let path = context.line.value(.file) {
      let list = try Self.read(path, context, options)
      hasProblems = !list.problems.isEmpty
      repeated += list.repeated
      for number in list.numbers {
        if known.insert(number).inserted { numbers.append(number) } else { repeated += 1 }
      }
    } else if numbers.isEmpty {
      throw context.usage(.missingArgument(name: "NUMBER"))
    }
    if repeated > 0 { context.console.say(.note, DataWords.repeatedNumbers(repeated)) }
    self.numbers = numbers
    self.hasProblems = hasProblems
  }

  private static func read(
    _ path: String, _ context: CommandContext, _ options: LedgerOptions
  ) throws(Failure) -> NumberList {
    let list: NumberList
    do throws(FileError) {
      list = try NumberList.read(path: path == "-" ? "/dev/stdin" : path, encoding: options.encoding)
    } catch {
      throw .unreadable(path: path, code: error.code)
    }
    let shown = context.showsAll ? list.problems.count : LoadedDataset.shown
    for problem in list.problems.prefix(shown) { context.console.say(problem) }
    let hidden = list.problems.count - shown
    if hidden > 0 { context.console.say(.note, DataWords.more(hidden, errors: hidden)) }
    if list.numbers.isEmpty, list.problems.isEmpty {
      context.console.say(.error, DataWords.noNumbers(path))
      throw .content
    }
    if !list.problems.isEmpty, !options.isLenient || list.numbers.isEmpty {
      context.console.say(.error, DataWords.nothingTraced(list.problems.count))
      throw .content
    }
    return list
  }
}
