/// What only the text of a `CREATE TABLE` tells, since no pragma does.
struct TableText {
  var columns: [Column] = []
  var primaryKey: Key?
  var uniques: [Key] = []
  var checks: [Check] = []
  var foreignKeys: [ForeignKey] = []
  var isAutoincrement = false
  /// False when some part of the text has a form that the parser doesn't know.
  var isUnderstood = true

  struct Column {
    let name: String
    var collation: String?
    var generated: ArraySlice<Token>?
    /// In SQL's words, for example `NOT NULL ON CONFLICT REPLACE`.
    var options: [String] = []
  }

  struct Key {
    var name: String?
    var columns: [KeyColumn]
    var conflict: String?
  }

  struct KeyColumn {
    let expression: ArraySlice<Token>
    let collation: String?
    let isDescending: Bool

    var name: String? { expression.count == 1 ? expression.first?.text : nil }
  }

  struct Check {
    let name: String?
    let expression: ArraySlice<Token>
    let conflict: String?
  }

  struct ForeignKey {
    let name: String?
    let columns: [String]
    let table: String
    let referenced: [String]
    var actions: [String] = []
    var isDeferrable = false
    var isInitiallyDeferred = false
  }
}
