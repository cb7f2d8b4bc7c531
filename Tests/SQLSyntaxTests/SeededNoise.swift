/// Text that is made of what splitters stumble over, the same for the same seed.
struct SeededNoise {
  private var state: UInt64

  private static let parts: [String] = [
    "'", "\"", "`", "[", "]", "$", "$$", "$a$", "\\", "\\.", "\n", "\r\n", ";", "--", "-- ", "#", "/*", "*/", "/*!",
    "(", ")",
    "E'", "U&'", "create ", "function ", "trigger ", "begin ", "atomic ", "case ", "end ", "end if ", "then ",
    "elseif ", "repeat ", "loop ", "not ", "set sql_mode = 'no_backslash_escapes';", "source ", "/*M!100100 ", "event ",
    "copy t from stdin;",
    "delimiter ", "delimiter //\n", "é", "😀", "\u{0}", " ", "a", "1", ":b", "COPY ", "\u{FEFF}",
  ]

  init(seed: UInt64) { state = seed }

  mutating func sql() -> String {
    (0..<(next() % 60)).map { _ in part() }.joined()
  }

  private mutating func part() -> String {
    let number = next()
    if number % 11 == 0 { return String(decoding: [UInt8(truncatingIfNeeded: number >> 8)], as: UTF8.self) }
    return Self.parts[number % Self.parts.count]
  }

  private mutating func next() -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33)
  }
}
