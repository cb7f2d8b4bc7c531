import Foundation
import Reporting
import SchemagateModel

/// What tells one configuration of a repository from the others, in comments and statuses: readable, stable, and the
/// same on every machine.
struct ConfigurationKey {
  let text: String

  /// `services/billing/schemagate.yml` is `services.billing`, `ci/orders.yml` is `ci.orders`; a file outside of the
  /// repository goes by its own name. `root` is the repository's folder.
  init(config: String?, root: String) {
    guard let config else {
      text = Report.usualKey
      return
    }
    let parts = Self.parts(Self.absolute(config), within: Self.absolute(root))
    text = parts.isEmpty ? Report.usualKey : Self.key(parts)
  }

  private static func absolute(_ path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path
  }

  /// The folders and the name without its ending; the usual name says nothing.
  private static func parts(_ path: String, within root: String) -> [String] {
    let isInside = path.hasPrefix(root + "/")
    var parts = (isInside ? path.dropFirst(root.count) : path[...]).split(separator: "/").map(String.init)
    guard let name = parts.popLast() else { return [] }
    if !isInside { parts = Array(parts.suffix(name == Configuration.usualFile ? 1 : 0)) }
    guard name != Configuration.usualFile else { return parts }
    let ending = [".yml", ".yaml"].first { name.hasSuffix($0) && name.count > $0.count }
    return parts + [String(name.dropLast(ending?.count ?? 0))]
  }

  /// Where a character had to be replaced, or the words mean something else, a digest keeps keys apart.
  private static func key(_ parts: [String]) -> String {
    let words = parts.map { part in
      String(String.UnicodeScalarView(part.unicodeScalars.map { isPlain($0) ? $0 : "-" }))
    }
    let key = words.joined(separator: ".")
    guard words != parts || key == Report.usualKey else { return key }
    return key + "-" + Digest.fnv1a(parts.joined(separator: "/")).prefix(6)
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "_" || scalar == "-")
  }
}
