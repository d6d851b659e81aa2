/// Conditions of SPEC §4 on any day, each read straight off the rows.
extension OracleData {
  private func begun(_ start: Int?, _ day: Int) -> Bool { start.map { $0 <= day } ?? true }
  private func over(_ end: Int?, _ day: Int) -> Bool { end.map { $0 <= day } ?? false }

  func inForce(_ start: Int?, _ end: Int?, _ day: Int) -> Bool { begun(start, day) && !over(end, day) }

  /// Active on a day, and no self-provision.
  func isActive(_ p: Int, _ day: Int) -> Bool {
    provisions[p].u != provisions[p].v && isActiveOrSelf(p, day)
  }

  func isActiveOrSelf(_ p: Int, _ day: Int) -> Bool {
    inForce(provisions[p].start, provisions[p].end, day)
  }

  /// Active provisions from a supplier, in a category or (nil) in any.
  func outflows(_ u: Int, _ c: Int?, _ day: Int) -> [Int] {
    provisions.indices.filter {
      provisions[$0].u == u && (c == nil || provisions[$0].c == c) && isActive($0, day)
    }
  }

  func isUser(_ x: Int, _ day: Int) -> Bool {
    operators[x].role == "user" && outflows(x, nil, day).isEmpty
  }

  /// Whether a person has an approval, or the designation that includes it.
  func isApproved(_ x: Int, _ c: Int, _ day: Int) -> Bool {
    for row in approvals where person[row.x] == person[x] && (row.c == nil || row.c == c) {
      if inForce(row.start, row.end, day) { return true }
    }
    for row in designations where person[row.x] == person[x] && row.c == c {
      if inForce(row.start, row.end, day), !over(row.proofEnd, day) { return true }
    }
    return false
  }

  /// Why a person is not approved.
  func approvalCause(_ x: Int, _ c: Int, _ day: Int) -> String {
    let mine = approvals.filter { person[$0.x] == person[x] }
    let blocks = designations.filter { person[$0.x] == person[x] }
    let starts =
      mine.filter { $0.c == nil || $0.c == c }.map(\.start) + blocks.filter { $0.c == c }.map(\.start)
    if starts.contains(where: { begun($0, day) }) { return "ended" }
    if !starts.isEmpty { return "not-yet" }
    return mine.isEmpty && blocks.isEmpty ? "none" : "other-category"
  }

  /// The first day a certification no longer counts, and the cause it leaves.
  func certificationEnd(_ row: Certification, _ grace: Int) -> (day: Int, cause: String) {
    let runsOut = row.validTo + grace + 1
    guard let endedOn = row.endedOn, endedOn <= runsOut else { return (runsOut, "expired") }
    if endedOn > row.validTo && (row.reason.isEmpty || row.reason == "expired") {
      return (runsOut, "expired")
    }
    return (endedOn, row.reason.isEmpty ? "ended" : row.reason)
  }

  func isCertified(_ x: Int, _ day: Int, _ grace: Int) -> Bool {
    for row in certifications where person[row.x] == person[x] && row.start <= day {
      if day < certificationEnd(row, grace).day { return true }
    }
    return false
  }

  /// Why a person is not certified.
  func certificationCause(_ x: Int, _ day: Int, _ grace: Int) -> String {
    let mine = certifications.filter { person[$0.x] == person[x] }
    var last: (day: Int, cause: String)?
    for row in mine where row.start <= day {
      let end = certificationEnd(row, grace)
      if end.day >= last?.day ?? .min { last = end }
    }
    return last?.cause ?? (mine.isEmpty ? "never" : "not-yet")
  }

  /// Uncertified on a day because of a revocation.
  func isRevoked(_ x: Int, _ day: Int, _ grace: Int) -> Bool {
    !isCertified(x, day, grace) && certificationCause(x, day, grace) == "revoked"
  }

  /// Numbers of several provisions together: the union of their ranges and the sum of the count-only ones.
  func together(_ provisions: [Int]) -> Int {
    var union: Set<Int> = []
    var counted = 0
    for p in provisions {
      if let range = self.provisions[p].range {
        union.formUnion(range)
      } else {
        counted += self.provisions[p].numbers
      }
    }
    return union.count + counted
  }

  /// Active provisions in a category from a supplier (nil: any) to a recipient.
  func between(_ u: Int?, _ v: Int, _ c: Int, _ day: Int) -> [Int] {
    provisions.indices.filter {
      provisions[$0].v == v && (u == nil || provisions[$0].u == u) && provisions[$0].c == c
        && isActive($0, day)
    }
  }

  /// Whether a restriction on operators covers a category; blank is fixed and ip.
  func covers(_ row: Restriction, _ c: Int) -> Bool {
    row.c.map { $0 == c } ?? (c == 0 || c == 1)
  }

  /// Whether a restriction names an operator of the person.
  func concerns(_ row: Restriction, _ x: Int) -> Bool {
    row.x.map { person[$0] == person[x] } ?? false
  }

  /// The first day of the unbroken run of days up to `day` on which a condition holds; nil since 1900-01-01.
  ///
  /// Between two turns nothing in the data changes, so only turns are asked.
  func since(_ day: Int, _ holds: (Int) -> Bool) -> Int? {
    var first = day
    for turn in turns.reversed() where turn <= day {
      guard holds(turn) else { return first }
      first = turn
    }
    return nil
  }

  /// The same by walking every single day, to check `since` itself.
  func sinceDayByDay(_ day: Int, _ holds: (Int) -> Bool) -> Int? {
    var first = day
    while first > 1 && holds(first - 1) { first -= 1 }
    return first > 1 ? first : nil
  }
}
