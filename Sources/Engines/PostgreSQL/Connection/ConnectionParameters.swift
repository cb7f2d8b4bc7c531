import CLibpq

/// Where and as whom to connect. Its description never holds a password.
package struct ConnectionParameters: Sendable {
  private let url: String?
  private let keywords: [String: String]

  /// Separate settings under libpq's own names: `host`, `port`, `user`, `dbname`, …
  package init(_ keywords: [String: String]) {
    url = nil
    self.keywords = keywords
  }

  /// A connection URL, or libpq's `name=value` form; throws where it can't be read.
  package init(url: String) throws {
    guard let options = PQconninfoParse(url, nil) else { throw ConnectionError.unreadableURL }
    PQconninfoFree(options)
    self.url = url
    keywords = [:]
    // A password in the place of the port is what libpq would quote.
    guard (value("port") ?? "").allSatisfy({ $0.isWholeNumber || $0 == "," }) else {
      throw ConnectionError.unreadableURL
    }
  }

  private init(url: String?, keywords: [String: String]) {
    self.url = url
    self.keywords = keywords
  }

  /// The same server with other settings.
  package func setting(_ changes: [String: String]) -> ConnectionParameters {
    ConnectionParameters(url: url, keywords: keywords.merging(changes) { _, new in new })
  }

  /// The settings in libpq's order: what stands later wins over the URL.
  var pairs: [(String, String)] {
    let given = url.map { [("dbname", $0)] } ?? []
    return given + keywords.sorted { $0.key < $1.key } + [("fallback_application_name", "schemagate")]
  }

  /// One setting's value, whether it was given by itself or in the URL.
  package func value(_ name: String) -> String? { keywords[name] ?? urlValues[name] }

  private var urlValues: [String: String] {
    guard let url, let options = PQconninfoParse(url, nil) else { return [:] }
    defer { PQconninfoFree(options) }
    var values: [String: String] = [:]
    var option = options
    while let name = option.pointee.keyword {
      if let value = option.pointee.val { values[String(cString: name)] = String(cString: value) }
      option += 1
    }
    return values
  }
}

extension ConnectionParameters: CustomStringConvertible, CustomReflectable {
  package var description: String {
    let user = value("user").map { "\($0)@" } ?? ""
    let port = value("port").map { ":\($0)" } ?? ""
    return "postgresql://\(user)\(value("host") ?? value("hostaddr") ?? "localhost")\(port)/\(value("dbname") ?? "")"
  }

  package var customMirror: Mirror { Mirror(self, children: ["server": description]) }
}
