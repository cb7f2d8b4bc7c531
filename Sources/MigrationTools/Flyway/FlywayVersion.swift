/// A Flyway version: numbers between dots or underscores. `1_1` equals `1.1`, `01` equals `1`, `1.0` equals `1`, and `2.1`
/// is lower than `10` (flyway-core, api/MigrationVersion.java).
struct FlywayVersion: Comparable, Hashable {
  /// As Flyway shows and stores it: underscores become dots, zeros stay.
  let text: String
  private let parts: [VersionNumber]

  init?(_ raw: some StringProtocol) {
    let text = String(raw.map { $0 == "_" ? "." : $0 })
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { VersionNumber($0) }
    guard !parts.contains(where: { $0 == nil }) else { return nil }
    self.text = text
    let numbers = parts.compactMap { $0 }
    let significant = numbers.lastIndex { $0.digits != "0" } ?? 0
    self.parts = Array(numbers.prefix(significant + 1))
  }

  static func < (left: Self, right: Self) -> Bool { left.parts.lexicographicallyPrecedes(right.parts) }
  static func == (left: Self, right: Self) -> Bool { left.parts == right.parts }

  func hash(into hasher: inout Hasher) { hasher.combine(parts) }
}
