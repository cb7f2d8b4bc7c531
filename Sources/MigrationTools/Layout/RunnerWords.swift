internal import SchemagateModel

extension ProgramSettings {
  /// What stands before a tool's own command; as one word where a quote isn't closed, so that it is refused by its name.
  var runnerWords: [String] { runner.map { CommandWords($0)?.words ?? [$0] } ?? [] }
}
