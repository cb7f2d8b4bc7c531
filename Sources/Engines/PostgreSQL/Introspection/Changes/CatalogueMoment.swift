import SchemagateModel

/// What stands in the catalogue at one moment, and what was written since an earlier one, in the words of `changes.sql`.
struct CatalogueMoment: Sendable {
  /// The oldest transaction that had not ended: whatever is written from now on is written by it or by a later one.
  let transaction: String
  private let present: [String: Set<UInt32>]
  private let written: [String: Set<UInt32>]

  /// Without an earlier moment, only what stands is of use.
  static func read(_ source: CatalogueSource, since earlier: CatalogueMoment?) async throws -> CatalogueMoment {
    let rows = try await source.scan(PackageResources.changes_sql, argument: earlier?.transaction ?? "3") { row in
      (row.text(0) ?? "", row.numberSet(1), row.numberSet(2))
    }
    return CatalogueMoment(
      transaction: rows.first { $0.0 == "moment" }?.1.first.map { String($0) } ?? "3",
      present: Dictionary(rows.map { ($0.0, $0.1) }) { first, _ in first },
      written: Dictionary(rows.map { ($0.0, $0.2) }) { first, _ in first })
  }

  func present(_ catalogue: String) -> Set<UInt32> { present[catalogue] ?? [] }
  func written(_ catalogue: String) -> Set<UInt32> { written[catalogue] ?? [] }

  /// What stood earlier and is gone.
  func gone(_ catalogue: String, since earlier: CatalogueMoment) -> Set<UInt32> {
    earlier.present(catalogue).subtracting(present(catalogue))
  }

  /// Whether something was changed that a definition anywhere may mention: a type that has another name now.
  /// What is new can't be mentioned by what is old, and what is gone was mentioned by nothing that is left.
  func renames(since earlier: CatalogueMoment) -> Bool {
    if present("member") != earlier.present("member") { return true }
    return written.contains { catalogue, numbers in
      guard catalogue.hasPrefix("name ") else { return false }
      let known = earlier.present(catalogue)
      return numbers.contains { $0 < Self.firstOfUsers || known.contains($0) }
    }
  }

  /// PostgreSQL gives the objects that it is born with lower numbers.
  private static let firstOfUsers: UInt32 = 16384
}

extension RowReader {
  /// Numbers that the query joined by spaces, of which there may be thousands.
  fileprivate func numberSet(_ column: Int) -> Set<UInt32> {
    var numbers: Set<UInt32> = []
    var number: UInt32 = 0
    let bytes = bytes(column)
    for byte in bytes {
      if byte == UInt8(ascii: " ") {
        numbers.insert(number)
        number = 0
      } else {
        number = number &* 10 &+ UInt32(byte &- UInt8(ascii: "0"))
      }
    }
    if !bytes.isEmpty { numbers.insert(number) }
    return numbers
  }
}
