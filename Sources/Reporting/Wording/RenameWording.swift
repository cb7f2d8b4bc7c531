import SchemagateModel

extension ChangeReport {
  /// Whether a rename is behind a drop or an addition, as far as anybody knows.
  var renameNote: String? {
    if let possibleRename { return RenameNote.possible(verb, other: DottedName.lastPart(of: possibleRename)) }
    return notRename.map { other in
      RenameNote.certain(
        verb, kind: kind, name: DottedName.lastPart(of: name), other: DottedName.lastPart(of: other))
    }
  }
}
