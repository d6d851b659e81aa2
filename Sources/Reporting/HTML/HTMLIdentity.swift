import Audit
import Bytes

/// Which data and which policy the report is about, so that a third person can make it again.
struct HTMLIdentity {
  let data: HTMLData

  func append(to page: inout TextBuffer) {
    let context = data.context
    page.append("<div class=\"card identity\"><h3>\(data.word(HTMLWords.identity))</h3>\n")
    appendFiles(to: &page)
    let isBuiltIn = context.policySource == "built-in"
    let policy =
      isBuiltIn ? data.word(Words.builtInPolicy) : "<bdi>\(markup(visible(context.policySource)))</bdi>"
    page.append("<dl>\n<dt>\(data.word(Words.policy))</dt><dd>\(policy)</dd>\n")
    if !context.policySHA256.isEmpty {
      page.append("<dt>\(data.word(Words.policy)) \(digestName)</dt>")
      page.append("<dd><code class=\"sha\">\(markup(context.policySHA256))</code></dd>\n")
    }
    page.append("<dt>\(data.word(HTMLWords.effective(digestName)))</dt><dd><code class=\"sha\">")
    page.append("\(data.audit.policy.effectiveSHA256)</code></dd>\n")
    page.append(
      "<dt>\(data.word(Words.tool))</dt><dd>banken \(markup(context.toolVersion))</dd>\n</dl>\n</div>\n")
  }

  private var digestName: String { data.context.redaction == nil ? "SHA-256" : "HMAC-SHA-256" }

  private func appendFiles(to page: inout TextBuffer) {
    let inputs = data.context.inputs
    if inputs.isEmpty { return }
    let digests = concurrentMap(inputs.count, threads: data.context.threads) { inputs[$0].sha256 }
    let hasRejected = data.context.isLenient || inputs.contains { $0.rejected > 0 }
    page.append("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
    page.append("\(data.word(HTMLWords.inputFiles))\"><table class=\"files\">")
    page.append("<caption>\(data.word(HTMLWords.inputFiles))</caption>")
    var columns = [HTMLWords.file, HTMLWords.table, HTMLWords.encoding, HTMLWords.rows].map { data.word($0) }
    if hasRejected { columns.append(data.word(HTMLWords.rejected)) }
    page.append("<thead><tr>")
    for (place, column) in columns.enumerated() {
      page.append("<th scope=\"col\"\(place > 2 ? " class=\"n\"" : "")>\(column)</th>")
    }
    page.append("<th scope=\"col\">\(digestName)</th></tr></thead>\n<tbody>\n")
    for (input, digest) in zip(inputs, digests) {
      page.append("<tr data-file=\"\(input.table.name)\" data-rows=\"\(input.rows)\">")
      page.append("<th scope=\"row\"><bdi>\(markup(visible(input.file)))</bdi></th>")
      page.append("<td>\(input.table.term[data.language])</td><td>\(markup(input.encoding))</td>")
      page.append("<td class=\"n\">\(grouped(input.rows))</td>")
      if hasRejected { page.append("<td class=\"n\">\(grouped(input.rejected))</td>") }
      page.append("<td><code class=\"sha\">\(digest)</code></td></tr>\n")
    }
    page.append("</tbody></table></div>\n")
  }
}
