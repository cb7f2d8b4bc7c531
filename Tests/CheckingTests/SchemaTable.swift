import SchemagateModel
import TestSupport

/// Tables of the shop.
enum SchemaTable {
  static let orders = SchemaObject.table("orders", ["id", "total"], server: nil)
  static let ordersWithoutTotal = SchemaObject.table("orders", ["id"], server: nil)
}
