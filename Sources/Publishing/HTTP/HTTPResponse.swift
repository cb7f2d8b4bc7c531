package import Foundation

/// What a server answered.
package struct HTTPResponse: Sendable {
  package let status: Int
  package let body: Data
  private let headers: [String: String]

  /// Names of headers are compared without regard to case; the last one of a name counts.
  package init(status: Int, headers: [(String, String)] = [], body: Data = Data()) {
    self.status = status
    self.headers = Dictionary(headers.map { ($0.lowercased(), $1) }, uniquingKeysWith: { $1 })
    self.body = body
  }

  package func header(_ name: String) -> String? { headers[name.lowercased()] }

  package var isSuccess: Bool { (200..<300).contains(status) }
}

extension HTTPResponse {
  /// Reads the last block of a header dump: proxies and `100 Continue` come before it.
  init(status: Int, headerDump: String, body: Data) {
    let lines = headerDump.split(whereSeparator: \.isNewline)
    let start = lines.lastIndex { $0.hasPrefix("HTTP/") } ?? 0
    let headers = lines.dropFirst(start).dropFirst().compactMap { line -> (String, String)? in
      guard let colon = line.firstIndex(of: ":") else { return nil }
      return (String(line[..<colon]), line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces))
    }
    self.init(status: status, headers: headers, body: body)
  }
}
