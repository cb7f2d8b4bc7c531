/// What stands where the grammar asks for something else.
enum DeclarationSyntaxError: Error, Hashable {
  case expected(Wanted, found: String?, nearest: String?)
  case unclosedQuote
  case emptyReason
  case placeholderReason

  enum Wanted: Hashable {
    case expectOrAllow
    case verb
    case kind
    case name
    case newName
    case attribute
    case closingParenthesis
    case endOrBecause
    case becauseOfWaiver
    case rule
  }
}

extension DeclarationSyntaxError {
  var message: String {
    switch self {
    case .expected(let wanted, let found, let nearest):
      let instead = found.map { "found '\($0)'" } ?? "the line ends"
      return "expected \(wanted.message), \(instead)" + (nearest.map { "; did you mean '\($0)'?" } ?? "")
    case .unclosedQuote: return "a quoted name is not closed with '\"'"
    case .emptyReason: return "no reason stands after 'because'"
    case .placeholderReason: return "the reason after 'because' is still a placeholder: say why"
    }
  }
}

extension DeclarationSyntaxError.Wanted {
  fileprivate var message: String {
    switch self {
    case .expectOrAllow: "'expect' or 'allow'"
    case .verb: "'add', 'drop', 'alter', 'rename' or 'nothing else'"
    case .kind: "a kind of object (table, column, index, foreign key, view, function, policy, …)"
    case .name: "a name (schema.table.column; quote a part that is no plain word)"
    case .newName: "'to' and the new name"
    case .attribute: "an attribute (type, nullable, default, definition, grants, owner, …)"
    case .closingParenthesis: "',' or ')' after a detail"
    case .endOrBecause: "'because' or the end of the line (a declaration stands on one line)"
    case .becauseOfWaiver: "'because' and the reason: a waiver needs one"
    case .rule: "the id of a rule"
    }
  }
}
