// Measures Banken against its targets and its peers, and writes RESULTS.md.
//
//   swift run -c release --package-path Benchmarks benchmark --size M --peers

import Foundation
import Harness

func end(_ text: String, status: Int32 = 2) -> Never {
  say(text)
  exit(status)
}

if isDebugBuild() { end("a debug build says nothing about speed; use swift run -c release") }
// A peer that has gone shows as an answer that does not come.
signal(SIGPIPE, SIG_IGN)

let words = Array(CommandLine.arguments.dropFirst())
if words.contains("--help") || words.contains("-h") {
  print(Options.help)
  exit(0)
}
let options: Options
do throws(Options.Mistake) {
  options = try Options(words)
} catch {
  end("\(error.text)\n\n\(Options.help)")
}
if let shape = options.shape, Shape(rawValue: shape) == nil {
  end("no shape \(shape); there are \(Shape.allCases.map(\.rawValue).joined(separator: ", "))")
}

/// The folder of this package, where the peers, the notes and the results are.
let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().path

do {
  let run = try BenchmarkRun(options, words, package: package)
  let isGood = try run.perform()
  exit(isGood ? 0 : 1)
} catch let stop as Stop {
  end(stop.text)
} catch {
  end("\(error)")
}
