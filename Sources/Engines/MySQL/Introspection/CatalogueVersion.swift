import SchemagateModel

/// The vendor and version that a query is written for.
struct CatalogueVersion: Sendable, Hashable {
  let vendor: EngineKind
  /// Major, minor, patch; what isn't told is 0.
  let numbers: [Int]

  init(_ version: EngineVersion) {
    self.init(vendor: version.name, version.version)
  }

  init(vendor: EngineKind, _ text: String) {
    self.vendor = vendor
    numbers = text.split { !$0.isNumber }.prefix(3).compactMap { Int($0) }
  }

  /// Whether this is the vendor, in this version or a later one.
  func isAtLeast(_ vendor: EngineKind, _ text: String) -> Bool {
    guard self.vendor == vendor else { return false }
    let other = CatalogueVersion(vendor: vendor, text).numbers
    return !numbers.lexicographicallyPrecedes(other)
  }

  var hasRoles: Bool { vendor == .mariadb || isAtLeast(.mysql, "8.0") }
}
