extension Category: CustomStringConvertible {
  /// The code in data and reports: `fixed`, `ip`, `mobile`, `data`, `paging`, `fmc`, `service`.
  public var name: String {
    switch self {
    case .fixed: "fixed"
    case .ip: "ip"
    case .mobile: "mobile"
    case .data: "data"
    case .paging: "paging"
    case .fmc: "fmc"
    case .service: "service"
    }
  }

  /// The 種別 of the numbering plan.
  public var japaneseName: String {
    switch self {
    case .fixed: "固定電話番号"
    case .ip: "特定IP電話番号"
    case .mobile: "音声伝送携帯電話番号"
    case .data: "データ伝送携帯電話番号"
    case .paging: "無線呼出番号"
    case .fmc: "FMC電話番号"
    case .service: "付加的役務電話番号"
    }
  }

  /// The code.
  public var description: String { name }

  /// The category of a name people use for it; nil if it is none of them.
  ///
  /// Accepted whatever the case and width are the code, the 種別, and 0ABJ, 0AB-J, 固定, 050, IP, 携帯, 060, 070,
  /// 080, 090, 020, M2M, 0800, 0120, 0570, フリーダイヤル.
  public init?(name: String) {
    guard let category = Category.parse(name) else { return nil }
    self = category
  }

  /// The category of a name people use for it; nil if it is none of them.
  public static func parse(_ text: String) -> Category? {
    var copy = text
    return copy.withUTF8 { parse(bytes: UnsafeRawBufferPointer($0)) }
  }

  /// The category of a name in UTF-8; nil if it is none.
  ///
  /// Allocates nothing for a name written as it is listed, letters in either case.
  package static func parse(bytes: UnsafeRawBufferPointer) -> Category? {
    let trimmed = bytes.trimmingBlanks
    if let category = find(trimmed) { return category }
    if WidthFolding.isASCII(trimmed) { return nil }
    let folded = WidthFolding.folded(String(decoding: trimmed, as: UTF8.self))
    var plain: [UInt8] = []
    for scalar in folded.unicodeScalars {
      switch scalar.value {
      case 0x2010...0x2015, 0x2212: plain.append(UInt8(ascii: "-"))
      default: plain.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    return plain.withUnsafeBytes { find($0.trimmingBlanks) }
  }

  /// Compares with every name, ASCII letters without regard to case.
  private static func find(_ bytes: UnsafeRawBufferPointer) -> Category? {
    names.withUnsafeBufferPointer { names in
      for entry in names where entry.name.utf8CodeUnitCount == bytes.count {
        if matches(bytes, entry.name.utf8Start) { return entry.category }
      }
      return nil
    }
  }

  private static func matches(_ bytes: UnsafeRawBufferPointer, _ name: UnsafePointer<UInt8>) -> Bool {
    for index in 0..<bytes.count {
      var byte = bytes[index]
      if byte >= 0x41, byte <= 0x5A { byte |= 0x20 }
      if byte != name[index] { return false }
    }
    return true
  }

  private struct Name: Sendable {
    let name: StaticString
    let category: Category

    init(_ name: StaticString, _ category: Category) {
      self.name = name
      self.category = category
    }
  }

  /// Width-folded, in lower case.
  private static let names: [Name] = [
    Name("fixed", .fixed), Name("固定電話番号", .fixed), Name("固定電話番号(0ab-j)", .fixed),
    Name("固定電話番号 (0ab-j)", .fixed), Name("固定電話番号(0abj)", .fixed), Name("0abj", .fixed),
    Name("0ab-j", .fixed), Name("固定", .fixed),
    Name("ip", .ip), Name("特定ip電話番号", .ip), Name("050", .ip),
    Name("mobile", .mobile), Name("音声伝送携帯電話番号", .mobile), Name("携帯", .mobile),
    Name("060", .mobile), Name("070", .mobile), Name("080", .mobile), Name("090", .mobile),
    Name("data", .data), Name("データ伝送携帯電話番号", .data), Name("020", .data), Name("m2m", .data),
    Name("paging", .paging), Name("無線呼出番号", .paging),
    Name("fmc", .fmc), Name("fmc電話番号", .fmc),
    Name("service", .service), Name("付加的役務電話番号", .service), Name("0800", .service),
    Name("0120", .service), Name("0570", .service), Name("フリーダイヤル", .service),
  ]
}
