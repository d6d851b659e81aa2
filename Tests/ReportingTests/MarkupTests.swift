import Testing

@testable import Reporting

@Suite("Text as markup")
struct MarkupTests {
  @Test("what means something to markup becomes a reference")
  func references() {
    #expect(
      markup("<script>alert(\"x\" & 'y')</script>")
        == "&lt;script&gt;alert(&quot;x&quot; &amp; &#39;y&#39;)&lt;/script&gt;")
    #expect(markup("") == "")
    #expect(markup("番犬株式会社") == "番犬株式会社")
  }

  @Test("controls and marks that reorder text are written out")
  func controls() {
    #expect(markup("a\u{1B}[31m\u{202E}b\u{0}\u{FFFF}") == "a\\u{1B}[31m\\u{202E}b\\u{0}\\u{FFFF}")
  }
}
