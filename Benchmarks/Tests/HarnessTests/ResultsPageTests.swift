import Harness
import Testing

struct ResultsPageTests {
  private func page(peersSkipped: String? = nil, notes: String = "") -> ResultsPage {
    ResultsPage(
      command: "benchmark --size S", date: "2026-11-21", machine: "2 cores", runs: 5,
      versions: [("Banken", "1.0"), ("Swift", "6.3")], peersSkipped: peersSkipped, notes: Notes(notes))
  }

  private func comparison(_ peer: String, theirs: Double, counted: Int = 1) -> Comparison {
    Comparison(
      "load", on: "counts", against: peer, ours: Sample([2]), theirs: Sample([theirs]), counts: ["rows": 1],
      theirCounts: ["rows": counted])
  }

  @Test func wholePage() {
    var page = page(notes: "# Notes\nOne core was busy.\n\n## load · Polars\nIt checks\nnothing.\n")
    var size = SizeResults(name: "S", description: "10 operators.")
    size.judgements = [Judgement(.t14, on: "–", value: 8.04)]
    size.comparisons = [comparison("Polars", theirs: 1), comparison("DuckDB", theirs: 8)]
    var table = MarkdownTable(["a", "b"], numeric: [1])
    table.add(["x|y"])
    size.sections = [ResultsSection("Reading", paragraphs: ["Words."], tables: [table])]
    page.sizes = [size]
    #expect(
      page.text == """
        # Results

        Written by the command below; what is said by hand stands in `notes.md`.

        ```
        benchmark --size S
        ```

        2026-11-21 · 2 cores · Banken 1.0 · Swift 6.3

        Seconds are the median (least–most) of 5 runs taken in turn with what they are compared with, after one that \
        does not count. Every ratio is of two medians of the same turns.

        One core was busy.

        ## Size S

        10 operators.

        ### Targets

        |  | what | ledger | measured | target |  |
        |---|---|---|--:|--:|---|
        | T14 | `banken version`, start to exit, milliseconds | – | 8.04 | ≤ 10.0 | met |

        ### Against peers

        | what | ledger | peer | Banken, s | peer, s | peer ÷ Banken | both found |
        |---|---|---|--:|--:|--:|---|
        | load | counts | Polars | 2.00 (2.00–2.00) | 1.00 (1.00–1.00) | 0.500× | rows 1 |
        | load | counts | DuckDB | 2.00 (2.00–2.00) | 8.00 (8.00–8.00) | 4.00× | rows 1 |

        Ahead of us:

        - **Polars** is ahead in *load* (counts), 2.00×. It checks nothing.

        ### Reading

        Words.

        | a | b |
        |---|--:|
        | x\\|y |  |

        """)
    #expect(!page.hasDifferences)
  }

  @Test func skippedPeersAreToldLoudlyAndLeaveNoRatio() {
    var page = page(peersSkipped: "they are not installed")
    page.sizes = [SizeResults(name: "S", description: "")]
    #expect(page.text.contains("**The peers were skipped: they are not installed.**"))
    #expect(!page.text.contains("×"))
  }

  @Test func aDifferenceIsOneOfThePage() {
    var page = page()
    var size = SizeResults(name: "S", description: "")
    size.comparisons = [comparison("DuckDB", theirs: 1, counted: 2)]
    page.sizes = [size]
    #expect(page.hasDifferences)
    #expect(page.text.contains("| 1.00 (1.00–1.00) | – | **differs**: rows: 1 against 2 |"))
    #expect(page.text.contains("No peer is ahead in any of these."))
  }

  @Test func notes() {
    let notes = Notes("\nFirst.\n\n## Load · DuckDB\n\nA\n\n## load\nB\n## empty\n")
    #expect(notes.general == "First.")
    #expect(notes.reason(of: "load", peer: "DuckDB") == "A")
    #expect(notes.reason(of: "load", peer: "Polars") == "B")
    #expect(notes.reason(of: "empty", peer: "Polars") == nil)
    #expect(notes.reason(of: "other", peer: "Polars") == nil)
  }
}
