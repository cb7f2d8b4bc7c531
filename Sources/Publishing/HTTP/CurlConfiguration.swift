/// curl's configuration for one request: read from standard input, so that no secret shows in a process list.
struct CurlConfiguration {
  let request: HTTPRequest
  let folder: ExchangeFolder
  let limit: Duration

  /// Throws where a value could mean something else to curl or to the server.
  var text: String {
    get throws {
      let body = request.body == nil ? [] : [option("data-binary", "@\(folder.body)")]
      return (try address + headers + body + Self.manners + ending).joined(separator: "\n") + "\n"
    }
  }

  private var address: [String] {
    get throws {
      guard let scheme = request.url.scheme, !request.url.utf8.contains(where: { $0 <= 0x20 || $0 >= 0x7f }) else {
        throw TransportError.unsendable(part: "address")
      }
      return [
        option("url", request.url), option("request", request.method.rawValue), option("proto", "=\(scheme)"),
      ]
    }
  }

  private var headers: [String] {
    get throws {
      let type = request.body == nil ? [] : [HTTPRequest.Header("Content-Type", "application/json")]
      return try (request.headers + type).map { header in
        // curl would send a line break as it is, and what follows would be another header.
        guard !(header.name + header.value).unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7f })
        else { throw TransportError.unsendable(part: "header \(header.name)") }
        return option("header", "\(header.name): \(header.value)")
      } + [option("header", "Expect:")]
    }
  }

  /// Redirects are not followed, because the token is meant for this address alone.
  private static let manners = ["globoff", "silent", "show-error", "suppress-connect-headers", "no-location"]

  private var ending: [String] {
    [
      "max-time = \(limit.components.seconds)", "connect-timeout = \(min(10, limit.components.seconds))",
      "max-filesize = \(64 << 20)", option("dump-header", folder.headers), option("output", folder.answer),
      option("write-out", "%{http_code}"),
    ]
  }

  private func option(_ name: String, _ value: String) -> String { "\(name) = \(Self.quoted(value))" }

  /// As curl reads it back: `man curl`, under `--config`.
  static func quoted(_ value: String) -> String {
    let escaped = value.unicodeScalars.map { scalar in
      switch scalar {
      case "\\": "\\\\"
      case "\"": "\\\""
      case "\n": "\\n"
      case "\r": "\\r"
      case "\t": "\\t"
      default: String(scalar)
      }
    }
    return "\"\(escaped.joined())\""
  }
}

extension String {
  /// The scheme of an address that may be written to; `nil` for any other.
  var scheme: String? {
    if hasPrefix("https://") { return "https" }
    return hasPrefix("http://") ? "http" : nil
  }
}
