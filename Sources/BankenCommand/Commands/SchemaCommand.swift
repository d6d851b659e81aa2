import Banken
import Bytes

/// `banken schema [NAME]`.
struct SchemaCommand {
  let context: CommandContext

  init(_ context: CommandContext) {
    self.context = context
  }

  func run() throws(Failure) -> ExitStatus {
    guard let name = context.line.arguments.first else { return try context.print(list()) }
    guard let document = JSONDocument(rawValue: name) else {
      let suggestion = nearest(name, among: JSONDocument.allCases.map(\.rawValue))
      throw context.usage(.unknownDocument(name: name, suggestion: suggestion))
    }
    return try context.print(document.schema(context.language))
  }

  /// A line for each document.
  private func list() -> String {
    let width = JSONDocument.allCases.map(\.rawValue.count).max() ?? 0
    return JSONDocument.allCases.map { document in
      let name = document.rawValue
      let gap = String(repeating: " ", count: width + 2 - name.count)
      return name + gap + document.meaning[context.language] + "\n"
    }.joined()
  }
}
