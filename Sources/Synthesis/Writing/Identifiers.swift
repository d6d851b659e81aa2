/// Ids in file order, in as many digits as the greatest needs (at least six).
struct Identifiers: Sendable {
  let operators: Permutation
  let provisions: Permutation
  private let operatorWidth: Int
  private let provisionWidth: Int

  init(operators: Int, provisions: Int, seed: UInt64) {
    self.operators = Permutation(operators, seed: seed)
    self.provisions = Permutation(provisions, seed: seed)
    operatorWidth = max(6, String(operators).utf8.count)
    provisionWidth = max(6, String(provisions).utf8.count)
  }

  /// The number in an operator's id; ids compare as these numbers do.
  @inline(__always)
  func number(of index: Int) -> Int { operators.position(of: index) + 1 }

  @inline(__always)
  func write(operator index: Int, to out: inout RowWriter) {
    out.text("OP")
    out.digits(UInt64(number(of: index)), width: operatorWidth)
  }

  @inline(__always)
  func write(operatorAt position: Int, to out: inout RowWriter) {
    out.text("OP")
    out.digits(UInt64(position + 1), width: operatorWidth)
  }

  @inline(__always)
  func write(provision index: Int, to out: inout RowWriter) {
    write(provisionAt: provisions.position(of: index), to: &out)
  }

  @inline(__always)
  func write(provisionAt position: Int, to out: inout RowWriter) {
    out.byte(0x50)
    out.digits(UInt64(position + 1), width: provisionWidth)
  }

  /// A prefix and the digits of an operator's id, for rows of which an operator has at most one.
  func write(_ prefix: StaticString, operator index: Int, to out: inout RowWriter) {
    out.text(prefix)
    out.digits(UInt64(number(of: index)), width: operatorWidth)
  }
}
