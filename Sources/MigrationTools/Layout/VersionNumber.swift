internal import SchemagateModel

/// A version that a tool compares as a number. It is kept as text: timestamps with fractions outgrow 64 bits.
struct VersionNumber: Hashable, Comparable {
  /// The digits without leading zeros; `0` for zero.
  let digits: String

  init?(_ text: some StringProtocol) {
    guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    let significant = text.drop { $0 == "0" }
    digits = significant.isEmpty ? "0" : String(significant)
  }

  /// Whether a tool that reads the version into a 64-bit integer can hold it.
  func fits<Number: FixedWidthInteger>(_ type: Number.Type) -> Bool { Number(digits) != nil }

  static func < (left: Self, right: Self) -> Bool {
    let (l, r) = (left.digits.utf8, right.digits.utf8)
    return l.count == r.count ? l.lexicographicallyPrecedes(r) : l.count < r.count
  }
}

extension VersionNumber {
  /// Numeric order of two keys; one that isn't a number comes last.
  static func precede(_ left: MigrationID, _ right: MigrationID) -> Bool {
    guard let left = VersionNumber(left.rawValue) else { return false }
    guard let right = VersionNumber(right.rawValue) else { return true }
    return left < right
  }
}
