import Banken

/// Ledgers whose names and ids try to break out of every format.
enum HostileSample {
  static let names = [
    "quote \" back \\ slash", "=HYPERLINK(\"http://x\",\"y\")", "\u{202E}gnp.exe",
    "\u{1B}[31mred\u{1B}[0m\u{7}",
    "line\nbreak\r\nand\ttab", "comma, semicolon; colon:", String(repeating: "長", count: 10_000),
    String(repeating: "x", count: 10_000), "\u{9B}31m C1", "{\"a\": [1]}", "</script><b>",
    "{supplier} {numbers}",
  ]

  static func audit() throws -> DayAudit {
    var tables = Tables()
    let ids = [
      "=1", "+2", "-3", "@4", "a\"5", "b,6", "c;7", "d\u{1B}8", "e\\9", "f 10", "g\u{202E}11", "h12",
    ]
    for (id, name) in zip(ids, names) { tables.operators.append(id: id, name: name) }
    tables.declare(.approvals)
    tables.declare(.certifications)
    tables.declare(.designations)
    for index in 1..<UInt32(ids.count) {
      tables.provisions.append(
        id: "=P,\(index)\"", supplier: index - 1, recipient: index, category: .ip, numbers: 10)
    }
    guard let day = Day("2026-10-01") else { throw Unreadable() }
    return DayAudit(SupplyChain(tables), on: day)
  }

  struct Unreadable: Error {}
}
