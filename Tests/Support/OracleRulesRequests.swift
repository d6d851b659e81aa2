/// The rules of basis request.
extension Oracle {
  /// New numbers while the restriction of that kind is on one end.
  func providedDespite(_ kind: String, of end: KeyPath<OracleData.Provision, Int>) {
    for p in state.active {
      let row = data.provisions[p]
      guard let start = row.start else { continue }
      let restriction = data.restrictions.first {
        $0.kind == kind && data.concerns($0, row[keyPath: end]) && data.covers($0, row.c)
          && data.inForce($0.start, $0.end, start)
      }
      guard let restriction else { continue }
      let before = data.together(data.between(row.u, row.v, row.c, start - 1))
      let increase = data.together(data.between(row.u, row.v, row.c, start)) - before
      guard increase > 0 else { continue }
      let rule = kind == "refuse-new" ? "provided-despite-refusal" : "suspended-stock-provided"
      report(rule, provision: p, numbers: increase) { $0.restrictionID = restriction.id }
    }
  }

  func suspendedNumberProvided() {
    for p in state.active {
      let row = data.provisions[p]
      guard let start = row.start, let range = row.range else { continue }
      var already: Set<Int> = []
      for q in data.between(row.u, row.v, row.c, start - 1) {
        if let earlier = data.provisions[q].range { already.formUnion(earlier) }
      }
      let suspensions = data.restrictions.filter {
        $0.kind == "suspend-numbers" && data.inForce($0.start, $0.end, day) && ($0.start ?? 0) <= start
      }
      let counted = range.filter { x in
        !already.contains(x) && suspensions.contains { $0.range?.contains(x) ?? false }
      }
      guard !counted.isEmpty else { continue }
      let first = suspensions.first { suspension in
        counted.contains { suspension.range?.contains($0) ?? false }
      }
      report("suspended-number-provided", provision: p, numbers: counted.count) {
        $0.restrictionID = first?.id
      }
    }
  }
}
