/// How much is done anew for each candidate before something is kept for those to come; answers do not depend on it.
struct ScreeningEffort: Sendable {
  /// What takes more rows than this is remembered.
  var fewRows = 16
  /// How many provisions a search for a way between two operators may look at.
  var steps = 1_000
  /// How many provisions all such searches together may look at before an index is made: about what making it takes.
  var allSteps = 4_000_000
}
