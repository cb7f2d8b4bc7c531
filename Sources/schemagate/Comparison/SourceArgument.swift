import CheckPipeline
import Foundation
import SchemagateModel

/// One side of `schemagate diff` as it was written on the command line.
enum SourceArgument: Hashable {
  case database(EngineKind, url: String)
  case script(path: String)
  case folder(path: String)
  case revision(String, target: String?)

  private static let schemes: [String: EngineKind] = [
    "postgresql": .postgresql, "postgres": .postgresql, "mysql": .mysql, "mariadb": .mariadb, "sqlite": .sqlite,
    "sqlite3": .sqlite,
  ]

  /// What stands on the disk comes before a revision of the same name.
  init(_ text: String) throws {
    if let scheme = Self.scheme(of: text) {
      guard let engine = Self.schemes[scheme] else { throw SourceError.unknownScheme(scheme) }
      self = .database(engine, url: text)
      return
    }
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: text, isDirectory: &isFolder) {
      self = isFolder.boolValue ? .folder(path: text) : Self.file(text)
      return
    }
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard !parts[0].isEmpty else { throw SourceError.notFound(text) }
    self = .revision(parts[0], target: parts.count == 2 ? parts[1] : nil)
  }

  /// `sqlite:FILE` is the one form without slashes.
  private static func scheme(of text: String) -> String? {
    if text.hasPrefix("sqlite:") { return "sqlite" }
    guard let range = text.firstRange(of: "://") else { return nil }
    return text[..<range.lowerBound].lowercased()
  }

  /// A SQLite database begins with 16 bytes of its own: <https://www.sqlite.org/fileformat.html#magic_header_string>
  private static func file(_ path: String) -> SourceArgument {
    let magic = Data("SQLite format 3\u{0}".utf8)
    let head = try? FileHandle(forReadingFrom: URL(fileURLWithPath: path)).read(upToCount: magic.count)
    return head == magic ? .database(.sqlite, url: "sqlite:\(path)") : .script(path: path)
  }
}

/// What was named on the command line of `schemagate diff` can't be used.
enum SourceError: ReportedError, Hashable {
  case unknownScheme(String)
  case notFound(String)
  case unreadable(path: String, detail: String)
  case engineUnknown(String)
  case enginesDiffer(from: String, EngineKind, to: String, EngineKind)
  case noMigrations(String)
  case severalTargets(String, names: [String], isFolder: Bool)
  case unknownTarget(String, source: String, known: [String])
  case format(String)
  /// A folder of a target whose tool is a program, which needs the files around it.
  case needsRevision(folder: String, tool: String)
}

extension SourceError {
  var exitStatus: Int32 {
    switch self {
    case .unreadable: 3
    case .unknownScheme, .notFound, .engineUnknown, .enginesDiffer, .noMigrations, .severalTargets, .unknownTarget,
      .format, .needsRevision:
      2
    }
  }

  var report: ErrorReport {
    switch self {
    case .unknownScheme(let scheme):
      ErrorReport(
        what: "no database is known whose URL begins with \(scheme)://",
        try: "write postgresql://…, mysql://… or sqlite:FILE")
    case .notFound(let text):
      ErrorReport(
        what: "there is no file, folder or revision of this name", at: text,
        try: "check the path, or name the repository: --repo DIR")
    case .unreadable(let path, let detail):
      ErrorReport(what: "this can't be read: \(detail)", at: path, try: "check the path and its permissions")
    case .engineUnknown(let name):
      ErrorReport(
        what: "its SQL doesn't tell which engine it is for", at: name, try: "--engine postgresql, mysql or sqlite")
    case .enginesDiffer(let from, let first, let to, let second):
      ErrorReport(
        what: "a schema of \(first.rawValue) can't be compared with one of \(second.rawValue)", at: "\(from), \(to)",
        try: "name two of one engine; where it was told wrongly: --engine \(first.rawValue)")
    case .needsRevision(let folder, let tool):
      ErrorReport(
        what: "the migrations are run by a program (tool `\(tool)`), which needs a whole revision's files", at: folder,
        try: "name a revision instead of a folder, for example: schemagate diff main HEAD")
    case .noMigrations(let name):
      ErrorReport(
        what: "no migrations were found", at: name, try: "name the folder that holds the numbered SQL files")
    case .severalTargets(let name, let names, let isFolder):
      ErrorReport(
        what: "there is more than one target: \(names.joined(separator: ", "))", at: name,
        try: isFolder ? "name the folder of one of them" : "name one: \(name):\(names.first ?? "TARGET")")
    case .unknownTarget(let target, let source, let known):
      ErrorReport(
        what: "there is no target called \(target)", at: source, try: "use one of \(known.joined(separator: ", "))")
    case .format(let name):
      ErrorReport(what: "a comparison can't be written as \(name)", try: "--format text, markdown or json")
    }
  }
}
