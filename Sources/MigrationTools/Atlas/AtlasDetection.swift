internal import SchemagateModel

/// Finds Atlas' folders: by `atlas.sum`, where the files aren't another tool's, which Atlas can lay out too.
struct AtlasDetection {
  let listing: FileListing

  func targets(tool: String) -> [DetectedTarget] {
    let folders = Set(listing.paths.filter { $0.lastPart == AtlasSum.name }.map(\.folder))
    let scripts = listing.sqlFolders { folders.contains($0.folder) }
    return scripts.compactMap { folder, paths in
      guard !paths.contains(where: isForeign) else { return nil }
      let settings = AtlasSettings(listing.files(named: "atlas.hcl").map(\.text))
      let tool = ToolSettings(name: tool, transaction: settings.transaction, outOfOrder: settings.order)
      let claim = FolderClaim(folder: folder, samples: paths, confidence: .configuration)
      return claim.target(tool: tool, engine: settings.engine, in: listing)
    }
  }

  /// golang-migrate's pairs, Flyway's names, and the marks of goose and dbmate: those tools run such files, and their histories are
  /// told of the sum.
  private func isForeign(_ path: String) -> Bool {
    if path.hasSuffix(".up.sql") || path.hasSuffix(".down.sql") { return true }
    if FlywayName(path.lastPart)?.kind == .versioned { return true }
    let text = listing.read(path)?.text ?? ""
    return text.contains(/(?m)^-- *(?:\+goose Up|migrate:up|liquibase formatted)/)
  }
}

/// The few settings that we read from `atlas.hcl`: what stands there as a plain word or text, where all environments agree.
struct AtlasSettings {
  let engine: EngineKind?
  let order: OutOfOrder?
  let transaction: TransactionScope?

  init(_ texts: [String]) {
    let lines = texts.flatMap { $0.split(whereSeparator: \.isNewline).map { $0.trimmed } }
      .filter { !$0.hasPrefix("//") && !$0.hasPrefix("#") }
    engine = Self.only(lines.compactMap(Self.engine))
    order = Self.only(lines.compactMap { Self.word("exec_order", in: $0) }).flatMap(Self.order)
    transaction = Self.only(lines.compactMap { Self.word("tx_mode", in: $0) }).flatMap(Self.transaction)
  }

  private static func only<Value: Hashable>(_ values: [Value]) -> Value? {
    Set(values).count == 1 ? values[0] : nil
  }

  private static func word(_ key: String, in line: String) -> String? {
    let parts = line.split(separator: "=", maxSplits: 1).map { $0.trimmed }
    guard parts.count == 2, parts[0] == key else { return nil }
    return parts[1].filter { $0 != "\"" }.uppercased()
  }

  /// The scheme of `url` or `dev`; `docker://postgres/16` says it in its second part.
  private static func engine(_ line: String) -> EngineKind? {
    guard let match = line.firstMatch(of: /^(?:url|dev)\s*=\s*"(?:docker:\/\/)?(\w+)/) else { return nil }
    switch match.output.1 {
    case "postgres", "postgresql": return .postgresql
    case "sqlite", "libsql": return .sqlite
    case "mysql": return .mysql
    case "maria", "mariadb": return .mariadb
    case _: return nil
    }
  }

  private static func order(_ word: String) -> OutOfOrder? {
    switch word.replacing("-", with: "_") {
    case "NON_LINEAR": .run
    case "LINEAR_SKIP": .skip
    case _: nil
    }
  }

  private static func transaction(_ word: String) -> TransactionScope? {
    switch word {
    case "ALL": .run
    case "NONE": TransactionScope.none
    case _: nil
    }
  }
}
