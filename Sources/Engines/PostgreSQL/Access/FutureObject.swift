import SchemagateModel

/// An object made only to see what default privileges grant on it.
struct FutureObject {
  private static let name = "schemagate_probe"

  /// `CREATE …`, as its maker runs it.
  let creation: String
  /// An expression of the object's number.
  let address: String
  private let kind: ObjectKind
  private let catalogue: Catalogue
  private let schemaName: String?

  /// Reads `[role, "tables", schema]`; `nil` for a kind that can't be made by itself.
  init?(_ identity: ObjectIdentity) {
    guard identity.name.count > 1 else { return nil }
    let schema = identity.name.count > 2 ? identity.name[2] : "public"
    let place = "\(SQLText.identifier(schema)).\(Self.name)"
    schemaName = identity.name[1] == "schemas" ? nil : schema
    switch identity.name[1] {
    case "tables": (kind, catalogue, creation) = (.table, .relation, "CREATE TABLE \(place) (x integer)")
    case "sequences": (kind, catalogue, creation) = (.sequence, .relation, "CREATE SEQUENCE \(place)")
    case "functions":
      let body = "RETURNS integer LANGUAGE sql AS 'SELECT 1'"
      (kind, catalogue, creation) = (.function, .routine, "CREATE FUNCTION \(place)() \(body)")
    case "types": (kind, catalogue, creation) = (.enumType, .type, "CREATE TYPE \(place) AS ENUM ()")
    case "schemas": (kind, catalogue, creation) = (.schema, .schema, "CREATE SCHEMA \(Self.name)")
    default: return nil
    }
    let word = Self.addressType(kind)
    address = "\(SQLText.literal(kind == .schema ? Self.name : place))::\(word)::oid"
  }

  func target(_ number: UInt32) -> AccessTarget {
    AccessTarget(kind: kind, catalogue: catalogue, number: number, schemaName: schemaName, name: Self.name)
  }

  private static func addressType(_ kind: ObjectKind) -> String {
    switch kind.family {
    case .routine: "regproc"
    case .type: "regtype"
    case .schema: "regnamespace"
    case .table, .sequence, .view, .column, .constraint, .index, .tableCode, .policy, .database, .installed,
      .buildingBlock, .service, .access:
      "regclass"
    }
  }
}
