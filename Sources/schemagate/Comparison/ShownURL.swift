import Foundation

/// What the URL of a server may show.
enum ShownURL {
  /// Scheme, user, host and database; one that can't be taken apart shows its scheme alone.
  static func withoutPassword(_ url: String) -> String {
    guard var parts = URLComponents(string: url) else { return url.prefix { $0 != ":" } + "://…" }
    parts.password = nil
    parts.query = nil
    return parts.string ?? url.prefix { $0 != ":" } + "://…"
  }
}
