/// Steps by what they are worth, the least first; of equals the last in file order.
///
/// A binary heap that knows where each step stands, so that a step that becomes worth less moves up and none is there
/// twice. Invariant: `places[heap[i].step]` is *i*; `absent` for steps that are not there.
struct StepQueue {
  private struct Entry {
    var worth: Double
    let step: UInt32

    func precedes(_ other: Entry) -> Bool {
      worth != other.worth ? worth < other.worth : step > other.step
    }
  }

  private static let absent = UInt32.max

  private var heap: [Entry] = []
  private var places: [UInt32]

  /// Takes in the steps that are wanted, of as many as `worths` has.
  ///
  /// - Complexity: O(*n*).
  init(_ worths: [Double], where isWanted: [Bool]) {
    places = [UInt32](repeating: Self.absent, count: worths.count)
    for step in worths.indices where isWanted[step] {
      places[step] = UInt32(heap.count)
      heap.append(Entry(worth: worths[step], step: UInt32(step)))
    }
    for place in (0..<heap.count / 2).reversed() { sink(heap[place], from: place) }
  }

  /// Takes out the step that is worth least; nil when none is left.
  ///
  /// - Complexity: O(log *n*).
  mutating func pop() -> UInt32? {
    guard let first = heap.first, let last = heap.popLast() else { return nil }
    places[Int(first.step)] = Self.absent
    if !heap.isEmpty { sink(last, from: 0) }
    return first.step
  }

  /// Puts a step in, or moves it up: what it is worth may only have become less while it was there.
  ///
  /// - Complexity: O(log *n*).
  mutating func put(_ step: UInt32, worth: Double) {
    let entry = Entry(worth: worth, step: step)
    var place = Int(places[Int(step)])
    if place == Int(Self.absent) {
      place = heap.count
      heap.append(entry)
    }
    while place > 0, entry.precedes(heap[(place - 1) / 2]) {
      set(place, heap[(place - 1) / 2])
      place = (place - 1) / 2
    }
    set(place, entry)
  }

  private mutating func sink(_ entry: Entry, from start: Int) {
    var place = start
    while true {
      var least = 2 * place + 1
      if least >= heap.count { break }
      if least + 1 < heap.count, heap[least + 1].precedes(heap[least]) { least += 1 }
      if !heap[least].precedes(entry) { break }
      set(place, heap[least])
      place = least
    }
    set(place, entry)
  }

  private mutating func set(_ place: Int, _ entry: Entry) {
    heap[place] = entry
    places[Int(entry.step)] = UInt32(place)
  }
}
