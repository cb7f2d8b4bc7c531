internal import Foundation
internal import SchemagateModel

/// `atlas.sum`: a sum for each file, each over all files up to it, and one over those (sql/migrate/dir.go, `NewHashFile`,
/// `HashFile.Sum`, `Validate`). Atlas checks it before anything else, whatever tool's layout the files have.
struct AtlasSum {
  let folder: String
  let files: FileTree

  static let name = "atlas.sum"

  struct Entry: Hashable {
    let name: String
    let hash: String
  }

  private var path: String { .path(folder, Self.name) }

  /// The sums as they should stand.
  var computed: [Entry] { Self.sums(of: scripts, files) }

  /// The one thing that Atlas would stop at.
  var problem: HistoryProblem? {
    guard let text = files.files[path]?.text else {
      return scripts.isEmpty ? nil : .staleChecksum(path: path, why: "there is none")
    }
    let lines = text.split(whereSeparator: \.isNewline).map(String.init)
    let entries = lines.dropFirst().compactMap(Self.entry)
    guard entries.count == max(lines.count - 1, 0) else {
      return .staleChecksum(path: path, why: "one of its lines is no name with a sum")
    }
    return Self.difference(entries, computed).map { .staleChecksum(path: path, why: $0) }
      ?? (lines.first == "h1:" + Self.total(entries)
        ? nil : .staleChecksum(path: path, why: "its first line isn't the sum of the others"))
  }

  /// The SQL files directly in the folder; of golang-migrate's pairs the up files.
  private var scripts: [String] {
    let all = files.paths(directlyIn: [folder]).filter { $0.hasSuffix(".sql") }
    let ups = all.filter { $0.hasSuffix(".up.sql") }
    return ups.isEmpty || !all.contains { $0.hasSuffix(".down.sql") } ? all : ups
  }

  private static func sums(of paths: [String], _ files: FileTree) -> [Entry] {
    var stream = SHA256.Stream()
    return paths.compactMap { path in
      guard let file = files.files[path] else { return nil }
      stream.absorb(path.lastPart.utf8)
      if AtlasHeader.directive(file.text, named: "sum") == "ignore" { return nil }
      stream.absorb(file.contents)
      return Entry(name: path.lastPart, hash: Data(stream.digest).base64EncodedString())
    }
  }

  static func total(_ entries: [Entry]) -> String {
    var stream = SHA256.Stream()
    for entry in entries { stream.absorb((entry.name + entry.hash).utf8) }
    return Data(stream.digest).base64EncodedString()
  }

  private static func entry(_ line: String) -> Entry? {
    guard let mark = line.firstRange(of: "h1:") else { return nil }
    return Entry(name: line[..<mark.lowerBound].trimmed, hash: String(line[mark.upperBound...]))
  }

  /// Every sum depends on the files before it, so that only the first difference says anything.
  private static func difference(_ written: [Entry], _ real: [Entry]) -> String? {
    for (index, entry) in written.enumerated() where index >= real.count || real[index] != entry {
      guard let at = real.firstIndex(where: { $0.name == entry.name }) else { return "\(entry.name) is gone" }
      return at == index ? "its sum of \(entry.name) is another" : "it doesn't list \(real[index].name)"
    }
    return real.count > written.count ? "it doesn't list \(real[written.count].name)" : nil
  }
}

extension MigrationHistory {
  /// This history with the problem of an `atlas.sum` that stands beside another tool's files.
  func checkingAtlasSums(_ files: FileTree, of target: TargetDefinition) -> MigrationHistory {
    let folders = target.migrations.filter { files.files[.path($0, AtlasSum.name)] != nil }
    let found = folders.compactMap { AtlasSum(folder: $0, files: files).problem }
    return found.isEmpty ? self : MigrationHistory(migrations: migrations, problems: problems + found)
  }
}
