import Banken
import Testing

@testable import Reporting
@testable import TestSupport

/// Drawings of ledgers made up at random: nothing covers anything else, and every part is there.
@Suite struct DrawingLayoutTests {
  typealias Box = DrawingLayout.Box

  /// About a hundred operators: holders, tiers below them, some without a tier, a circle, long names of all widths.
  static func picture(seed: UInt64, operators: Int = 100) throws -> SupplyPicture {
    var random = RandomSource(seed: seed)
    var tables = Tables()
    let names = [
      "青嵐ネット㈱", "Far End Voice Holdings (Singapore) Pte. Ltd.", "渚", "WWWWWWWW MMMMMMMM WWWWWWWW",
      "ﾊﾝｶｸ電話ｻｰﾋﾞｽ", "日本全国固定電話番号流通管理機構東日本支社特別営業部", "iiiiiii llll",
    ]
    for x in 0..<operators {
      let name = random.pick(names)
      tables.operators.append(
        id: "OP\(x)", name: name, role: random.chance(10) ? .user : random.chance(5) ? .agent : .operator)
    }
    tables.declare(.approvals)
    tables.declare(.certifications)
    for x in 0..<UInt32(8) {
      let start = 5_031_000_000 + UInt64(x) * 10_000
      tables.designations.append(operator: x, category: .ip, range: start...start + 9_999)
    }
    let last = UInt32(operators - 1)
    for p in 0..<UInt32(operators * 3 / 2) {
      let recipient = p < last ? p + 1 : UInt32(random.int(9...Int(last)))
      // The last ones are supplied by one another alone.
      let isLost = recipient > last - 6
      let low = isLost ? Int(last) - 6 : 0
      let high = isLost ? Int(last) : max(0, Int(recipient) - (random.chance(15) ? 1 : 3) * random.int(1...9))
      var supplier = UInt32(random.int(low...max(low, high)))
      if random.chance(4), !isLost { supplier = UInt32(random.int(0...Int(last) - 7)) }
      if supplier == recipient { continue }
      let category = random.pick([Category.ip, .ip, .fixed], else: .ip)
      let numbers = UInt64(random.int(1...2_000_000))
      tables.provisions.append(
        id: "P\(p)", supplier: supplier, recipient: recipient, category: category, numbers: numbers)
    }
    let day = try #require(Day("2026-10-01"))
    return SupplyPicture(DayAudit(SupplyChain(tables), on: day))
  }

  @Test func nothingCoversAnythingElse() throws {
    var (cards, tags, columns) = (0, 0, 0)
    for seed in 1...UInt64(12) {
      let picture = try Self.picture(seed: seed)
      let layout = DrawingLayout(picture, GraphLabels(picture, seed % 2 == 0 ? .ja : .en))
      let boxes = layout.cards + layout.lines.map(\.tag) + layout.columns.map(\.band)
      for (place, box) in boxes.enumerated() {
        #expect(box.x >= 0 && box.y >= 0, "seed \(seed)")
        #expect(box.x + box.width <= layout.width + 0.01, "seed \(seed)")
        #expect(box.y + box.height <= layout.height + 0.01, "seed \(seed)")
        for other in boxes[(place + 1)...] where box.overlaps(other) {
          Issue.record("seed \(seed): \(box) and \(other)")
        }
      }
      for (place, card) in layout.cards.enumerated() {
        #expect(layout.cardTexts[place].innerWidth + 2 * NodeCard.padding <= card.width + 0.01)
      }
      cards += layout.cards.count
      tags += layout.lines.count
      columns += layout.columns.count
    }
    #expect(cards > 1_000 && tags > 1_400 && columns > 60)
  }

  /// Looked at point by point, a line runs through no card but those of its ends, and through no tag but its own.
  @Test func linesRunAroundCardsAndTags() throws {
    for seed in 1...UInt64(4) {
      let picture = try Self.picture(seed: seed)
      let layout = DrawingLayout(picture, GraphLabels(picture, .ja))
      let tags = layout.lines.map(\.tag)
      for (place, line) in layout.lines.enumerated() {
        let edge = picture.edges[place]
        let ends = [Int(edge.supplier), Int(edge.recipient)]
        for point in Self.points(of: line) {
          let dot = Box(x: point.x - 0.2, y: point.y - 0.2, width: 0.4, height: 0.4)
          for (node, card) in layout.cards.enumerated() where !ends.contains(node) && card.overlaps(dot) {
            Issue.record("seed \(seed): edge \(place) runs through the card of \(node)")
          }
          for (other, tag) in tags.enumerated() where other != place && tag.overlaps(dot) {
            Issue.record("seed \(seed): edge \(place) runs through the tag of \(other)")
          }
        }
      }
    }
  }

  /// Points along a line, bends as the curves that are drawn.
  private static func points(of line: DrawingLayout.Line) -> [(x: Double, y: Double)] {
    var points: [(x: Double, y: Double)] = []
    for place in 1..<line.points.count {
      let (from, to) = (line.points[place - 1], line.points[place])
      let isBend = place % 2 == 0
      let middle = line.reach.map { from.x + $0 * 4 / 3 } ?? (from.x + to.x) / 2
      for step in 0...16 {
        let t = Double(step) / 16
        let s = 1 - t
        if isBend {
          let x = s * s * s * from.x + 3 * s * t * middle + t * t * t * to.x
          points.append((x, (s * s * s + 3 * s * s * t) * from.y + (t * t * t + 3 * s * t * t) * to.y))
        } else {
          points.append((s * from.x + t * to.x, s * from.y + t * to.y))
        }
      }
    }
    return points
  }

  @Test func crossingsAreFew() throws {
    var (before, after) = (0, 0)
    for seed in 1...UInt64(12) {
      let picture = try Self.picture(seed: seed)
      let graph = LayeredGraph(picture, LayerPlan(picture))
      let ordered = CrossingReduction.ordered(graph)
      #expect(ordered.layers.map { $0.sorted() } == graph.layers.map { $0.sorted() }, "seed \(seed)")
      before += CrossingReduction.crossings(of: graph)
      after += CrossingReduction.crossings(of: ordered)
    }
    #expect(after * 2 < before, "\(after) of \(before)")
  }

  /// What is counted as a crossing, line by line.
  @Test func crossingsAreCountedAsTheyAre() throws {
    for seed in 1...UInt64(20) {
      let picture = try Self.picture(seed: seed, operators: 30)
      let graph = LayeredGraph(picture, LayerPlan(picture))
      let positions = graph.positions
      var plain = 0
      let links = graph.right.indices.flatMap { from in graph.right[from].map { (from, $0) } }
      for (place, one) in links.enumerated() {
        for other in links[(place + 1)...] where graph.layerOf[one.0] == graph.layerOf[other.0] {
          let start = positions[one.0] - positions[other.0]
          let end = positions[one.1] - positions[other.1]
          if start * end < 0 { plain += 1 }
        }
      }
      #expect(CrossingReduction.crossings(of: graph) == plain, "seed \(seed)")
    }
  }

  @Test func columnsAreTiersThenTheUnknown() throws {
    let tables = [
      "operators": "operator_id,name\nH,h\nA,a\nB,b\nX,x\nY,y\nZ,z\nV,v\nW,w\n",
      "designations": "operator_id,range_start,range_end\nH,05031000000,05031009999\n",
      "provisions": """
      provision_id,supplier_id,recipient_id,category,numbers
      P1,H,A,ip,10
      P2,A,B,ip,4
      P3,H,B,ip,4
      P4,X,Y,ip,1
      P5,Y,Z,ip,1
      P6,V,W,ip,1
      P7,W,V,ip,1
      P8,Z,A,ip,1
      """,
    ]
    let picture = SupplyPicture(try Fixture.audit(on: "2026-10-01", tables))
    let plan = LayerPlan(picture)
    #expect(
      plan.columns == [
        .tier(0), .tier(1), .tier(2), .unknown(hops: 0), .unknown(hops: 1), .unknown(hops: 2),
      ])
    #expect(plan.layer == [0, 1, 2, 3, 4, 5, 3, 4])
  }

  @Test func widthsAreGenerous() {
    #expect(TextMeasure.width("番号", size: 10) == 20)
    #expect(TextMeasure.width("e\u{301}", size: 10) == TextMeasure.width("e", size: 10))
    #expect(TextMeasure.width("W", size: 10) > TextMeasure.width("i", size: 10) * 2)
    let cut = TextMeasure.cut(String(repeating: "長", count: 10_000), to: 100, size: 10)
    #expect(cut == String(repeating: "長", count: 9) + "…")
    #expect(TextMeasure.isReliable("青嵐ネット㈱ (OP01)…"))
    #expect(!TextMeasure.isReliable("\u{FDFD}"))
    #expect(!TextMeasure.isReliable("a\u{489}"))
  }
}
