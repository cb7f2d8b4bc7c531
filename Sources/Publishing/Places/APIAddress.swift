import Foundation

/// The root of a forge's API; requests with the token go nowhere else.
package struct APIAddress: Hashable, Sendable {
  /// Without a slash at its end.
  package let text: String
  /// With the port where one is named.
  package let host: String

  /// `nil` where it isn't an address of the web, or holds a user, a query or a fragment.
  package init?(_ text: String) {
    let trimmed = text.hasSuffix("/") ? String(text.dropLast()) : text
    guard let scheme = trimmed.scheme else { return nil }
    let host = trimmed.dropFirst("\(scheme)://".count).prefix { $0 != "/" }
    guard !host.isEmpty, host.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "-._:[]".contains($0)) }),
      !trimmed.contains(where: { "?#@ \\\"".contains($0) || $0.isNewline })
    else { return nil }
    self.text = trimmed
    self.host = String(host)
  }

  func url(_ path: String) -> String { "\(text)/\(path)" }

  /// Whether `url` is below this address, so that the token may go there.
  func holds(_ url: String) -> Bool { url.hasPrefix("\(text)/") && !url.contains("/../") }
}
