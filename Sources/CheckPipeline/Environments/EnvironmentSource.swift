package import SchemagateModel

/// Where an environment's schema is to be had.
package struct EnvironmentSource: Sendable {
  /// As the configuration names it, for example `production`.
  package let name: String
  package let contents: Contents

  package enum Contents: Sendable {
    /// A living database that is only read.
    case living(SchemaSource, url: String)
    /// With what its header says is applied; a plain dump says nothing.
    case snapshot(SchemaSource, applied: [MigrationID]?)
    /// Why nothing of it is to be had.
    case unavailable(ErrorReport)
  }

  package init(name: String, contents: Contents) {
    self.name = name
    self.contents = contents
  }

  /// What it is called where it is compared; never with a password.
  package var title: String {
    switch contents {
    case .living(let source, _), .snapshot(let source, _): "\(name) (\(source.name))"
    case .unavailable: name
    }
  }
}

extension EnvironmentSource {
  /// A snapshot's text; the file's own path names it.
  package init(name: String, snapshot text: SourceText, engine: EngineKind) {
    let source = SchemaSource(name: text.path ?? name, engine: engine, contents: .script(text))
    self.init(name: name, contents: .snapshot(source, applied: Snapshot(reading: text.text)?.applied))
  }
}

extension EnvironmentSource {
  /// A snapshot that says itself that it is another engine's.
  static func foreign(_ name: String, _ path: String, _ kind: EngineKind, _ own: EngineKind) -> EnvironmentSource {
    let report = ErrorReport(
      what: "it is a snapshot of \(kind.title), and the target runs on \(own.title)", at: path,
      try: "take it again: schemagate snapshot URL --output \(path)")
    return EnvironmentSource(name: name, contents: .unavailable(report))
  }
}
