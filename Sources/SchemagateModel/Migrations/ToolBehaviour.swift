/// What a migration tool does, each fact with the place where its maintainers say so.
package struct ToolBehaviour: Hashable, Sendable {
  /// The tool's name in the catalogue.
  package let tool: String
  package let order: Cell
  /// What says which of two migrations comes first.
  package let ranking: Ranking
  package let transaction: Cell
  package let sending: Cell
  package let session: Cell
  package let edited: Reaction
  package let removed: Reaction
  package let lower: Reaction
  package let checksum: Cell
  package let down: Cell

  /// What is asked of each tool, in the order of the table's columns.
  package enum Aspect: String, Hashable, Sendable, CaseIterable {
    case order
    case transaction
    case sending
    case session
    case edited
    case removed
    case lower = "lower version"
    case checksum
    case down
  }

  package enum Ranking: Hashable, Sendable {
    /// The version or the name that each file has.
    case versions
    /// A list that the tool keeps beside the files.
    case list
    /// Each migration names those that it follows on.
    case graph
  }

  /// One answer, in a few words.
  package struct Cell: Hashable, Sendable {
    package let words: String
    /// A file and function of the tool's repository, or the address of its documentation.
    package let source: String

    package init(_ words: String, source: String) {
      self.words = words
      self.source = source
    }
  }

  /// What the tool does with something that contradicts what a database has applied.
  package struct Reaction: Hashable, Sendable {
    package let act: Act
    package let words: String
    package let source: String

    package init(_ act: Act, _ words: String = "", source: String) {
      self.act = act
      self.words = words
      self.source = source
    }

    /// Both as the table shows them.
    package var cell: Cell { Cell(words.isEmpty ? act.rawValue : "\(act.rawValue): \(words)", source: source) }
  }

  package enum Act: String, Hashable, Sendable {
    /// The tool doesn't look.
    case unnoticed
    case runs
    case skips
    case refuses
    /// Only where it is the newest applied one, which is all that the tool looks up.
    case refusesIfNewest = "refuses if newest"
    /// Only where another one names it as the one before.
    case refusesIfParent = "refuses if another follows on it"
  }

  package init(
    tool: String, order: Cell, ranking: Ranking = .versions, transaction: Cell, sending: Cell, session: Cell,
    edited: Reaction, removed: Reaction, lower: Reaction, checksum: Cell, down: Cell
  ) {
    self.tool = tool
    self.order = order
    self.ranking = ranking
    self.transaction = transaction
    self.sending = sending
    self.session = session
    self.edited = edited
    self.removed = removed
    self.lower = lower
    self.checksum = checksum
    self.down = down
  }

  package subscript(aspect: Aspect) -> Cell {
    switch aspect {
    case .order: order
    case .transaction: transaction
    case .sending: sending
    case .session: session
    case .edited: edited.cell
    case .removed: removed.cell
    case .lower: lower.cell
    case .checksum: checksum
    case .down: down
    }
  }
}
