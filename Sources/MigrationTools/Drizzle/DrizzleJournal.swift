internal import Foundation
internal import SchemagateModel

/// `meta/_journal.json`: the migrations in the order in which they run.
struct DrizzleJournal: Decodable {
  let dialect: String?
  let entries: [Entry]

  struct Entry: Decodable {
    /// Milliseconds; what the database remembers of a migration.
    let when: Int
    /// The name of its file, without `.sql`.
    let tag: String
  }

  init?(_ text: String) {
    guard let journal = try? JSONDecoder().decode(Self.self, from: Data(text.utf8)) else { return nil }
    self = journal
  }
}

/// What counts of a snapshot, drizzle-kit's picture of the schema after a migration.
struct DrizzleSnapshot: Decodable {
  let dialect: String?
  let id: String?
  /// The snapshots that it follows on; drizzle-kit 1.0 has a list.
  let parents: [String]

  private enum Key: String, CodingKey {
    case dialect, id, prevId, prevIds
  }

  init?(_ text: String) {
    guard let snapshot = try? JSONDecoder().decode(Self.self, from: Data(text.utf8)) else { return nil }
    self = snapshot
  }

  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    dialect = try values.decodeIfPresent(String.self, forKey: .dialect)
    id = try values.decodeIfPresent(String.self, forKey: .id)
    let single = try values.decodeIfPresent(String.self, forKey: .prevId)
    parents = try values.decodeIfPresent([String].self, forKey: .prevIds) ?? [single].compactMap { $0 }
  }
}

extension EngineKind {
  /// `nil` for dialects for which we have no engine, such as `singlestore`.
  init?(drizzleDialect dialect: String) {
    switch dialect {
    case "postgresql", "postgres", "pg": self = .postgresql
    case "sqlite", "turso": self = .sqlite
    case "mysql": self = .mysql
    default: return nil
    }
  }
}
