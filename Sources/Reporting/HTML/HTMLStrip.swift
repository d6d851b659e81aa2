import Numbering

/// Days of a period drawn from left to right.
struct HTMLStrip {
  /// What is said of a run of days, each with its own pattern.
  enum State: Int, CaseIterable {
    case inOrder, ending, wasBroken, isBroken

    /// The class of its part of the picture; nil for the ground.
    var style: String? {
      switch self {
      case .inOrder: nil
      case .ending: "s1"
      case .wasBroken: "s2"
      case .isBroken: "s3"
      }
    }

    var word: Phrase {
      switch self {
      case .inOrder: HTMLWords.stateInOrder
      case .ending: HTMLWords.stateEnding
      case .wasBroken: HTMLWords.stateWasBroken
      case .isBroken: HTMLWords.stateIsBroken
      }
    }
  }

  let whole: DayInterval
  /// Whether the beginnings of months are marked, as `appendTicks` defines them.
  var hasTicks = false

  /// Appends a strip on which some days are broken.
  ///
  /// - Parameters:
  ///   - broken: ascending and apart.
  ///   - label: what the picture says; nil where the words beside it say the same.
  func append(broken: [DayInterval], label: String?, to page: inout TextBuffer) {
    let runs = broken.map { (days: $0, state: $0.end >= whole.end ? State.isBroken : .wasBroken) }
    append(runs, label: label, to: &page)
  }

  /// Appends a strip with runs of days in the states that are not the ground.
  func append(_ runs: [(days: DayInterval, state: State)], label: String?, to page: inout TextBuffer) {
    page.append("<svg class=\"strip\" ")
    page.append(label.map { "role=\"img\" aria-label=\"\(markup($0))\">" } ?? "aria-hidden=\"true\">")
    for (days, state) in Self.drawn(runs, in: whole) {
      guard let style = state.style else { continue }
      let days = days.intersection(whole)
      if days.isEmpty { continue }
      let (start, length) = (Int(days.start - whole.start), Int(days.end - days.start))
      page.append(
        "<rect class=\"\(style)\" x=\"\(percent(start))\" width=\"\(percent(length))\"/>")
    }
    if hasTicks { page.append("<use href=\"#ticks\"/>") }
    page.append("</svg>")
  }

  /// Appends the marks of the beginnings of months; of long periods, of years.
  func appendTicks(to page: inout TextBuffer) {
    page.append("<svg class=\"sprite\" width=\"0\" height=\"0\" aria-hidden=\"true\"><defs><g id=\"ticks\">")
    let isLong = whole.end - whole.start > 1_100
    for ordinal in (whole.start + 1)..<max(whole.end, whole.start + 1) {
      guard let day = Day(ordinal: ordinal), day.components.day == 1, !isLong || day.components.month == 1
      else {
        continue
      }
      let place = percent(Int(ordinal - whole.start))
      page.append("<rect class=\"tick\" x=\"\(place)\" width=\"1\"/>")
    }
    page.append("</g></defs></svg>\n")
  }

  /// How many parts a strip may have: more cannot be told apart.
  private static let partsAtMost = 200

  /// The runs, those of one state that almost touch put together when there are too many to be seen.
  private static func drawn(
    _ runs: [(days: DayInterval, state: State)], in whole: DayInterval
  ) -> [(days: DayInterval, state: State)] {
    if runs.count <= partsAtMost { return runs }
    let gap = Int(whole.end - whole.start) / partsAtMost
    var drawn: [(days: DayInterval, state: State)] = []
    for run in runs {
      if let last = drawn.last, last.state == run.state, Int(run.days.start) - Int(last.days.end) <= gap {
        drawn[drawn.count - 1].days.end = run.days.end
      } else {
        drawn.append(run)
      }
    }
    return drawn
  }

  /// A number of days as a share of the whole, with two decimals.
  private func percent(_ days: Int) -> String {
    let parts = days * 10_000 / max(1, Int(whole.end - whole.start))
    let decimals = parts % 100
    return decimals == 0 ? "\(parts / 100)%" : "\(parts / 100).\(decimals < 10 ? "0" : "")\(decimals)%"
  }
}
