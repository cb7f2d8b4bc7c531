/// The name of one run of ours, which begins the names of all that it makes on a given server: any other host can tell
/// from them whose they are.
package struct RunName: Hashable, Sendable {
  /// What all of our names begin with.
  package static let common = "schemagate_"

  package let number: UInt32

  /// `schemagate_0011aabb`
  package var text: String {
    let digits = String(number, radix: 16)
    return Self.common + String(repeating: "0", count: 8 - digits.count) + digits
  }

  /// `schemagate_0011aabb_`
  package var prefix: String { "\(text)_" }

  package init(number: UInt32) { self.number = number }

  /// A name that no other run is likely to have.
  package static func random() -> RunName { RunName(number: UInt32.random(in: .min ... .max)) }

  /// The run that made a database, role or user of this name; `nil` where the name isn't ours.
  package init?(madeBy name: String) {
    let parts = name.split(separator: "_", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] + "_" == Self.common, parts[1].utf8.count == 8,
      parts[1].utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) }),
      let number = UInt32(parts[1], radix: 16), parts[2] == "app" || Int(parts[2]) != nil
    else { return nil }
    self.number = number
  }
}
