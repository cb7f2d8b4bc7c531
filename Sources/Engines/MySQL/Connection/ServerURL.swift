import Foundation

/// The parts of a server's URL, percent-decoded.
struct ServerURL {
  let user: String?
  let password: String?
  let host: String?
  let port: UInt16?
  let database: String?
  private let parameters: [String: String]

  init(_ text: String) throws {
    guard let scheme = text.firstRange(of: "://"),
      ["mysql", "mariadb"].contains(text[..<scheme.lowerBound].lowercased())
    else { throw ConnectionError.unreadableURL }
    let parts = text[scheme.upperBound...].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let address = parts[0].split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    let (login, place) = Self.halves(address[0])
    let names = login.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    user = try names.first.flatMap(Self.decoded)
    password = try names.count > 1 ? Self.decoded(names[1]) : nil
    (host, port) = try Self.place(place)
    database = try address.count > 1 ? Self.decoded(address[1]) : nil
    parameters = try Self.parameters(parts.count > 1 ? parts[1] : "")
  }

  /// The first of these names that the URL has a value for; names in small letters.
  func parameter(_ names: String...) -> String? { names.lazy.compactMap { parameters[$0] }.first }

  /// What stands before and after the last `@`.
  private static func halves(_ text: Substring) -> (Substring, Substring) {
    guard let at = text.lastIndex(of: "@") else { return ("", text) }
    return (text[..<at], text[text.index(after: at)...])
  }

  /// An empty part is none.
  private static func decoded(_ text: Substring) throws -> String? {
    guard let plain = text.removingPercentEncoding else { throw ConnectionError.unreadableURL }
    return plain.isEmpty ? nil : plain
  }

  private static func place(_ text: Substring) throws -> (String?, UInt16?) {
    // An address of IPv6 stands in brackets, and has colons of its own.
    let end = text.first == "[" ? text.firstIndex(of: "]").map { text.index(after: $0) } : text.firstIndex(of: ":")
    let host = text[..<(end ?? text.endIndex)].filter { $0 != "[" && $0 != "]" }
    let rest = text[(end ?? text.endIndex)...]
    if rest.isEmpty { return (try decoded(host[...]), nil) }
    guard rest.first == ":", let port = UInt16(rest.dropFirst()) else { throw ConnectionError.unreadableURL }
    return (try decoded(host[...]), port)
  }

  private static func parameters(_ text: Substring) throws -> [String: String] {
    var parameters: [String: String] = [:]
    for pair in text.split(separator: "&") {
      let halves = pair.split(separator: "=", maxSplits: 1)
      if halves.count == 2 { parameters[halves[0].lowercased()] = try decoded(halves[1]) }
    }
    return parameters
  }
}
