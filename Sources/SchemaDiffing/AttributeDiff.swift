import SchemagateModel

/// Compares the attributes of two objects.
enum AttributeDiff {
  /// The attributes that differ, in the order of their names.
  static func between(_ base: [Attribute: Value], _ head: [Attribute: Value]) -> [AttributeChange] {
    var differing = base.keys.filter { base[$0] != head[$0] }
    differing += head.keys.filter { base[$0] == nil }
    return differing.sorted().map { AttributeChange(attribute: $0, base: base[$0], head: head[$0]) }
  }
}
