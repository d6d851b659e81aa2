import Banken
import Testing

@testable import TestSupport

/// The supply chain of a day pair by pair, against a walk over every provision and every finding of the oracle.
@Suite struct SupplyPictureTests {
  @Test func agreesWithAWalkOverEveryProvision() throws {
    var (edges, marks, partial) = (0, 0, 0)
    for seed in 1...UInt64(100) {
      let dataset = RandomDataset.make(seed: seed)
      var random = RandomSource(seed: seed)
      guard let audit = dataset.dayAudit(threads: seed % 2 == 0 ? 1 : 2) else { continue }
      let count = audit.state.chain.tables.operators.count
      var scope = SupplyPicture.Scope()
      if random.chance(50) { scope.category = random.pick(Category.allCases, else: .ip) }
      if random.chance(50), count > 0 {
        scope.around = UInt32(random.int(0...count - 1))
        scope.depth = random.int(0...3)
      }
      let picture = SupplyPicture(audit, scope: scope)
      let plain = PlainPicture(dataset, scope)
      #expect(picture.lines == plain.lines, "seed \(seed)")
      #expect(picture.findings == plain.findings, "seed \(seed)")
      edges += picture.edges.count
      marks += picture.findings.reduce(0, +)
      if scope.around != nil, picture.edges.count > 1 { partial += 1 }
    }
    #expect(edges > 200)
    #expect(marks > 300)
    #expect(partial > 10)
  }

  /// The whole ledger says what the summary of a report says.
  @Test func totalsAreThoseOfTheCoverage() throws {
    for seed in 1...UInt64(100) {
      guard let audit = RandomDataset.make(seed: seed).dayAudit() else { continue }
      let whole = SupplyPicture(audit)
      #expect(whole.provisions == audit.summary.activeProvisions, "seed \(seed)")
      for category in Category.allCases {
        let picture = SupplyPicture(audit, scope: .init(category: category))
        let rows = audit.summary.coverage.filter { $0.category == category }
        #expect(picture.provisions == rows.reduce(0) { $0 + $1.provisions }, "seed \(seed)")
        #expect(picture.numbers == rows.reduce(0) { $0 + $1.numbers }, "seed \(seed)")
        #expect(
          picture.edges.reduce(0) { $0 + $1.untiered }
            == rows.first { $0.tier == nil }?.provisions ?? 0, "seed \(seed)")
      }
    }
  }

  private static let chain = [
    "operators": "operator_id,name\nH,h\nA,a\nB,b\nC,c\nD,d\nE,e\nF,f\n",
    "designations": "operator_id,range_start,range_end\nH,05031000000,05031009999\n",
    "provisions": """
    provision_id,supplier_id,recipient_id,category,numbers,starts_on,ends_on,contract,approval_checked_on
    P1,H,A,ip,10,,,,2020-01-01
    P2,A,B,ip,4,,,terms,
    P3,A,B,ip,3,,,,2020-01-01
    P4,B,C,ip,2,,,,2030-01-01
    P5,H,D,ip,7,,,,
    P6,A,A,ip,7,,,,
    P7,C,E,ip,7,,2025-12-31,,
    P8,D,B,fixed,1,,,,
    """,
  ]

  private func picture(_ scope: SupplyPicture.Scope) throws -> SupplyPicture {
    SupplyPicture(try Fixture.audit(on: "2026-04-01", Self.chain), scope: scope)
  }

  @Test func addsUpThePairsOfTheDay() throws {
    let whole = try picture(.init())
    #expect(
      whole.lines.filter { !$0.hasPrefix("!") } == [
        "H 0 ip", "A 1 ip", "B 2 fixed,ip", "C 3 ip", "D 1 fixed,ip",
        "H>A ip 1 10 1-1 0 0 free 1 0 0 0", "H>D ip 1 7 1-1 0 0 free 0 0 0 0",
        "A>B ip 2 7 2-2 0 1 free 1 0 0 0", "B>C ip 1 2 3-3 0 0 free 0 0 0 0",
        "D>B fixed 1 1 nil-nil 1 0 free 0 0 0 0",
      ])
    #expect(whole.columns == .approvalCheckedOn)
  }

  @Test func goesUpAndDownButNotSideways() throws {
    func names(_ scope: SupplyPicture.Scope) throws -> String {
      let picture = try picture(scope)
      let ids = picture.audit.state.chain.tables.operators.ids
      return picture.nodes.map { ids[Int($0.operatorIndex)] }.joined()
    }
    #expect(try names(.init(around: 2, depth: 0)) == "B")
    #expect(try names(.init(around: 2, depth: 1)) == "ABCD")
    #expect(try names(.init(category: .ip, around: 2, depth: 1)) == "ABC")
    // D is supplied by H too, but is neither above nor below C.
    #expect(try names(.init(category: .ip, around: 3)) == "ABC")
    #expect(try names(.init(category: .ip, around: 3, depth: 9)) == "HABC")
    #expect(try names(.init(around: 6)) == "F")
    #expect(try picture(.init(around: 6)).edges.isEmpty)
  }

  @Test func aMillionStepsAreNoRecursion() throws {
    var tables = Tables()
    tables.operators.append(id: "X0", name: "")
    for x in 1...UInt32(200_000) {
      tables.operators.append(id: "X\(x)", name: "")
      tables.provisions.append(id: "P\(x)", supplier: x - 1, recipient: x, category: .ip, numbers: 1)
    }
    let audit = DayAudit(
      SupplyChain(tables), on: try #require(Day("2026-04-01")), options: AuditOptions(rules: []))
    let picture = SupplyPicture(audit, scope: .init(around: 100_000, depth: 1_000_000))
    #expect(picture.nodes.count == 200_001)
    #expect(picture.edges.count == 200_000)
    #expect(picture.numbers == 200_000)
  }
}

extension SupplyPicture {
  /// Nodes, edges and marks, a line each.
  fileprivate var lines: [String] {
    let ids = audit.state.chain.tables.operators.ids
    let names = nodes.map { ids[Int($0.operatorIndex)] }
    var lines: [String] = []
    for (place, node) in nodes.enumerated() {
      let categories = Category.allCases.filter { node.categories.has($0) }.map(\.name)
      let tier = node.tier.map(String.init) ?? "nil"
      lines.append("\(names[place]) \(tier) \(categories.joined(separator: ","))")
    }
    for edge in edges {
      let (least, greatest) = (edge.leastTier.map(String.init), edge.greatestTier.map(String.init))
      var line = "\(names[Int(edge.supplier)])>\(names[Int(edge.recipient)]) \(edge.category.name)"
      line += " \(edge.provisions) \(edge.numbers) \(least ?? "nil")-\(greatest ?? "nil")"
      line += " \(edge.untiered) \(edge.underTerms) \(edge.clause) \(edge.approvalChecked)"
      lines.append(line + " \(edge.conditionsAgreed) \(edge.continuityChecked) \(edge.declared)")
    }
    for place in nodes.indices {
      for mark in marks(ofNode: place) {
        lines.append("! \(names[place]) \(mark.severity.name) \(mark.rule.name) \(mark.count)")
      }
    }
    for (place, edge) in edges.enumerated() {
      for mark in marks(ofEdge: place) {
        let key = "\(names[Int(edge.supplier)])>\(names[Int(edge.recipient)]) \(edge.category.name)"
        lines.append("! \(key) \(mark.severity.name) \(mark.rule.name) \(mark.count)")
      }
    }
    return lines
  }
}

/// The same picture by looking at everything again for every line of it.
private struct PlainPicture {
  private(set) var lines: [String] = []
  private(set) var findings = [0, 0, 0]

  init(_ dataset: PlainDataset, _ scope: SupplyPicture.Scope) {
    let data = OracleData(dataset)
    let day = OracleDay(data, dataset.policy, dataset.day)
    let wanted = scope.category.map { [Int($0.rawValue)] } ?? Array(OracleData.all)
    let active = day.active.filter { wanted.contains(data.provisions[$0].c) }
    let chosen = Self.chosen(data, active, scope)
    let ids = data.operators.map(\.id)
    let shown = active.filter {
      chosen.contains(data.provisions[$0].u) && chosen.contains(data.provisions[$0].v)
    }
    for x in chosen.sorted() {
      let own = Set(shown.map { data.provisions[$0] }.filter { $0.u == x || $0.v == x }.map(\.c)).sorted()
      let isHolder = wanted.contains { day.isHolder(x, $0) }
      let hasLevels = data.has("designations")
      let tier =
        isHolder
        ? 0 : hasLevels ? active.filter { data.provisions[$0].v == x }.compactMap { day.tier($0) }.max() : nil
      let categories = own.map { OracleData.categories[$0] }.joined(separator: ",")
      lines.append("\(ids[x]) \(tier.map(String.init) ?? "nil") \(categories)")
    }
    var keys: [String] = []
    for u in chosen.sorted() {
      for c in wanted {
        for v in chosen.sorted() {
          let rows = shown.filter {
            data.provisions[$0].u == u && data.provisions[$0].c == c && data.provisions[$0].v == v
          }
          if rows.isEmpty { continue }
          keys.append("\(ids[u])>\(ids[v]) \(OracleData.categories[c])")
          lines.append(keys[keys.count - 1] + Self.line(rows, data, day, dataset.day))
        }
      }
    }
    mark(dataset, data, wanted: wanted, operators: chosen.sorted().map { ids[$0] }, edges: keys)
  }

  private static func chosen(
    _ data: OracleData, _ active: [Int], _ scope: SupplyPicture.Scope
  ) -> Set<Int> {
    guard let x = scope.around else {
      return Set(active.flatMap { [data.provisions[$0].u, data.provisions[$0].v] })
    }
    var (above, below): (Set, Set) = ([Int(x)], [Int(x)])
    for _ in 0..<scope.depth {
      above.formUnion(active.filter { above.contains(data.provisions[$0].v) }.map { data.provisions[$0].u })
      below.formUnion(active.filter { below.contains(data.provisions[$0].u) }.map { data.provisions[$0].v })
    }
    return above.union(below)
  }

  private static func line(_ rows: [Int], _ data: OracleData, _ day: OracleDay, _ today: Int) -> String {
    let provisions = rows.map { data.provisions[$0] }
    let tiers = data.has("designations") ? rows.compactMap { day.tier($0) } : []
    let (least, greatest) = (tiers.min().map(String.init), tiers.max().map(String.init))
    func done(_ column: String, _ value: (OracleData.Provision) -> Int?) -> Int {
      data.hasColumn(column) ? provisions.count { (value($0) ?? .max) <= today } : 0
    }
    let clauses = ["free", "certified-only", "prohibited"]
    let strictest = provisions.map { clauses.firstIndex(of: $0.clause) ?? 0 }.max() ?? 0
    let clause = data.hasColumn("resale_clause") ? strictest : 0
    var line = " \(rows.count) \(provisions.reduce(0) { $0 + $1.numbers })"
    line += " \(least ?? "nil")-\(greatest ?? "nil") \(rows.count - tiers.count)"
    line += " \(provisions.count { $0.terms }) \(["free", "certifiedOnly", "prohibited"][clause])"
    line += " \(done("approval_checked_on", \.approvalChecked))"
    line += " \(done("conditions_agreed_on", \.conditionsAgreed))"
    line += " \(done("continuity_checked_on", \.continuityChecked))"
    return line + " \(done("declared_on", \.declared))"
  }

  /// What every finding of the oracle stands at.
  private mutating func mark(
    _ dataset: PlainDataset, _ data: OracleData, wanted: [Int], operators: [String], edges: [String]
  ) {
    var marks: [String: [String: Int]] = [:]
    let names = wanted.map { OracleData.categories[$0] }
    for finding in Oracle(dataset).audit().findings where finding.waivedBy == nil {
      var items: [String] = []
      func edge(_ id: String) {
        guard let p = data.provisions.first(where: { $0.id == id }) else { return }
        let (u, v) = (data.operators[p.u].id, data.operators[p.v].id)
        let category = OracleData.categories[p.c]
        if p.u != p.v {
          items.append("\(u)>\(v) \(category)")
        } else if names.contains(category) {
          items.append(u)
        }
      }
      let isOther = finding.category.map { !names.contains($0) } ?? false
      switch finding.rule {
      case "cap-exceeded":
        let counted = Self.categories(of: finding.capID ?? "", dataset, data)
        for category in counted where names.contains(category) {
          guard let v = finding.recipientID else { continue }
          items.append(finding.supplierID.map { "\($0)>\(v) \(category)" } ?? v)
        }
        items = Array(Set(items))
      case "cap-exceeded-in-total", "shared-identity": items = finding.operatorIDs ?? []
      case "designation-overlap": if !isOther { items = finding.operatorIDs ?? [] }
      case "circular-provision":
        if isOther { continue }
        items = finding.operatorIDs ?? []
        for id in finding.cycle ?? [] { edge(id) }
      case "waiver-expired": continue
      default:
        if let id = finding.provisionID {
          edge(id)
        } else if !isOther, let id = finding.operatorID {
          items = [id]
        }
      }
      let shown = items.filter { operators.contains($0) || edges.contains($0) }
      for item in shown { marks[item, default: [:]]["\(finding.severity) \(finding.rule)", default: 0] += 1 }
      if shown.isEmpty { continue }
      findings[["notice", "warning", "violation"].firstIndex(of: finding.severity) ?? 0] += 1
    }
    let order = ["violation", "warning", "notice"]
    let rules = Oracle.rules.map(\.name)
    for item in operators + edges {
      let sorted = (marks[item] ?? [:]).sorted { left, right in
        func rank(_ key: String) -> (Int, Int) {
          let words = key.split(separator: " ").map(String.init)
          return (order.firstIndex(of: words[0]) ?? 9, rules.firstIndex(of: words[1]) ?? 99)
        }
        return rank(left.key) < rank(right.key)
      }
      for (key, count) in sorted { lines.append("! \(item) \(key) \(count)") }
    }
  }

  private static func categories(of cap: String, _ dataset: PlainDataset, _ data: OracleData) -> [String] {
    if let own = dataset.policy.caps.first(where: { $0.id == cap }) {
      return own.categories.isEmpty ? OracleData.categories : own.categories
    }
    guard let row = data.caps.first(where: { $0.id == cap }), let c = row.c else {
      return OracleData.categories
    }
    return [OracleData.categories[c]]
  }
}
