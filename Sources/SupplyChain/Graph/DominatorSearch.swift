import Bytes

extension ProvisionGraph {
  /// Finds the immediate dominator of every operator, seen from the sources together.
  ///
  /// - Complexity: O((operators + edges) log operators) time at most, near-linear in practice (Lengauer and Tarjan 1979,
  ///   simple linking); about 50 bytes an operator and 4 an edge while it runs, 8 bytes an operator are kept.
  public func dominators() -> Dominators {
    let tree = SearchTree(self)
    let count = tree.operators.count
    let found = tree.immediateDominators()
    var immediate = [OperatorIndex](large: operatorCount) { $0.initialize(repeating: noIndex) }
    var dominated = [UInt32](large: operatorCount) { $0.initialize(repeating: 0) }
    // A dominator stands before what it dominates: from the back, sums are complete when they are passed on.
    var below = [UInt32](repeating: 0, count: count)
    for place in stride(from: count - 1, to: 0, by: -1) {
      let x = Int(tree.operators[place])
      let above = Int(found[place])
      immediate[x] = above == 0 ? Dominators.sourcesOnly : tree.operators[above]
      dominated[x] = below[place]
      below[above] += below[place] + 1
    }
    return Dominators(immediate: immediate, dominated: dominated)
  }
}

/// A depth-first search from a root above all sources; operators are named by their place in the order of discovery.
///
/// Invariants: place 0 is the root; `parents` and `firstInflows` are as long as `operators`, `inflowOffsets` one longer;
/// a parent stands before its children.
private struct SearchTree {
  /// The operator at each place; `noIndex` at the root.
  let operators: [OperatorIndex]
  /// The place from which each place was found.
  private let parents: [UInt32]
  /// The least place that provides to each place.
  private let firstInflows: [UInt32]
  /// Where the inflows of each place begin that come from later places, which are no ancestors of it or lie below it.
  private let inflowOffsets: [UInt32]
  private let inflows: [UInt32]

  /// - Complexity: O(operators + edges).
  init(_ graph: ProvisionGraph) {
    let count = graph.operatorCount
    var operators: [OperatorIndex] = [noIndex]
    operators.reserveLarge(count + 1)
    var parents: [UInt32] = [0]
    parents.reserveLarge(count + 1)
    let placeOf = [UInt32](large: count) { placeOf in
      placeOf.initialize(repeating: noIndex)
      Self.discover(graph, placeOf, &operators, &parents)
    }
    self.operators = operators
    self.parents = parents
    (firstInflows, inflowOffsets, inflows) = Self.fileInflows(graph, placeOf, operators)
  }

  private static func discover(
    _ graph: ProvisionGraph, _ placeOf: UnsafeMutableBufferPointer<UInt32>,
    _ operators: inout [OperatorIndex],
    _ parents: inout [UInt32]
  ) {
    graph.offsets.withUnsafeBufferPointer { offsets in
      graph.recipients.withUnsafeBufferPointer { recipients in
        Scratch.with(columns: 2, rows: graph.operatorCount) { scratch in
          let (path, next) = (scratch[0], scratch[1])
          for source in graph.sources where placeOf[Int(source)] == noIndex {
            var depth = 0
            var found = source
            var parent: UInt32 = 0
            while true {
              placeOf[Int(found)] = UInt32(operators.count)
              operators.append(found)
              parents.append(parent)
              path[depth] = found
              next[depth] = offsets[Int(found)]
              depth += 1
              found = noIndex
              while depth > 0, found == noIndex {
                let x = Int(path[depth - 1])
                let end = offsets[x + 1]
                var position = next[depth - 1]
                while position < end {
                  let recipient = recipients[Int(position)]
                  position += 1
                  if placeOf[Int(recipient)] == noIndex {
                    found = recipient
                    parent = placeOf[x]
                    break
                  }
                }
                next[depth - 1] = position
                if found == noIndex { depth -= 1 }
              }
              if found == noIndex { break }
            }
          }
        }
      }
    }
  }

  private static func fileInflows(
    _ graph: ProvisionGraph, _ placeOf: [UInt32], _ operators: [OperatorIndex]
  ) -> (first: [UInt32], offsets: [UInt32], inflows: [UInt32]) {
    let count = operators.count
    var first = [UInt32](large: count) { $0.initialize(repeating: noIndex) }
    first[0] = 0
    for source in graph.sources { first[Int(placeOf[Int(source)])] = 0 }
    var offsets = [UInt32](large: count + 1) { $0.initialize(repeating: 0) }
    graph.offsets.withUnsafeBufferPointer { edges in
      graph.recipients.withUnsafeBufferPointer { recipients in
        for place in 1..<max(count, 1) {
          let x = Int(operators[place])
          for position in Int(edges[x])..<Int(edges[x + 1]) {
            let to = Int(placeOf[Int(recipients[position])])
            if first[to] == noIndex { first[to] = UInt32(place) }
            if to < place && first[to] != 0 { offsets[to + 1] += 1 }
          }
        }
      }
    }
    for place in 0..<count { offsets[place + 1] += offsets[place] }
    var next = offsets
    let inflows = [UInt32](large: Int(offsets[count])) { inflows in
      graph.offsets.withUnsafeBufferPointer { edges in
        graph.recipients.withUnsafeBufferPointer { recipients in
          for place in 1..<max(count, 1) {
            let x = Int(operators[place])
            for position in Int(edges[x])..<Int(edges[x + 1]) {
              let to = Int(placeOf[Int(recipients[position])])
              if to >= place || first[to] == 0 { continue }
              inflows[Int(next[to])] = UInt32(place)
              next[to] += 1
            }
          }
        }
      }
    }
    return (first, offsets, inflows)
  }

  /// The place of the immediate dominator of each place; 0 at the root.
  ///
  /// - Complexity: O((places + inflows) log places).
  func immediateDominators() -> [UInt32] {
    let count = operators.count
    return [UInt32](large: count) { dominators in
      dominators.initialize(repeating: 0)
      Scratch.with(columns: 6, rows: count) { scratch in
        let forest = LinkedForest(
          semidominators: scratch[0], ancestors: scratch[1], labels: scratch[2], path: scratch[3])
        // Places waiting for the dominator below their semidominator, as lists; 0 ends one.
        let (waiting, nextWaiting) = (scratch[4], scratch[5])
        for place in 0..<count {
          forest.semidominators[place] = UInt32(place)
          forest.ancestors[place] = noIndex
          forest.labels[place] = UInt32(place)
        }
        for place in stride(from: count - 1, to: 0, by: -1) {
          let parent = Int(parents[place])
          var semidominator = min(firstInflows[place], parents[place])
          if semidominator != 0 {
            for position in Int(inflowOffsets[place])..<Int(inflowOffsets[place + 1]) {
              let best = forest.best(above: Int(inflows[position]))
              semidominator = min(semidominator, forest.semidominators[best])
            }
          }
          forest.semidominators[place] = semidominator
          forest.ancestors[place] = UInt32(parent)
          if semidominator == UInt32(parent) || semidominator == 0 {
            dominators[place] = semidominator
          } else {
            nextWaiting[place] = waiting[Int(semidominator)]
            waiting[Int(semidominator)] = UInt32(place)
          }
          var found = Int(waiting[parent])
          waiting[parent] = 0
          while found != 0 {
            let best = forest.best(above: found)
            dominators[found] = forest.semidominators[best] < UInt32(parent) ? UInt32(best) : UInt32(parent)
            found = Int(nextWaiting[found])
          }
        }
        for place in 1..<max(count, 1) {
          let dominator = dominators[place]
          if dominator != forest.semidominators[place] { dominators[place] = dominators[Int(dominator)] }
        }
      }
    }
  }
}

/// The part of the tree that is linked so far, with paths that get shorter each time they are followed.
private struct LinkedForest {
  /// The least place from which each place is reached through later ones only.
  let semidominators: UnsafeMutableBufferPointer<UInt32>
  /// A place further up; `noIndex` for one that is not linked yet.
  let ancestors: UnsafeMutableBufferPointer<UInt32>
  /// Of the places from here to below the ancestor, the one with the least semidominator.
  let labels: UnsafeMutableBufferPointer<UInt32>
  let path: UnsafeMutableBufferPointer<UInt32>

  /// Of the linked places from one up, the one with the least semidominator.
  ///
  /// - Complexity: O(log places) amortised.
  @inline(__always)
  func best(above place: Int) -> Int {
    let ancestor = ancestors[place]
    if ancestor == noIndex { return place }
    if ancestors[Int(ancestor)] == noIndex { return Int(labels[place]) }
    return compress(place)
  }

  @inline(never)
  private func compress(_ place: Int) -> Int {
    var (depth, top) = (0, place)
    while ancestors[Int(ancestors[top])] != noIndex {
      path[depth] = UInt32(top)
      depth += 1
      top = Int(ancestors[top])
    }
    let root = ancestors[top]
    var label = labels[top]
    while depth > 0 {
      depth -= 1
      let below = Int(path[depth])
      if semidominators[Int(label)] < semidominators[Int(labels[below])] { labels[below] = label }
      label = labels[below]
      ancestors[below] = root
    }
    return Int(labels[place])
  }
}
