internal import SchemagateModel

/// `django_migrations` (django/db/migrations/recorder.py).
enum DjangoTable {
  static let name = "django_migrations"

  /// The keys of everything that is applied, other people's apps included.
  static func query(on engine: EngineKind) -> String {
    switch engine {
    case .postgresql, .sqlite: "SELECT app || '.' || name FROM \(name)"
    case .mysql, .mariadb: "SELECT CONCAT(app, '.', name) FROM \(name)"
    }
  }
}
