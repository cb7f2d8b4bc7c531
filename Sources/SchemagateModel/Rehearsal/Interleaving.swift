/// Base gained migrations since the branch began, and the branch adds some as well: what either order gives.
package struct Interleaving: Hashable, Sendable {
  /// What each of base's new migrations did on the state where the branch began.
  package let gained: [StepRecord]
  /// The branch's migrations, then base's new ones; `nil` where the two sides touch nothing in common, so that their
  /// order can't matter.
  package let otherOrder: PathRecord?
  /// From what base's order gives to what the other one gives; `nil` where not both were built.
  package let differences: [SchemaChange]?

  package init(gained: [StepRecord], otherOrder: PathRecord? = nil, differences: [SchemaChange]? = nil) {
    self.gained = gained
    self.otherOrder = otherOrder
    self.differences = differences
  }
}

extension SchemaChange {
  /// What the change touches: the table of what lives in one, else the object itself.
  package var touched: ObjectIdentity {
    if let table = identity.table { return ObjectIdentity(kind: .table, name: table) }
    // Whatever is new in a schema is part of it, without touching what else is.
    guard let parent, parent.kind != .schema else { return identity }
    return parent
  }

  /// Whether the definition of what is changed names `object`: a foreign key its table, a view what it reads.
  fileprivate func mentions(_ object: ObjectIdentity) -> Bool {
    guard let name = object.name.last, touched != object else { return false }
    return attributes.contains { attribute in
      [attribute.base, attribute.head].contains { $0?.definition?.holdsWord(name) ?? false }
    }
  }
}

extension Value {
  fileprivate var definition: String? {
    switch self {
    case .text(let text), .sql(let text): text
    case .list(let members), .set(let members): members.joined(separator: " ")
    case .flag, .integer: nil
    }
  }
}

extension String {
  /// Whether `word` stands in the text, not as a part of a longer name.
  fileprivate func holdsWord(_ word: String) -> Bool {
    guard !word.isEmpty else { return false }
    return ranges(of: word).contains { range in
      let before = range.lowerBound > startIndex ? self[index(before: range.lowerBound)] : " "
      let after = range.upperBound < endIndex ? self[range.upperBound] : " "
      return ![before, after].contains { $0.isLetter || $0.isNumber || $0 == "_" }
    }
  }
}

extension StepRecord {
  /// Everything that the step was seen to touch.
  package var touched: Set<ObjectIdentity> {
    Set(changes.flatMap { change in [change.touched] + (change.newIdentity.map { [$0] } ?? []) })
  }

  /// What both steps touch, and what one of them touches and the other one's objects are built on.
  package func common(with other: StepRecord) -> Set<ObjectIdentity> {
    let (own, others) = (touched, other.touched)
    let reads = own.filter { object in other.changes.contains { $0.mentions(object) } }
    let isRead = others.filter { object in changes.contains { $0.mentions(object) } }
    return own.intersection(others).union(reads).union(isRead)
  }
}
