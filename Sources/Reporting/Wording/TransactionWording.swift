import SchemagateModel

extension TransactionScope {
  /// What a reader wants to know of it: whether a half-done migration can be left behind.
  var words: Markdown {
    switch self {
    case .run: "in one transaction with the other migrations"
    case .file: "in one transaction"
    case .section: "in one transaction per section"
    case .statement: "in one transaction per statement"
    case .none: "without a transaction of the tool"
    }
  }
}
