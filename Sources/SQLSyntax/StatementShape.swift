import SchemagateModel

/// What the words of a statement so far say about where it ends: whether the next terminator stands inside a body.
///
/// PostgreSQL is read as `psql` reads it (src/fe_utils/psqlscan.l: a `;` ends a statement outside parentheses and outside
/// `BEGIN … END` of a routine), SQLite as `sqlite3_complete()` does (src/complete.c: a trigger ends with `;END;`), and
/// MySQL by the blocks of its stored programs.
struct StatementShape {
  private enum Phase {
    case start
    case create
    case definer
    case begin
    case routine
    case copy
    case copyFrom
    case copyData
    case plain
  }

  private enum TriggerEnd {
    case inside
    case afterTerminator
    case afterEnd
  }

  private let dialect: EngineKind
  private var phase = Phase.start
  private var depth = 0
  private var parentheses = 0
  private var previous: Keyword?
  private var triggerEnd = TriggerEnd.inside

  init(dialect: EngineKind) { self.dialect = dialect }

  /// Whether words can still change anything; most statements are decided by their first word.
  var wantsWords: Bool { phase != .plain && phase != .copyData }

  /// Whether data lines follow the terminator.
  var isCopyFromStandardInput: Bool { phase == .copyData }

  /// Whether the place is inside the body of a routine or trigger.
  var isInBody: Bool { depth > 0 }

  /// Takes a terminator; `true` when it ends the statement.
  mutating func takeTerminator() -> Bool {
    switch dialect {
    case .postgresql: return depth == 0 && parentheses == 0
    case .mysql, .mariadb: return depth <= 0
    case .sqlite:
      guard phase == .routine, triggerEnd != .afterEnd else { return true }
      triggerEnd = .afterTerminator
      return false
    }
  }

  mutating func takeOpen() {
    parentheses += 1
    // `REPEAT(a, 3)` is a function.
    if previous == .repeat, phase == .routine, dialect == .mysql || dialect == .mariadb { depth -= 1 }
    takeOther()
  }

  mutating func takeClose() {
    parentheses = max(0, parentheses - 1)
    takeOther()
  }

  mutating func takeOther() {
    previous = nil
    triggerEnd = .inside
    if phase == .start { phase = .plain }
  }

  mutating func takeWord(_ keyword: Keyword?) {
    switch phase {
    case .start: takeFirst(keyword)
    case .create, .definer: takeAfterCreate(keyword)
    case .begin: takeAfterBegin(keyword)
    case .routine: takeInRoutine(keyword)
    case .copy, .copyFrom: takeInCopy(keyword)
    case .copyData, .plain: break
    }
    previous = keyword
  }
}

// MARK: - Phases

extension StatementShape {
  private mutating func takeFirst(_ keyword: Keyword?) {
    switch (keyword, dialect) {
    case (.create, _): phase = .create
    case (.copy, .postgresql): phase = .copy
    case (.begin, .mysql), (.begin, .mariadb): phase = .begin
    case (.explain, .sqlite), (.query, .sqlite), (.plan, .sqlite): break
    default: phase = .plain
    }
  }

  private mutating func takeAfterCreate(_ keyword: Keyword?) {
    switch keyword {
    case .or, .replace, .temp, .temporary, .aggregate: break
    case .definer where dialect == .mysql || dialect == .mariadb: phase = .definer
    case .function, .procedure: phase = dialect == .sqlite ? .plain : .routine
    case .trigger: phase = dialect == .postgresql ? .plain : .routine
    case .event where dialect == .mysql || dialect == .mariadb: phase = .routine
    case .view: phase = .plain
    default: if phase == .create { phase = .plain }
    }
  }

  /// MariaDB's `BEGIN NOT ATOMIC` is a block outside of any routine; otherwise `BEGIN` is a transaction's.
  private mutating func takeAfterBegin(_ keyword: Keyword?) {
    phase = keyword == .not ? .routine : .plain
    if phase == .routine { depth = 1 }
  }

  private mutating func takeInCopy(_ keyword: Keyword?) {
    guard parentheses == 0 else { return }
    switch (phase, keyword) {
    case (_, .from): phase = .copyFrom
    case (.copyFrom, .stdin): phase = .copyData
    case (.copyFrom, _): phase = .plain
    default: break
    }
  }

  private mutating func takeInRoutine(_ keyword: Keyword?) {
    switch dialect {
    case .postgresql: takeInStandardBody(keyword)
    case .sqlite: takeInTrigger(keyword)
    case .mysql, .mariadb: takeInStoredProgram(keyword)
    }
  }

  private mutating func takeInStandardBody(_ keyword: Keyword?) {
    guard parentheses == 0 else { return }
    switch keyword {
    case .atomic where previous == .begin && depth == 0: depth = 1
    case .begin where depth > 0, .case where depth > 0: depth += 1
    case .end where depth > 0: depth -= 1
    default: break
    }
  }

  private mutating func takeInTrigger(_ keyword: Keyword?) {
    if keyword == .begin { depth = 1 }
    if keyword == .end, triggerEnd == .afterTerminator {
      triggerEnd = .afterEnd
      depth = 0
    } else {
      triggerEnd = .inside
    }
  }

  /// Blocks, and statements that hold others, stand open until their `END`. `IF` is a function's name as well: what opens
  /// it is its `THEN`, of which each `ELSEIF` and `WHEN` has one that opens nothing. The word behind `END` says what ends.
  private mutating func takeInStoredProgram(_ keyword: Keyword?) {
    switch keyword {
    case .begin, .then: depth += 1
    case .case, .loop, .repeat, .while: if previous != .end { depth += 1 }
    case .end, .elseif, .when: depth -= 1
    default: break
    }
  }
}
