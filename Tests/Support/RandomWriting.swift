/// Writes a dataset the way a Japanese company keeps it: every cell in some other form that means the same.
package struct RandomWriting {
  private var random: RandomSource

  package init(seed: UInt64) {
    random = RandomSource(seed: seed)
  }

  /// The files under Japanese names and headers, columns in any order, dates, numbers and ids in any form.
  package mutating func files(of dataset: PlainDataset) -> [(name: String, bytes: [UInt8])] {
    PlainDataset.tableNames.compactMap { name in
      guard let table = dataset.tables[name] else { return nil }
      let order = random.shuffled(Array(table.columns.indices))
      let header = order.map { JapaneseForms.column(table.columns[$0], in: name) }
      let rows = table.rows.map { row in
        order.map { written(row[$0], table.columns[$0], in: name) }
      }
      let text = PlainDataset.csv(PlainTable(columns: header, rows: rows))
      let file = (JapaneseForms.tables[name] ?? name) + ".csv"
      switch random.int(0...3) {
      case 0: return (file, [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
      case 1: return (file, [0xEF, 0xBB, 0xBF] + Array(text.utf8))
      case 2: return (file, Array(text.split(separator: "\n").joined(separator: "\r\n").utf8) + [13, 10])
      default: return (file, Array(text.utf8))
      }
    }
  }

  private mutating func written(_ cell: String, _ column: String, in table: String) -> String {
    guard !cell.isEmpty, column != "name", column != "reason", column != "approved_by", column != "reference"
    else {
      return cell
    }
    if column.hasSuffix("_on") || column.hasPrefix("valid_") { return date(cell) }
    if column == "range_start" || column == "range_end" { return number(cell) }
    if column == "numbers" || column == "max_numbers" { return count(cell) }
    if column == "category" { return category(cell) }
    if let word = JapaneseForms.word(cell, column: column, in: table), random.chance(60) { return word }
    return random.chance(50) ? wide(cell) : random.chance(30) ? "\u{3000}\(cell) " : cell
  }

  private mutating func date(_ cell: String) -> String {
    guard let day = OracleCalendar.day(cell) else { return cell }
    let (year, month, date) = OracleCalendar.parts(day)
    let reiwa = day >= OracleCalendar.day(2019, 5, 1)
    let eraYear = reiwa ? year - 2018 : year - 1988
    let text: String
    switch day < OracleCalendar.day(1990, 1, 1) ? 6 : random.int(0...6) {
    case 0: text = "\(reiwa ? "令和" : "平成")\(eraYear == 1 ? "元" : "\(eraYear)")年\(month)月\(date)日"
    case 1: text = "\(reiwa ? "R" : "h")\(eraYear).\(month).\(date)"
    case 2: text = "\(year)/\(month)/\(date) 0:00:00"
    case 3: text = "\(year)年\(month)月\(date)日"
    case 4: text = cell.split(separator: "-").joined()
    case 5: text = "\(year)/\(month)/\(date)"
    default: text = cell
    }
    return random.chance(40) ? wide(text) : text
  }

  private mutating func number(_ digits: String) -> String {
    let rest = String(digits.dropFirst(3))
    let tail = String(rest.suffix(4))
    let middle = String(rest.dropLast(4))
    let head = String(digits.prefix(3))
    let text: String
    switch random.int(0...4) {
    case 0: text = "\(head)-\(middle)-\(tail)"
    case 1: text = "+81 \(head.dropFirst()) \(middle) \(tail)"
    case 2: text = "\(head)(\(middle))\(tail)"
    case 3: text = "\(head)．\(middle)‐\(tail)"
    default: text = digits
    }
    return random.chance(40) ? wide(text) : text
  }

  private mutating func count(_ cell: String) -> String {
    var groups: [String] = []
    var rest = cell
    while rest.utf8.count > 3 {
      groups.insert(String(rest.suffix(3)), at: 0)
      rest = String(rest.dropLast(3))
    }
    let text = random.chance(50) ? ([rest] + groups).joined(separator: ",") : cell
    return random.chance(40) ? wide(text) : text
  }

  private mutating func category(_ code: String) -> String {
    let text = random.pick(JapaneseForms.categories[code] ?? [code])
    return random.chance(40) ? wide(text) : text
  }

  /// The full-width forms of ASCII characters.
  private func wide(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar.value == 32 {
        scalars.append("\u{3000}")
      } else if scalar.value > 32, scalar.value < 127, let wide = Unicode.Scalar(scalar.value + 0xFEE0) {
        scalars.append(wide)
      } else {
        scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}

/// The Japanese names of tables, columns and words, as SPEC §2 and §3 give them.
enum JapaneseForms {
  static let tables = [
    "operators": "事業者", "designations": "番号指定", "approvals": "番号使用計画認定", "certifications": "ETOC認証",
    "provisions": "番号提供", "caps": "提供上限", "restrictions": "利用停止", "waivers": "適用除外",
  ]

  static let categories = [
    "fixed": ["固定電話番号", "固定", "0ABJ", "0ab-j", "fixed"], "ip": ["特定IP電話番号", "050", "ip"],
    "mobile": ["音声伝送携帯電話番号", "携帯", "090", "070"], "data": ["データ伝送携帯電話番号", "020", "M2M"],
    "paging": ["無線呼出番号"], "fmc": ["FMC電話番号", "fmc"], "service": ["付加的役務電話番号", "0120", "フリーダイヤル"],
  ]

  private static let columns = [
    "operator_id": "事業者ID", "name": "事業者名", "former_names": "旧名称", "corporate_number": "法人番号",
    "role": "区分", "registration": "登録届出", "country": "国", "associations": "加盟団体",
    "service_started_on": "事業開始日", "group_id": "グループID", "range_start": "開始番号", "range_end": "終了番号",
    "designated_on": "指定日", "returned_on": "返還日", "category": "種別", "basis": "認定区分",
    "approval_number": "認定番号", "certificate_number": "認証番号", "provision_id": "提供ID", "supplier_id": "卸元ID",
    "recipient_id": "卸先ID", "numbers": "番号数", "contract": "契約形態", "approval_checked_on": "認定確認日",
    "conditions_agreed_on": "使用条件合意日", "continuity_checked_on": "役務継続性確認日", "declared_on": "申告日",
    "resale_clause": "再卸条件", "cap_id": "上限ID", "max_numbers": "上限数", "restriction_id": "停止ID",
    "kind": "種類", "reference": "文書番号", "waiver_id": "除外ID", "rule": "ルール", "reason": "理由",
    "approved_by": "承認者",
  ]

  private static let columnsOfTable = [
    "approvals": ["valid_from": "認定日", "ended_on": "失効日", "end_reason": "失効理由"],
    "certifications": [
      "valid_from": "認証日", "valid_to": "有効期限", "ended_on": "消除日", "end_reason": "消除理由",
    ],
    "provisions": ["starts_on": "提供開始日", "ends_on": "提供終了日"],
    "caps": ["valid_from": "適用開始日", "valid_to": "適用終了日"],
    "restrictions": ["starts_on": "開始日", "ends_on": "終了日"],
  ]

  static func column(_ column: String, in table: String) -> String {
    columnsOfTable[table]?[column] ?? columns[column] ?? column
  }

  private static let words = [
    "role": ["operator": "電気通信事業者", "agent": "取次店", "user": "利用者"],
    "registration": ["registered": "登録", "notified": "届出", "none": "なし"],
    "basis": ["approved": "認定", "deemed": "みなし認定"], "contract": ["wholesale": "卸契約", "terms": "約款"],
    "resale_clause": ["free": "自由", "certified-only": "認証事業者限定", "prohibited": "禁止"],
    "kind": ["suspend-numbers": "番号停止", "refuse-new": "新規提供拒否", "suspend-stock": "在庫停止"],
  ]

  static func word(_ cell: String, column: String, in table: String) -> String? {
    guard column == "end_reason" else { return words[column]?[cell] }
    let reasons =
      table == "approvals"
      ? ["lapsed": "失効", "cancelled": "取消"] : ["revoked": "取消", "withdrawn": "辞退", "expired": "期限切れ"]
    return reasons[cell]
  }
}
