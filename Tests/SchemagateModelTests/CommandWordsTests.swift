import SchemagateModel
import Testing

@Suite("a command of the configuration")
struct CommandWordsTests {
  @Test("is taken apart as a shell would, with nothing run and nothing expanded")
  func words() {
    #expect(
      CommandWords("bin/rails  db:migrate:up\tVERSION={id}")?.words == ["bin/rails", "db:migrate:up", "VERSION={id}"])
    #expect(
      CommandWords(#"a "b c" 'd "e"' f\ g "" "\"h\" \n""#)?.words == ["a", "b c", #"d "e""#, "f g", "", #""h" \n"#])
    #expect(CommandWords("echo $HOME `id` *;x|y>z")?.words == ["echo", "$HOME", "`id`", "*;x|y>z"])
    #expect(CommandWords("echo 'open") == nil && CommandWords("  ")?.words == [])
  }
}
