/// What the server answered to one statement.
package struct StatementAnswer: Hashable, Sendable {
  /// What the server called it, for example `ALTER TABLE`; `nil` where it names nothing.
  package let tag: String?
  /// Rows that it touched, where the server counts them.
  package let rows: Int?
  /// From the answer before to this one; `nil` where the server keeps its answers back.
  package let elapsed: Duration?

  package init(tag: String? = nil, rows: Int? = nil, elapsed: Duration? = nil) {
    self.tag = tag
    self.rows = rows
    self.elapsed = elapsed
  }
}

/// What the server answered to the statements of one text, in order.
package struct StatementAnswers: Hashable, Sendable {
  /// How many answers are kept: a text may hold a hundred thousand statements.
  package static let most = 200

  /// All statements that were carried out.
  package private(set) var count: Int
  /// The first of their answers.
  package private(set) var first: [StatementAnswer] = []

  /// As many statements of which nothing else is known.
  package init(count: Int = 0) { self.count = count }

  package mutating func add(_ answer: @autoclosure () -> StatementAnswer) {
    count += 1
    if first.count < Self.most { first.append(answer()) }
  }

  /// Those to the first statements.
  package func first(_ count: Int) -> StatementAnswers {
    guard count < self.count else { return self }
    var other = StatementAnswers(count: count)
    other.first = Array(first.prefix(count))
    return other
  }

  /// The same without times, which say nothing where the server sends its answers together.
  package var withoutTimes: StatementAnswers {
    var other = self
    other.first = first.map { StatementAnswer(tag: $0.tag, rows: $0.rows) }
    return other
  }
}
