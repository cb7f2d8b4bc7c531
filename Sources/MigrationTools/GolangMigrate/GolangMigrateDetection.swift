internal import SchemagateModel

extension GolangMigrateTool {
  /// Numbered `.up.sql` files; other tools use the same names, so that only a `go.mod` that names the library is a mark.
  package func detect(in listing: FileListing) -> [DetectedTarget] {
    let folders = listing.sqlFolders { GolangMigrateName.parse($0)?.direction == .up }
    guard !folders.isEmpty else { return [] }
    let isNamed = listing.files(named: "go.mod").contains { $0.text.contains("github.com/golang-migrate/migrate") }
    return folders.map { folder, paths in
      let found = FolderClaim(folder: folder, samples: paths, confidence: isNamed ? .marks : .layout)
        .target(tool: ToolSettings(name: name), in: listing)
      return unwrapped(found, first: paths.first, in: listing) ?? found
    }
  }

  /// SQLite refuses a transaction within one. So where the oldest file begins its own, the driver's must be off
  /// (`x-no-tx-wrap`, `NoTxWrap`), or no database could ever have been made.
  private func unwrapped(_ found: DetectedTarget, first: String?, in listing: FileListing) -> DetectedTarget? {
    var target = found.target
    guard target.engine == .sqlite, let first, let text = listing.read(first)?.text,
      text.contains(#/(?im)^\s*BEGIN(\s+(DEFERRED|IMMEDIATE|EXCLUSIVE))?(\s+TRANSACTION)?\s*;/#)
    else { return nil }
    target.tool.transaction = TransactionScope.none
    target.assumptions.append(
      "transaction none: `\(first)` begins one itself, so that the driver's must be off, as with `x-no-tx-wrap` "
        + "(`tool: {name: golang-migrate, transaction: file}` says otherwise)")
    return DetectedTarget(target: target, confidence: found.confidence)
  }
}
