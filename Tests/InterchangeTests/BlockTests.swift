import Banken
import Interchange
import Testing

/// Rows read in blocks say what the same rows say read one by one.
@Suite struct BlockTests {
  /// Everything that a reading says, in comparable form.
  private func reading(_ ledger: Ledger, inBlocks: Bool, lenient: Bool, chunkSize: Int = 8 << 20) -> [String]
  {
    var ledger = ledger
    ledger.options.lenient = lenient
    ledger.options.readsInBlocks = inBlocks
    ledger.options.chunkSize = chunkSize
    let dataset = ledger.read()
    var said = dataset.diagnostics.map { "\($0.line):\($0.column) " + $0.description(.en) }
    said += dataset.rejectedFiles(.en).map { $0.name + String(decoding: $0.bytes, as: UTF8.self) }
    said += dataset.inputs.map { "\($0.file) \($0.rows) \($0.rejected) \($0.blanked)" }
    guard let tables = dataset.chain?.tables else { return said }
    said += texts(tables.operators)
    said += texts(tables.designations)
    said += texts(tables.approvals)
    said += texts(tables.certifications)
    said += texts(tables.provisions)
    said += texts(tables.caps)
    return said
  }

  /// Every column of a table, whatever it is.
  private func texts(_ table: some Any) -> [String] {
    Mirror(reflecting: table).children.flatMap { child -> [String] in
      let name = child.label ?? ""
      if let column = child.value as? TextColumn { return (0..<column.count).map { "\(name) \(column[$0])" } }
      return ["\(name) \(child.value)"]
    }
  }

  private static let days = [
    "2026-04-01", "2026-02-28", "2024-02-29", "2026-02-29", "1900-01-01", "1899-12-31", "2199-12-31",
    "2200-01-01",
    "2026-13-01", "2026-00-10", "2026-01-00", "2026-01-32", "2026/4/1", "20260401", "R8.4.1", "令和8年4月1日", "",
    "", "", " 2026-04-01", "2026-04-01 ", "2026-04-0１", "2026-04:01", "2026-0a-01", "46113", "#N/A", "x",
    "2026-1Z-01",
  ]
  private static let counts = [
    "1", "12", "1234567", "12345678", "99999999", "123456789", "10000000000", "10000000001", "0", "00000000",
    "-1",
    "1,000", "１２", "", "", " 5", "5 ", "1234:678", "/", "#REF!", "00012",
  ]
  private static let categories = [
    "fixed", "ip", "mobile", "data", "paging", "fmc", "service", "FIXED", "ＩＰ", "固定電話番号", "音声伝送携帯電話番号",
    "0ab-j", "固定", "", "fixe", "fixedd", " ip", "servicf", "音声伝送帯携電話番号",
  ]
  private static let telephones = [
    "0312340000", "0312349999", "03-1234-0000", "05031234567", "05031234599", "0501234567", "312345678", "",
    "８.15E+11", "09012345678", "0412340000", "0313000000", "０３１２３４００００", " 0312340000", "#VALUE!",
    "0412349999",
  ]

  private func pick(_ numbers: inout Numbers, _ texts: [String], goodIn odds: Int, _ good: String) -> String {
    numbers.below(odds) == 0 ? texts[numbers.below(texts.count)] : good
  }

  private func ledger(seed: UInt64) -> Ledger {
    var numbers = Numbers(seed: seed)
    let end = seed % 3 == 0 ? "\r\n" : "\n"
    // From rows that are nearly all good to rows of which hardly one is.
    let odds = [3, 10, 60, 400][numbers.below(4)]
    let isNumbered = seed % 2 == 0
    func id(_ number: Int) -> String {
      let tail = String(1_000 + number)
      return isNumbered ? "OP\(tail)" : number % 7 == 0 ? "ｶﾞOPERATOR-OF-A-LONG-NAME-\(tail)" : "O\(number)"
    }
    var files: [String: String] = [:]
    func write(_ file: String, _ header: String, _ rows: Int, _ cells: (Int) -> [String]) {
      var text = header + end
      for row in 0..<rows {
        var line = cells(row).joined(separator: ",")
        switch numbers.below(odds * 8) {
        case 0: line += ","
        case 1: line += ",surplus"
        case 2: line = String(line.prefix(while: { $0 != "," }))
        case 3: line = String(repeating: ",", count: line.count { $0 == "," })
        case 4: line = ""
        case 5: line = " " + line
        case 6:
          line = line.split(separator: ",", omittingEmptySubsequences: false)
            .map { "\"\($0)\"" }.joined(separator: ",")
        case 7: line += "\r"
        default: break
        }
        text += line + end
      }
      files[file] = text
    }
    let names = ["甲社", "ab", "　乙", "丙\u{A0}", "d ", "#N/A", "", "長い名前の株式会社でございます", "x#", "#x"]
    let roles = ["operator", "agent", "user", "電気通信事業者", "USER", "", "usr", "利用者"]
    let corporate = ["7000012050002", "8011101028104", "7000012050003", "700001205000", "", "７000012050002"]
    let odd = [
      "OP1001", "OP9999", "ＯＰ1002", " OP1003", "OP1003 ", "", "#N/A", "OP100a", "OP10011", "op1001", "É",
    ]
    write("operators.csv", "operator_id,name,corporate_number,role,service_started_on,group_id", 120) { row in
      [
        pick(&numbers, odd + [String(repeating: "i", count: 65)], goodIn: odds, id(row)),
        pick(&numbers, names, goodIn: 2, "名\(row)"), pick(&numbers, corporate, goodIn: odds, ""),
        pick(&numbers, roles, goodIn: 2, "operator"),
        pick(&numbers, Self.days, goodIn: odds, "2020-04-01"),
        pick(&numbers, ["ｸﾞﾙ", "G1", "組"], goodIn: 2, ""),
      ]
    }
    func reference() -> String {
      let good = id(numbers.below(120))
      return pick(&numbers, odd, goodIn: odds, good)
    }
    func day(_ good: String) -> String { pick(&numbers, Self.days, goodIn: odds, good) }
    func telephone(_ good: String) -> String { pick(&numbers, Self.telephones, goodIn: odds, good) }
    write("designations.csv", "operator_id,range_start,range_end,designated_on", 60) { _ in
      [reference(), telephone("0312340000"), telephone("0312349999"), day("2020-04-01")]
    }
    write("approvals.csv", "operator_id,category,valid_from,ended_on,end_reason,note", 60) { _ in
      [
        reference(), pick(&numbers, Self.categories, goodIn: odds, "ip"), day("2020-04-01"), day(""),
        pick(&numbers, ["lapsed", "取消", "x"], goodIn: odds, ""),
        pick(&numbers, [" ", "é", "#"], goodIn: 2, ""),
      ]
    }
    write("certifications.csv", "operator_id,valid_from,valid_to,ended_on,end_reason", 60) { _ in
      [
        reference(), day("2025-10-01"), day("2026-09-30"), day(""),
        pick(&numbers, ["revoked", "辞退", ""], goodIn: odds, ""),
      ]
    }
    let key = ["P1", "", " P2", "Ｐ3", "#N/A", String(repeating: "k", count: 70), "P\u{3000}", "漢字"]
    write(
      "provisions.csv",
      "provision_id,supplier_id,recipient_id,category,numbers,range_start,range_end,starts_on,ends_on,"
        + "contract,resale_clause,memo", 200
    ) { row in
      let isRanged = numbers.below(3) == 0
      return [
        pick(&numbers, key, goodIn: odds, "P\(1_000 + row)"), reference(), reference(),
        pick(&numbers, Self.categories, goodIn: odds, isRanged ? "" : "ip"),
        pick(&numbers, Self.counts, goodIn: odds, isRanged ? "" : "\(1 + numbers.below(99_999))"),
        telephone(isRanged ? "0312340000" : ""), telephone(isRanged ? "0312340099" : ""),
        day("2020-04-01"), day(numbers.below(2) == 0 ? "2030-03-31" : ""),
        pick(&numbers, ["terms", "約款", "Terms", "x", ""], goodIn: odds, "wholesale"),
        pick(&numbers, ["free", "認証事業者限定", "prohibited", "certified-onlx"], goodIn: odds, "certified-only"),
        pick(&numbers, [" ", "é", "#"], goodIn: 2, "memo"),
      ]
    }
    write("caps.csv", "cap_id,recipient_id,max_numbers,valid_from,valid_to", 60) { row in
      [
        pick(&numbers, key, goodIn: odds, "C\(row)"), reference(),
        pick(&numbers, Self.counts, goodIn: odds, "50"), day("2020-04-01"), day(""),
      ]
    }
    var ledger = Ledger([:])
    ledger.files = files.sorted { $0.key < $1.key }.map { ($0.key, Array($0.value.utf8)) }
    return ledger
  }

  @Test(arguments: 0..<40)
  func blocksSayWhatRowsSay(seed: Int) {
    let ledger = ledger(seed: UInt64(seed))
    for lenient in [true, false] {
      let rows = reading(ledger, inBlocks: false, lenient: lenient)
      #expect(reading(ledger, inBlocks: true, lenient: lenient) == rows)
      #expect(reading(ledger, inBlocks: true, lenient: lenient, chunkSize: 700) == rows)
    }
  }

  @Test func everyDayAndTheTextsNearIt() {
    for ordinal in 1...Day.latest.ordinal {
      guard let day = Day(ordinal: ordinal) else { continue }
      #expect(DayKernel.ordinal(of: Array(day.description.utf8)) == ordinal)
    }
    var numbers = Numbers(seed: 7)
    for _ in 0..<50_000 {
      var text = Array("2026-04-01".utf8)
      for _ in 0...numbers.below(3) {
        text[numbers.below(10)] = UInt8(
          truncatingIfNeeded: numbers.below(2) == 0 ? 0x2A + numbers.below(18) : numbers.below(256))
      }
      var expected: Int32 = 0
      // Years of eras are left to `Day`.
      if text[0] &- 48 <= 9, text[4] == 0x2D, text[7] == 0x2D,
        case .success(let day) = text.withUnsafeBytes({ Day.parse(bytes: $0) })
      {
        expected = day.ordinal
      }
      #expect(DayKernel.ordinal(of: text) == expected)
    }
  }

  @Test func keysThatAscendAreAllDifferent() {
    func column(_ keys: [String]) -> TextColumn {
      var column = TextColumn()
      for key in keys { column.append(key) }
      return column
    }
    #expect(
      KeyOrder.ascends(column(["A", "B", "AA", "AB", "ABCDEFGH", "ABCDEFGI", "ABCDEFGHI"]), threads: 2))
    for keys in [["A", "A"], ["B", "A"], ["AA", "B"], ["", "A"], [String(repeating: "x", count: 17)]] {
      #expect(!KeyOrder.ascends(column(keys), threads: 2))
    }
    // The key that is not greater stands at every place, borders of parts included.
    let many = (0..<600_000).map { String(1_000_000 + $0) }
    #expect(KeyOrder.ascends(column(many), threads: 2))
    for place in [1, 1_000, (1 << 18) - 1, 1 << 18, (1 << 18) + 1, 599_999] {
      var spoiled = many
      spoiled[place] = spoiled[place - 1]
      #expect(!KeyOrder.ascends(column(spoiled), threads: 2))
      #expect(Duplicates.find(column(spoiled), threads: 2).map(\.row) == [UInt32(place)])
    }
  }

  @Test func keysOfOneLengthThatAscendAreMarked() {
    func isMarked(_ keys: [String]) -> Bool {
      var column = TextColumn()
      for key in keys { column.append(key) }
      let marked = KeyOrder.marked(column, threads: 2)
      #expect((0..<marked.count).map { marked[$0] } == keys)
      for left in keys.indices {
        for right in keys.indices {
          #expect(marked.precedes(left, right) == keys[left].utf8.lexicographicallyPrecedes(keys[right].utf8))
        }
      }
      return marked.ascends
    }
    #expect(isMarked(["A1", "A2", "B0"]))
    #expect(isMarked(["ABCDEFGH10", "ABCDEFGH11", "ABCDEFGI00"]))
    // A longer key may come first by its bytes.
    #expect(!isMarked(["B", "AA", "AB"]))
    #expect(!isMarked(["A1", "B0", "A2"]))
    #expect(!isMarked(["A1", "A1"]))
    var column = TextColumn(bytes: Array("AB".utf8), ends: [1, 2], ascends: true)
    column.append("A")
    #expect(!column.ascends && column.precedes(2, 1) && !column.precedes(1, 2))
  }

  @Test func theFilterPassesEveryWantedID() {
    var numbers = Numbers(seed: 11)
    func id() -> String {
      String((0..<numbers.below(13)).map { _ in ["A", "B", "1"][numbers.below(3)] as Character })
    }
    for round in 0..<50 {
      let (wanted, all) = ((0..<round).map { _ in id() }, (0..<400).map { _ in id() })
      func column(_ ids: [String]) -> TextColumn {
        var column = TextColumn()
        for id in ids { column.append(id) }
        return column
      }
      var passed: Set<Int> = []
      IDFilter(column(wanted)).visit(column(all), 0..<all.count) { row, text, count in
        #expect(Array(UnsafeBufferPointer(start: text, count: count)) == Array(all[row].utf8))
        passed.insert(row)
      }
      for row in all.indices where !all[row].isEmpty && wanted.contains(all[row]) {
        #expect(passed.contains(row))
      }
      if round == 1 { #expect(passed.count < 100) }
    }
  }

  @Test func telephoneNumbersAgreeWithTheParser() {
    var numbers = Numbers(seed: 12)
    var texts: [String] = []
    for _ in 0..<3_000 {
      let digits = [9, 10, 10, 11, 11, 12, 14][numbers.below(7)]
      var text = Array("0".utf8)
      for _ in 1..<digits { text.append(UInt8(0x30 + numbers.below(10))) }
      if numbers.below(4) == 0 { text[numbers.below(text.count)] = UInt8(0x2D + numbers.below(14)) }
      texts.append(String(decoding: text, as: UTF8.self))
    }
    var ledger = "range_start,range_end,operator_id\n"
    for text in texts { ledger += "\(text),\(text),A\n" }
    let dataset = Ledger(["operators.csv": "operator_id,name\nA,a\n", "designations.csv": ledger]).lenient()
      .read()
    let expected = texts.compactMap { text -> UInt64? in
      guard case .success(let number) = TelephoneNumber.parse(text) else { return nil }
      return number.rawValue
    }
    #expect(dataset.chain?.tables.designations.rangeStarts == expected)
  }
}
