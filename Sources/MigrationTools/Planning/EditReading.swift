internal import SQLSyntax
package import SchemagateModel

/// How far each edited migration was edited.
package func extents(
  of delta: HistoryDelta, from base: MigrationHistory, to head: MigrationHistory, engine: EngineKind
) -> [MigrationID: EditExtent] {
  guard !delta.edited.isEmpty else { return [:] }
  let splitter = SQLSplitter(dialect: engine)
  let pairs = delta.edited.map { ($0, splitter.extent(from: base[$0]?.up, to: head[$0]?.up)) }
  return Dictionary(pairs) { first, _ in first }
}

extension SQLSplitter {
  /// A directive that stands in a comment changes the transaction or the pieces, and with them more than a comment.
  fileprivate func extent(from old: MigrationScript?, to new: MigrationScript?) -> EditExtent {
    guard let old, let new else { return .code }
    switch (old.body, new.body) {
    case (.sql(let before), .sql(let after)):
      guard old.transaction == new.transaction, (before.count == after.count) || before.count * after.count == 0 else {
        return .code
      }
      return sayTheSame(before, after) ? .commentsOnly : .code
    case (.program, .program), (.command, .command): return .program
    case (.sql, _), (.program, _), (.command, _): return .code
    }
  }
}
