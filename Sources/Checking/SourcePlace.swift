import SchemagateModel

extension MigrationScript {
  /// The script's SQL; empty for a program.
  var pieces: [SourceText] {
    switch body {
    case .sql(let pieces): pieces
    case .program, .command: []
    }
  }

  /// Where the script's own text begins, past blank lines.
  var start: SourceLocation {
    let piece = pieces.first
    let blank = piece?.text.split(separator: "\n", omittingEmptySubsequences: false).prefix(while: \.isBlank).count ?? 0
    return SourceLocation(path: path, line: piece.map { $0.line + blank })
  }

  /// The line that names what a change is about, or else the first statement's.
  func place(of change: SchemaChange) -> SourceLocation {
    let lines = statementLines
    let name = change.identity.name.last.map { String($0.prefix { $0 != "(" }).lowercased() } ?? ""
    let naming = lines.filter { $0.words.contains(name[...]) }
    let doing = naming.filter { line in change.verb.words.contains { line.words.contains($0) } }
    let kind = change.identity.kind.rawValue.split(separator: " ").last ?? ""
    let exact = doing.first { $0.words.contains(kind) } ?? naming.first { $0.words.contains(kind) }
    return SourceLocation(path: path, line: (exact ?? doing.first ?? naming.first ?? lines.first)?.number)
  }

  private var statementLines: [(number: Int, words: Set<Substring>)] {
    pieces.flatMap { piece in
      piece.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { index, line in
        guard !line.isBlank, !line.drop(while: \.isWhitespace).hasPrefix("--") else { return nil }
        let words = line.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == "$") }
        return (piece.line + index, Set(words))
      }
    }
  }
}

extension SchemaChange.Verb {
  /// SQL's words for it, any of which stands in a statement that does it.
  fileprivate var words: Set<Substring> {
    switch self {
    case .add: ["add", "create"]
    case .drop: ["drop"]
    case .alter: ["alter", "replace", "grant", "revoke"]
    case .rename: ["rename"]
    }
  }
}

extension Substring {
  fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}

extension Migration {
  /// What it runs, in both directions.
  var pieces: [SourceText] { (up?.pieces ?? []) + (down?.pieces ?? []) }
}

extension Evidence {
  /// The line of the up part that makes `change`.
  func place(of change: SchemaChange, in id: MigrationID) -> SourceLocation? {
    head[id]?.up?.place(of: change) ?? location(of: id)
  }

  /// Where a migration's down part begins.
  func downPlace(of id: MigrationID) -> SourceLocation? { head[id]?.down?.start ?? location(of: id) }

  /// What a migration runs at head, in both directions.
  func pieces(of id: MigrationID) -> [SourceText] { head[id]?.pieces ?? [] }
}
