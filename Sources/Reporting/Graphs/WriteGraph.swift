import Bytes
import Decisions

/// Writes one file of a supply graph.
///
/// Of drawings the caller makes sure that they can be read: `SupplyPicture.isDrawable`.
///
/// - Complexity: O(*n*) in nodes, edges and marks; the layout of a drawing is near-linear in nodes, edges and the layers
///   that edges cross.
package func writeGraph(
  _ picture: SupplyPicture, context: ReportContext, file: GraphFile, to output: any Output
) throws(OutputError) {
  switch file {
  case .svg: try SVGGraph(picture, context).write(to: output)
  case .dot: try DotGraph(picture, context).write(to: output)
  case .mermaid: try MermaidGraph(picture, context).write(to: output)
  case .graphml: try GraphMLGraph(picture, context).write(to: output)
  case .nodes: try Neo4jGraph(picture: picture).writeNodes(to: output)
  case .relationships: try Neo4jGraph(picture: picture).writeRelationships(to: output)
  }
}

extension SupplyPicture {
  /// One file of the graph, as UTF-8 bytes; nil for a drawing that would hold too much to be read.
  ///
  /// - Complexity: O(*n*) in nodes, edges and marks, in memory too.
  public func graph(_ file: GraphFile, context: ReportContext) -> [UInt8]? {
    if file == .svg || file == .mermaid, !isDrawable { return nil }
    let memory = MemoryOutput()
    // Memory takes everything.
    try? writeGraph(self, context: context, file: file, to: memory)
    return memory.bytes
  }
}
