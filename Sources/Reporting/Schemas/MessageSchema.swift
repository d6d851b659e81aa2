/// A line of standard error with `--format json`.
enum MessageSchema {
  static let document = Schema.object(
    [
      .must("level", SchemaWords.levels, "重さ。", "How grave it is."),
      .may("file", .someText, "ファイル（場所のあるとき）。", "The file it is about, where it is about a place."),
      .may("line", .count, "行番号（1から、0はファイル全体）。", "The line, from 1; 0 for the file as a whole."),
      .may(
        "column", .count, "データでは欄、方針では文字の番号（1から、0は行全体）。",
        "The field of data or the character of a policy, from 1; 0 for the line as a whole."),
      .may("column_name", .someText, "列の名前。", "The name of the column."),
      .may("found", .anyText, "書かれていたもの。", "What stands there."),
      .may("expected", .someText, "書かれているべきもの。", "What should stand there."),
      .may("hint", .someText, "直し方の手がかり。", "What may have happened, or what to do."),
      .must("message", .someText, "報告の言語による一文。", "The message in the language of the report."),
    ])
}
