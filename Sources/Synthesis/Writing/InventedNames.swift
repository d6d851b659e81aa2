/// Names that sound like those of Japanese operators and belong to nobody we know of.
enum InventedNames {
  private static let places: [StaticString] = [
    "霞ヶ浜", "渚野", "燕沢", "月見橋", "白樺原", "朝霧", "夕凪", "雲雀丘", "千草", "松籟", "若葉野", "星影",
    "潮見", "花守", "木漏日", "蛍川", "山吹台", "水無瀬原", "風早", "紅葉谷", "氷室野", "鈴音", "藤波", "桜霞",
    "波留", "緑青", "琥珀", "瑠璃", "茜空", "薄墨", "若竹", "雪代",
  ]
  private static let trades: [StaticString] = [
    "通信", "テレコム", "ネットワークス", "電話サービス", "コミュニケーションズ", "回線", "ボイス", "モバイル",
    "情報通信", "リンク", "コネクト", "デジタル", "システムズ", "テクノ", "ブリッジ", "ライン",
  ]
  private static let shops: [StaticString] = ["商店", "運輸", "旅館", "病院", "警備", "不動産", "食品", "製作所"]

  /// Writes a name; several operators may have the same one.
  static func write(_ traits: OperatorTraits, to out: inout RowWriter) {
    let bits = traits.bits
    let isCompany = bits.small(44, below: 4) > 0
    let isBefore = bits & 1 == 0
    if isCompany && isBefore { out.text("株式会社") }
    let (first, second) = (bits.small(8, below: 32), bits.small(20, below: 32))
    out.text(places[first])
    if bits.small(30, below: 3) == 0 { out.text(places[second]) }
    if traits.role == .user {
      out.text(shops[bits.small(36, below: 8)])
    } else {
      out.text(trades[bits.small(36, below: 16)])
    }
    if isCompany && !isBefore { out.text("株式会社") }
    if !isCompany { out.text("合同会社") }
  }
}
