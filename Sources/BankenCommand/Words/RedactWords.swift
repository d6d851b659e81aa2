import Banken

/// Every word about `--redact` on the command line and about its key.
enum RedactWords {
  /// That a key is needed, and how one is made.
  static let needsKey = Phrase(
    ja: "「--redact」には「--redact-key」の鍵ファイルが必要です。鍵は一度だけ作って保管します: head -c 32 /dev/urandom > banken.key",
    en: "'--redact' needs a key file, '--redact-key FILE'; make one once and keep it: "
      + "head -c 32 /dev/urandom > banken.key")

  /// That the output would take the place of the key.
  static func outputIsKey(_ path: String) -> Phrase {
    Phrase(
      ja: "「--output」が鍵ファイル「\(path)」を指しています。鍵が失われるため書き込みません",
      en: "'--output' names the key file '\(path)', which would be lost")
  }

  /// That a file is too short or too long for a key.
  static func badKey(bytes: Int, shortest: Int, longest: Int) -> Phrase {
    if bytes > longest {
      return Phrase(
        ja: "鍵ファイルが大きすぎます(\(longest)バイトまで)", en: "the file is too large for a key (at most \(longest) bytes)")
    }
    return Phrase(
      ja: "鍵が短すぎます(\(bytes)バイト)。\(shortest)バイト以上が必要です(作り方: head -c 32 /dev/urandom > banken.key)",
      en: "the key has \(bytes) \(bytes == 1 ? "byte" : "bytes"), at least \(shortest) are needed "
        + "(to make one: head -c 32 /dev/urandom > banken.key)")
  }

  /// That ids tell names, which `--redact names` leaves as they are.
  static func namesAsIDs(_ count: Int) -> Phrase {
    Phrase(
      ja: "IDが名称そのものである事業者が\(count)者あり、IDはそのまま示されます(--redact all はIDも置き換えます)",
      en:
        "\(count) \(count == 1 ? "operator has its" : "operators have their") name for an id, and ids stay as they "
        + "are (--redact all replaces them too)")
  }
}
