import Foundation

/// The `Link` header of an answer that comes in pages: RFC 8288.
enum LinkHeader {
  /// The address of the next page.
  static func next(_ header: String?) -> String? {
    for link in (header ?? "").split(separator: ",") {
      let parts = link.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
      guard let address = parts.first, address.hasPrefix("<"), address.hasSuffix(">") else { continue }
      let isNext = parts.dropFirst().contains { $0 == "rel=\"next\"" || $0 == "rel=next" }
      if isNext { return String(address.dropFirst().dropLast()) }
    }
    return nil
  }
}
