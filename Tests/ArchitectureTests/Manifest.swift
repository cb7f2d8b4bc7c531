import Foundation

/// What `Package.swift` says of this package's own targets.
struct Manifest {
  /// The package's own modules that each target depends on, read from its stanza's text.
  let dependencies: [String: Set<String>]

  init() {
    let text = (try? String(contentsOf: SourceFile.root.appendingPathComponent("Package.swift"), encoding: .utf8)) ?? ""
    let sources = text.components(separatedBy: "    // Tests\n")[0].components(separatedBy: "  targets: [\n").last ?? ""
    let stanzas = sources.split(separator: #/(?m)^    (?=module\(|\.target\(|\.executableTarget\()/#).map(Self.names)
    dependencies = Dictionary(
      stanzas.compactMap { names in names.first.map { ($0, Set(names.dropFirst())) } },
      uniquingKeysWith: { $0.union($1) })
  }

  /// The target's own name first, then those of its dependencies.
  private static func names(in stanza: Substring) -> [String] {
    stanza.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      .filter { index, word in index % 2 == 1 && Diagram.mayImport[String(word)] != nil }.map { String($0.element) }
  }
}
