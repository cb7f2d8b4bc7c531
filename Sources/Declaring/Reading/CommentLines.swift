import SQLSyntax
import SchemagateModel

/// A comment that speaks to schemagate.
struct CommentLine: Hashable {
  let location: SourceLocation
  /// Without the comment's marks.
  let text: String
  /// What follows `schemagate:`; `nil` where the colon is missing.
  let declaration: String?
  let isInDown: Bool
}

/// Finds the comments of a migration that speak to schemagate. They are looked for in the whole file, because a tool that
/// splits its files sends the statements without the comments between them.
enum CommentLines {
  static func of(_ migration: Migration, files: FileTree, splitter: SQLSplitter) -> [CommentLine] {
    let up = migration.up.map { comments(of: $0, files: files, splitter: splitter) } ?? []
    let sharesFile = migration.up?.path == migration.down?.path
    let down = sharesFile ? [] : migration.down.map { comments(of: $0, files: files, splitter: splitter) } ?? []
    let downBegins = sharesFile ? up.firstIndex { isDownMark($0.text) } ?? up.endIndex : up.endIndex
    return spoken(Array(up[..<downBegins]), isInDown: false) + spoken(Array(up[downBegins...]) + down, isInDown: true)
  }

  private static func comments(of script: MigrationScript, files: FileTree, splitter: SQLSplitter) -> [SourceText] {
    guard let file = files.files[script.path] else { return [] }
    let source = SourceText(path: script.path, text: file.text)
    switch script.body {
    case .sql: return splitter.lineComments(of: source)
    case .program, .command: return programComments(of: source)
    }
  }

  /// A language that we don't read: lines that begin with `//`, `#` or `--`.
  private static func programComments(of source: SourceText) -> [SourceText] {
    source.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { index, line in
      let text = line.trimmed
      guard ["//", "#", "--"].contains(where: text.hasPrefix) else { return nil }
      return SourceText(path: source.path, line: index + 1, text: text)
    }
  }

  private static func spoken(_ comments: [SourceText], isInDown: Bool) -> [CommentLine] {
    comments.compactMap { comment in
      let text = withoutMarks(comment.text)
      guard let path = comment.path, text.lowercased().hasPrefix("schemagate") else { return nil }
      let rest = text.dropFirst("schemagate".count).trimmed
      let isLoose = ["expect", "allow"].contains { rest.lowercased().hasPrefix($0 + " ") }
      guard rest.hasPrefix(":") || isLoose else { return nil }
      return CommentLine(
        location: SourceLocation(path: path, line: comment.line, column: comment.column), text: text,
        declaration: rest.hasPrefix(":") ? String(rest.dropFirst()) : nil, isInDown: isInDown)
    }
  }

  private static func withoutMarks(_ comment: String) -> String {
    comment.drop { "-#/".contains($0) || $0.isWhitespace }.trimmed
  }

  /// The line with which tools that keep both parts in one file begin the second.
  private static func isDownMark(_ comment: String) -> Bool {
    let words = comment.lowercased().drop { $0 == "-" || $0.isWhitespace }.split(separator: " ")
    return words.first == "migrate:down" || words.prefix(2) == ["+goose", "down"]
      || words.prefix(2) == ["+migrate", "down"]
  }
}
