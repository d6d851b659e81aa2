import Testing

@testable import BankenCommand

/// Whatever the bytes, `check` gives an answer or a located error.
@Suite struct HostileInputTests {
  /// Runs every way through the reader, and holds the errors to their form.
  private func expectAnAnswer(_ directory: Directory, _ comment: String) {
    let strict = CommandRun(["check", directory.path, "--all"])
    #expect([0, 1, 3].contains(strict.status), "\(comment)")
    if strict.status == 3 {
      #expect(strict.output == "", "\(comment)")
      let isLocated = strict.errors.split(separator: "\n").contains { line in
        line.split(separator: ":", maxSplits: 3).dropFirst().prefix(2).allSatisfy { Int($0) != nil }
      }
      #expect(isLocated, "\(comment): \(strict.errors)")
    }
    for scalar in strict.errors.unicodeScalars where scalar != "\n" {
      #expect(scalar.value >= 0x20 && scalar.value != 0x7F, "\(comment)")
    }
    let lenient = CommandRun(["check", directory.path, "--lenient", "--format", "json"])
    #expect([0, 1, 3].contains(lenient.status), "\(comment)")
  }

  @Test func everyTruncationIsAnsweredOrLocated() throws {
    let directory = try Directory(SmallLedger.withViolation)
    let bytes = Array((SmallLedger.withViolation["provisions.csv"] ?? "").utf8)
    for length in 0...bytes.count {
      try directory.write("provisions.csv", Array(bytes[..<length]))
      expectAnAnswer(directory, "\(length) bytes")
    }
  }

  @Test func randomDamageIsAnsweredOrLocated() throws {
    var random = SplitMix64(state: 20_261_001)
    let directory = try Directory(SmallLedger.withViolation)
    let spice: [UInt8] = [0, 0x22, 0x2C, 0x0A, 0x0D, 0xFF, 0xFE, 0x81, 0xEF, 0x30, 0x39, 0x20, 0x2D]
    for round in 0..<300 {
      let name = SmallLedger.withViolation.keys.sorted()[Int.random(in: 0..<4, using: &random)]
      var bytes = Array((SmallLedger.withViolation[name] ?? "").utf8)
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[place] = spice.randomElement(using: &random) ?? 0
        case 1: bytes.insert(spice.randomElement(using: &random) ?? 0, at: place)
        default: bytes.remove(at: place)
        }
      }
      try directory.write(name, bytes)
      expectAnAnswer(directory, "round \(round)")
      try directory.write(name, SmallLedger.withViolation[name] ?? "")
    }
  }

  @Test(arguments: [
    [], [0], [0xFF, 0xFE], [0xEF, 0xBB, 0xBF], [0x22], [0x0A, 0x0A, 0x0A], [0x2C],
    Array(repeating: 0, count: 4096),
    Array(repeating: 0x22, count: 4097), Array(repeating: 0x2C, count: 100_000),
    Array(repeating: 0xE3, count: 999),
  ])
  func filesOfNonsenseAreLocated(_ bytes: [UInt8]) throws {
    let directory = try Directory(SmallLedger.files)
    for name in ["operators.csv", "provisions.csv"] {
      try directory.write(name, bytes)
      expectAnAnswer(directory, "\(name): \(bytes.prefix(4))")
    }
  }

  @Test func hugeFieldsAreCutInMessages() throws {
    let directory = try Directory(SmallLedger.files)
    let huge = String(repeating: "9", count: 2_000_000)
    try directory.write(
      "provisions.csv", SmallLedger.provisions + "P3,W1,R1,ip,\(huge)\nP4,W1,\(huge),ip,1\n")
    let run = CommandRun(["check", directory.path])
    #expect(run.status == 3)
    #expect(run.errors.utf8.count < 2_000)
  }

  @Test func aDeepChainIsFollowed() throws {
    let depth = 20_000
    var operators = "operator_id,name\n"
    var provisions = "provision_id,supplier_id,recipient_id,category,numbers\n"
    for index in 0...depth { operators += "H\(index),n\n" }
    for index in 0..<depth { provisions += "P\(index),H\(index),H\(index + 1),ip,1\n" }
    let directory = try Directory([
      "operators.csv": operators, "provisions.csv": provisions,
      "designations.csv": "operator_id,range_start,range_end\nH0,050-1000-0000,050-1000-9999\n",
    ])
    for format in ["text", "json"] {
      let run = CommandRun(["check", directory.path, "--format", format])
      #expect(run.status == 0)
      #expect(run.output.contains("second-tier-resale"))
    }
  }
}
