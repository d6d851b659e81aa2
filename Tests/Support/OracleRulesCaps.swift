/// The cap rules.
extension Oracle {
  func isInEffect(_ cap: PlainPolicy.Cap) -> Bool { cap.effectiveFrom.map { day >= $0 } ?? true }

  func categories(_ cap: PlainPolicy.Cap) -> [Int] {
    OracleData.all.filter { cap.categories.isEmpty || cap.categories.contains(OracleData.categories[$0]) }
  }

  /// Whether an operator is in the certification state a cap asks for.
  func fitsCertification(_ cap: PlainPolicy.Cap, _ v: Int) -> Bool {
    guard let certified = cap.certified else { return true }
    return data.has("certifications") && state.isCertified(v) == certified
  }

  /// Whether a policy cap limits an operator today.
  private func limits(_ cap: PlainPolicy.Cap, _ v: Int) -> Bool {
    guard isInEffect(cap), fitsCertification(cap, v) else { return false }
    guard cap.fromMonths != nil || cap.underMonths != nil else { return true }
    let months: Int
    if let start = data.operators[v].serviceStarted {
      months = OracleCalendar.wholeMonths(from: start, to: day)
    } else if policy.unknownTrackRecord == "none" {
      months = 0
    } else {
      return false
    }
    return cap.fromMonths ?? 0 <= months && months < cap.underMonths ?? .max
  }

  /// Provisions from u (nil: anyone) to v in several categories.
  private func between(_ u: Int?, _ v: Int, _ categories: [Int]) -> [Int] {
    categories.flatMap { data.between(u, v, $0, day) }
  }

  func capExceeded() {
    for cap in policy.caps {
      for u in data.operators.indices {
        for v in data.operators.indices {
          let provisions = between(u, v, categories(cap))
          guard !provisions.isEmpty, limits(cap, v) else { continue }
          capExceeded(cap.id, u, v, data.together(provisions), cap.maximum, source: nil)
        }
      }
    }
    for (row, cap) in data.caps.enumerated() where data.inForce(cap.start, cap.end, day) {
      let provisions = between(cap.u, cap.v, cap.c.map { [$0] } ?? Array(OracleData.all))
      capExceeded(cap.id, cap.u, cap.v, data.together(provisions), cap.maximum, source: line("caps", row))
    }
  }

  private func capExceeded(_ cap: String, _ u: Int?, _ v: Int, _ sum: Int, _ maximum: Int, source: String?) {
    guard sum > maximum else { return }
    report("cap-exceeded", key: [cap, u.map(id) ?? "", id(v)], source: source) {
      $0.capID = cap
      $0.supplierID = u.map(id)
      $0.recipientID = id(v)
      $0.numbers = sum
      $0.limit = maximum
    }
  }

  func capExceededInTotal() {
    for cap in policy.caps {
      for party in data.operators.indices where data.party[party] == party {
        var pairs = 0
        var sum = 0
        var recipients: [Int] = []
        let members = data.operators.indices.filter { data.party[$0] == party }
        for v in members where limits(cap, v) {
          for u in data.operators.indices where data.party[u] != party {
            let provisions = between(u, v, categories(cap))
            guard !provisions.isEmpty else { continue }
            pairs += 1
            sum += data.together(provisions)
            if !recipients.contains(v) { recipients.append(v) }
          }
        }
        guard pairs >= 2, sum > cap.maximum else { continue }
        let name = members.map(id).min(by: utf8Less) ?? ""
        report("cap-exceeded-in-total", key: [cap.id, name], source: nil) {
          $0.capID = cap.id
          $0.party = name
          $0.operatorIDs = recipients.map(id)
          $0.numbers = sum
          $0.limit = cap.maximum
        }
      }
    }
  }
}
