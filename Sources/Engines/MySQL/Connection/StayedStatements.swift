import SchemagateModel

/// Which of the statements before a refused one nothing undoes.
struct StayedStatements {
  let dialect: EngineKind

  /// `isInTransaction` tells how the session stood before the first statement.
  func among(_ statements: some Sequence<SourceText>, isInTransaction: Bool) -> [String] {
    var stayed: [String] = []
    var pending: [String] = []
    var isOpen = isInTransaction
    var commitsEach = true
    for statement in statements {
      switch StatementWords(statement, dialect: dialect).effect {
      case .nothing: break
      case .rows: if isOpen || !commitsEach { pending.append(statement.text) } else { stayed.append(statement.text) }
      case .rollsBack:
        pending = []
        isOpen = false
      case .setsAutocommit(let isOn):
        if isOn { stayed += pending.removingAll() }
        commitsEach = isOn
      case .beginsTransaction:
        stayed += pending.removingAll()
        isOpen = true
      case .commits:
        stayed += pending.removingAll()
        isOpen = false
      case .definition:
        stayed += pending.removingAll() + [statement.text]
        isOpen = false
      }
    }
    return stayed
  }
}

extension [String] {
  fileprivate mutating func removingAll() -> [String] {
    defer { self = [] }
    return self
  }
}
