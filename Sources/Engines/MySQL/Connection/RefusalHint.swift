/// What helps against a refusal whose message doesn't say what it comes from.
struct RefusalHint {
  let message: ServerMessage

  var text: String? {
    switch message.number {
    case 1065: Self.empty
    case 1005 where message.text.contains("errno: 150"), 1215, 1824: Self.foreignKey
    default: nil
    }
  }

  private static let empty =
    "the text holds no statement, and the server refuses to be sent nothing, so the tool stops here; "
    + "a comment alone is accepted, and so is DO 0;"

  private static let foreignKey =
    "where the application migrates without foreign key checks, add `session: [\"SET FOREIGN_KEY_CHECKS = 0\"]` "
    + "to the target"
}
