/// Folders whose migrations aren't the repository's own database: tests, examples, other people's code.
enum ForeignFolders {
  static func divide(_ paths: [String]) -> (own: [String], foreign: [String]) {
    var (own, foreign): ([String], [String]) = ([], [])
    var known: [String: Bool] = [:]
    for path in paths {
      let folder = path.folder
      let answer = known[folder] ?? isForeign(folder)
      known[folder] = answer
      if answer { foreign.append(path) } else { own.append(path) }
    }
    return (own, foreign)
  }

  /// One sentence for each such folder that looks like migrations.
  static func notes(_ paths: [String]) -> [String] {
    let folders = Set(paths.compactMap(migrationFolder)).sorted { $0.precedesInBytes($1) }
    return folders.map {
      "`\($0)` looks like migrations but stands among tests, examples or vendored code: passed over"
    }
  }

  /// The folder of a numbered SQL file, or above a numbered folder with an `up.sql`.
  private static func migrationFolder(_ path: String) -> String? {
    guard path.utf8.ends(with: ".sql") else { return nil }
    let holder = path.folder.lastPart
    if path.lastPart == "up.sql", holder.first?.isNumber ?? false { return path.folder.folder }
    return path.lastPart.first?.isNumber ?? false ? path.folder : nil
  }

  private static func isForeign(_ folder: String) -> Bool {
    folder.split(separator: "/").contains { names.contains($0.lowercased()) }
  }

  private static let names: Set<String> = [
    "test", "tests", "testing", "testdata", "test-data", "test_data", "__tests__", "spec", "specs", "e2e", "fixture",
    "fixtures", "__fixtures__", "example", "examples", "sample", "samples", "demo", "demos", "vendor", "vendored",
    "third_party", "third-party", "node_modules", "benches", "benchmarks",
  ]
}
