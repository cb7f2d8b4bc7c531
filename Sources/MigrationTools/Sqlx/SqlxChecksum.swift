internal import SchemagateModel

/// sqlx-core/src/migrate/migration.rs checksum: SHA-384 of the file's text.
enum SqlxChecksum {
  static func checksum(of script: MigrationScript) -> [UInt8] {
    guard case .sql(let pieces) = script.body else { return [] }
    return SHA384.digest(of: pieces.flatMap { Array($0.text.utf8) })
  }
}
