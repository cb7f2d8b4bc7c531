/// The server that a schema was read from, for example `postgresql` `15.18`.
package struct EngineVersion: Hashable, Sendable, Codable {
  package let name: EngineKind
  package let version: String

  package init(name: EngineKind, version: String) {
    self.name = name
    self.version = version
  }
}
