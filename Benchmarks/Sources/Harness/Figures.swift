/// How numbers are written on the page.
package enum Figures {
  /// Three significant digits or whole: 1234, 12.3, 1.23, 0.123, 0.00123.
  package static func short(_ value: Double) -> String {
    guard value.isFinite else { return "–" }
    let size = value.magnitude
    if size >= 100 { return decimal(value, 0) }
    if size >= 10 { return decimal(value, 1) }
    if size >= 1 { return decimal(value, 2) }
    if size == 0 { return "0" }
    var places = 3
    var threshold = 0.1
    while size < threshold && places < 9 {
      places += 1
      threshold /= 10
    }
    return decimal(value, places)
  }

  /// With so many places behind the point, rounded half away from zero.
  package static func decimal(_ value: Double, _ places: Int) -> String {
    guard value.isFinite, value.magnitude < 1e15 else { return "–" }
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let scaled = (value.magnitude * scale).rounded()
    guard scaled < 9e18 else { return "–" }
    let all = UInt64(scaled)
    let divisor = UInt64(scale)
    let sign = value < 0 && all > 0 ? "-" : ""
    if places == 0 { return sign + grouped(Int(all)) }
    let fraction = String(all % divisor)
    return "\(sign)\(all / divisor).\(String(repeating: "0", count: places - fraction.count))\(fraction)"
  }

  /// Digits in groups of three: 1,234,567.
  package static func grouped(_ value: Int) -> String {
    let digits = Array(String(value.magnitude))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0 && (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return value < 0 ? "-" + text : text
  }
}
