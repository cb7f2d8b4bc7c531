/// The way back from the roles that a server has now to those that it had before anything was lent.
struct RoleRestoring {
  let before: ClusterRoles
  let now: ClusterRoles

  /// Roles that were added; to drop them all at once lets them depend on each other.
  var added: [String] { now.all.filter { before[$0.number] == nil }.map { quoted($0.name) } }

  /// What else has to be said, in this order, once the added roles are gone.
  var statements: [String] {
    let kept = before.all.compactMap { old in now[old.number].map { (old, $0) } }
    let renamed = kept.filter { $0.name != $1.name }
    // Two may have exchanged their names.
    let aside = renamed.map { "ALTER ROLE \(quoted($1.name)) RENAME TO \(quoted("schemagate_\($0.number)"))" }
    let back = renamed.map { old, _ in "ALTER ROLE \(quoted("schemagate_\(old.number)")) RENAME TO \(quoted(old.name))"
    }
    let lost = before.all.filter { now[$0.number] == nil }
    return aside + back + lost.map { "CREATE ROLE \(quoted($0.name)) \(Self.clause($0))" }
      + kept.filter { $0.options != $1.options }.map { "ALTER ROLE \(quoted($0.0.name)) \(Self.clause($0.0))" }
      + kept.flatMap(revocations) + before.all.flatMap(grants)
      + before.all.flatMap { settings($0.settings, now[$0.number]?.settings ?? [], of: quoted($0.name)) }
      + settings(before.common, now.common, of: "ALL")
      + before.all.filter { $0.comment != now[$0.number]?.comment }.map(comment)
  }

  private func quoted(_ name: String) -> String { SQLText.identifier(name) }

  private static func clause(_ role: ClusterRole) -> String {
    let words = ["SUPERUSER", "INHERIT", "CREATEROLE", "CREATEDB", "LOGIN", "REPLICATION", "BYPASSRLS"]
    let limit = role.value(of: "CONNECTION LIMIT") ?? "-1"
    let end = SQLText.literal(role.value(of: "VALID UNTIL") ?? "infinity")
    return words.map { role.options.contains($0) ? $0 : "NO\($0)" }.joined(separator: " ")
      + " CONNECTION LIMIT \(limit) VALID UNTIL \(end)"
  }

  private func revocations(_ old: ClusterRole, _ new: ClusterRole) -> [String] {
    new.memberships.subtracting(old.memberships).compactMap { membership in
      // A membership in a role that was added went with it.
      before[membership.group].map { "REVOKE \(quoted($0.name)) FROM \(quoted(old.name))" }
    }
  }

  private func grants(_ old: ClusterRole) -> [String] {
    let kept = now[old.number]?.memberships ?? []
    let missing = old.memberships.subtracting(kept)
    // Memberships that differ in their options alone are revoked whole, and so have to be granted whole.
    return missing.compactMap { membership in
      guard let group = before[membership.group] else { return nil }
      let options = membership.options.map { $0 == "ADMIN" ? "ADMIN OPTION" : $0 }.joined(separator: ", ")
      return "GRANT \(quoted(group.name)) TO \(quoted(old.name))" + (options.isEmpty ? "" : " WITH \(options)")
    }
  }

  /// `role` is quoted already.
  private func settings(
    _ old: Set<ClusterRole.Setting>, _ new: Set<ClusterRole.Setting>, of role: String
  ) -> [String] {
    guard old != new else { return [] }
    let databases = Set((Array(old) + Array(new)).map(\.database))
    return databases.sorted { ($0 ?? "") < ($1 ?? "") }.flatMap { database -> [String] in
      let place = "ALTER ROLE \(role)" + (database.map { " IN DATABASE \(quoted($0))" } ?? "")
      let wanted = old.filter { $0.database == database }
      guard wanted != new.filter({ $0.database == database }) else { return [] }
      return ["\(place) RESET ALL"] + wanted.sorted { $0.text < $1.text }.map { "\(place) SET \($0.clause)" }
    }
  }

  private func comment(_ role: ClusterRole) -> String {
    "COMMENT ON ROLE \(quoted(role.name)) IS \(role.comment.map(SQLText.literal) ?? "NULL")"
  }
}

extension ClusterRole {
  fileprivate func value(of option: String) -> String? {
    options.first { $0.hasPrefix("\(option)=") }.map { String($0.dropFirst(option.count + 1)) }
  }
}

extension ClusterRole.Setting {
  /// Settings whose values are lists of names, which PostgreSQL keeps as they are written in SQL.
  private static let lists: Set<String> = [
    "search_path", "temp_tablespaces", "local_preload_libraries", "session_preload_libraries",
    "shared_preload_libraries", "unix_socket_directories",
  ]

  fileprivate var clause: String {
    let isList = Self.lists.contains(name.lowercased()) && !value.isEmpty
    return "\(SQLText.identifier(name)) TO \(isList ? value : SQLText.literal(value))"
  }
}
