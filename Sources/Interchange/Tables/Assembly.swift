import Bytes
import SupplyChain

/// Puts a dataset together from its files.
struct Assembly {
  private let options: ReadOptions
  private var book = DiagnosticBook()
  private var problems: [Problem] = []
  private var tables = Tables()
  private var inputs: [InputFile] = []
  private var leftOut: [String] = []
  private var rejects = Rejects()
  private var operators = IDTable(ids: TextColumn(), targets: [], isIncomplete: true)
  private var provisionsAside = TextColumn()
  private var provisionsAreIncomplete = false
  private var hasOperators = false

  init(_ options: ReadOptions) {
    self.options = options
    book.knownRules = options.knownRules
  }

  /// - Parameter others: names of delimited text files that are no tables.
  static func assemble(files: [TableFile], others: [String], options: ReadOptions) -> Dataset {
    var assembly = Assembly(options)
    for table in TableName.allCases {
      let candidates = files.filter { $0.table == table }
      if let first = candidates.first {
        assembly.read(first)
        for other in candidates.dropFirst() { assembly.reportSecond(other, first: first) }
      } else if table == .operators {
        let number = assembly.enter("operators.csv", table)
        assembly.problems.append(Problem(file: number, code: .operatorsMissing))
      }
    }
    for name in others.prefix(1_000) {
      let number = assembly.enter(name, nil)
      assembly.problems.append(Problem(file: number, code: .unknownFile))
    }
    return assembly.dataset()
  }

  private mutating func enter(_ name: String, _ table: TableName?) -> UInt16 {
    book.files.append(DiagnosticBook.File(name: name, table: table))
    return UInt16(clamping: book.files.count - 1)
  }

  private mutating func reportSecond(_ file: TableFile, first: TableFile) {
    leftOut.append(file.name)
    let number = enter(file.name, file.table)
    let other = book.files.firstIndex { $0.name == first.name } ?? 0
    problems.append(Problem(extra: UInt64(other), file: number, code: .secondFile))
  }

  private mutating func read(_ file: TableFile) {
    let number = enter(file.name, file.table)
    var reading = TableReading(file, number: number, operators: operators, options: options)
    book.files[Int(number)].text = reading.text
    book.files[Int(number)].header = reading.header
    reading.dropDuplicates(number: number, texts: &book.texts, threads: options.threads)
    var provisions: [ProvisionIndex] = []
    if file.table == .waivers {
      let targets = WaiverTargets(
        aside: provisionsAside, isIncomplete: provisionsAreIncomplete, isLenient: options.lenient)
      provisions = targets.resolve(
        &reading, number: number, provisions: tables.provisions.ids, texts: &book.texts,
        threads: options.threads)
    }
    if file.table == .operators {
      operators = reading.idTable()
      hasOperators = reading.isUsable
    }
    if file.table == .provisions {
      provisionsAreIncomplete = reading.isIncomplete
      if !reading.raw.aside.isEmpty, case .text(let keys) = reading.raw.columns[0] {
        provisionsAside = keys.selecting(reading.raw.aside)
      }
    }
    rejects.add(reading, number: number)
    let rejected = reading.raw.aside.count
    let rows = reading.raw.count - rejected
    if file.table == .waivers, rejected > 0 {
      let aside = Set(reading.raw.aside)
      provisions = provisions.indices.filter { !aside.contains(UInt32($0)) }.map { provisions[$0] }
    }
    var found = reading.problems + reading.raw.problems
    reading.raw.problems = []
    sort(&found)
    let blanked = reading.raw.blankedCells(found, after: reading.header?.line ?? 0)
    reading.raw.compact()
    problems.append(contentsOf: found)
    tables.take(reading.raw, origin: reading.origin())
    if file.table == .waivers { tables.waivers.provisions = provisions }
    // What nothing will be shown of is not kept: a converted text weighs more than the file.
    if found.isEmpty, rejected == 0 { book.files[Int(number)].text = nil }
    file.content.letGo()
    inputs.append(
      InputFile(
        table: file.table, file: file.name, encoding: reading.text?.encoding ?? .utf8, rows: rows,
        rejected: rejected, blanked: blanked, isUsable: reading.isUsable, content: file.content))
  }

  private func sort(_ found: inout [Problem]) {
    for index in found.indices.dropFirst() where found[index].precedes(found[index - 1]) {
      found.sort { $0.precedes($1) }
      return
    }
  }

  private mutating func dataset() -> Dataset {
    book.operators = tables.operators.ids
    book.provisions = tables.provisions.ids
    let diagnostics = Diagnostics(problems: problems, book: book)
    let isGood = hasOperators && (diagnostics.errorCount == 0 || options.lenient)
    let chain = isGood ? SupplyChain(tables, threads: options.threads) : nil
    return Dataset(
      chain: chain, inputs: inputs, leftOut: leftOut, diagnostics: diagnostics, rejects: rejects)
  }
}
