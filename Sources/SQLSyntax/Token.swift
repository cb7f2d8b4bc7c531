/// A piece of SQL text as the splitter needs it: no finer than what decides where statements and comments end.
struct Token {
  enum Kind {
    case space
    case lineComment
    case blockComment
    /// A string, a quoted name or a dollar-quoted body.
    case quoted
    case word
    /// `;`, or what MySQL's `DELIMITER` line put in its place.
    case terminator
    case open
    case close
    /// From a backslash in PostgreSQL's or MySQL's code to the end of its line.
    case metaCommand
    /// The `/*!50001` and the `*/` around code that only some servers run.
    case condition
    case other
  }

  let kind: Kind
  /// In UTF-8 bytes.
  let range: Range<Int>
}
