extension Category {
  /// The code in data, policy and JSON.
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

  /// The name of the kind (種別) in the numbering plan.
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

  /// The category of a code, a 種別 name or another accepted name, case- and width-insensitive; nil if there is none.
  public init?(name: String) {
    guard let category = Category.names[WidthFolding.folded(name).uppercased()] else { return nil }
    self = category
  }

  /// The category that a text in UTF-8 names; nil if there is none.
  package static func parse(bytes: UnsafeRawBufferPointer) -> Category? {
    if let quick = parseCode(bytes) { return quick }
    guard bytes.count <= 256 else { return nil }
    return Category(name: String(decoding: bytes, as: UTF8.self))
  }

  /// The quick way for the codes themselves.
  private static func parseCode(_ bytes: UnsafeRawBufferPointer) -> Category? {
    for category in allCases {
      let name: StaticString = category.code
      guard name.utf8CodeUnitCount == bytes.count else { continue }
      var isEqual = true
      for index in 0..<bytes.count where bytes[index] != name.utf8Start[index] { isEqual = false }
      if isEqual { return category }
    }
    return nil
  }

  private var code: StaticString {
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

  /// Every accepted name, width-folded and in upper case.
  private static let names: [String: Category] = {
    var names: [String: Category] = [
      "0ABJ": .fixed, "0AB-J": .fixed, "固定": .fixed, "固定電話番号(0AB-J)": .fixed,
      "050": .ip, "IP": .ip,
      "携帯": .mobile, "060": .mobile, "070": .mobile, "080": .mobile, "090": .mobile,
      "020": .data, "M2M": .data,
      "0800": .service, "0120": .service, "0570": .service, "フリーダイヤル": .service,
    ]
    for category in allCases {
      names[category.name.uppercased()] = category
      names[category.japaneseName.uppercased()] = category
    }
    return names
  }()
}
