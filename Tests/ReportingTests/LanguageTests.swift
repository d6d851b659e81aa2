import Banken
import Testing

@Suite struct LanguageTests {
  @Test(arguments: [
    ([:], Language.en), (["LANG": "ja_JP.UTF-8"], .ja), (["LANG": "ja"], .ja), (["LANG": "C"], .en),
    (["LC_ALL": "", "LANG": "ja_JP.eucJP"], .ja), (["LC_ALL": "en_US.UTF-8", "LANG": "ja_JP.UTF-8"], .en),
    (["LC_MESSAGES": "ja_JP", "LANG": "de_DE"], .ja), (["LANG": "java"], .en), (["LANG": "JA-jp"], .ja),
  ])
  func theFirstVariableThatIsSetDecides(environment: [String: String], language: Language) {
    #expect(Language(environment: environment) == language)
  }
}
