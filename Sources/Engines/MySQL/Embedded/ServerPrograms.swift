import SchemagateModel

/// The server programs of one installation.
struct ServerPrograms: Hashable, Sendable {
  let kind: EngineKind
  /// For example `10.11.19` or `8.4.3`.
  let version: String
  /// The path of `mariadbd` or `mysqld`.
  let server: String
  /// The path of MariaDB's script that makes data folders; MySQL's server makes its own.
  let installer: String?

  /// For example `MariaDB 10.11.19`.
  var title: String { "\(kind.title) \(version)" }

  /// Whether this is the version that was asked for, as far as it was told: `10.11`, `8`, or more.
  func isVersion(_ wanted: String?) -> Bool { wanted.map { ReleaseSeries(version).matches($0) } ?? true }
}

/// The part of a version that decides on features: `10.11` of `10.11.19`, `8.4` of `8.4.3`.
struct ReleaseSeries: Hashable, Sendable {
  private let parts: [Substring]

  init(_ version: String) { parts = version.split(separator: ".").prefix(2).map { $0.prefix { $0.isNumber } } }

  /// A version that is told by its first number only matches every series of it.
  func matches(_ wanted: String) -> Bool {
    let wanted = ReleaseSeries(wanted).parts
    return !wanted.isEmpty && parts.starts(with: wanted)
  }
}
