import Testing

@testable import MigrationTools

@Suite("Python files")
struct PythonModuleTests {
  private func value(_ text: String, of name: String = "x") -> PythonValue? {
    PythonModule(text).assignment(to: name)?.value
  }

  @Test(
    "tell what their constants are",
    arguments: [
      ("'a' \"b\" '''c'''", .text("abc")), ("r'a\\n'", .text("a\\n")),
      ("'a\\n\\x41\\u00e9\\q'", .text("a\nA\u{e9}\\q")),
      ("U'a'", .text("a")), ("f'{y}'", .computed), ("b'a'", .computed), ("'\\N{DASH}'", .computed), ("1", .computed),
      ("None", .none), ("(True)", .flag(true)), ("a.b", .name("a.b")),
      ("a.b('c', [1])", .call("a.b", [.text("c"), .sequence([.computed])])),
      ("()", .sequence([])), ("('a')", .text("a")), ("('a',)", .sequence([.text("a")])),
      ("'a', 'b'", .sequence([.text("a"), .text("b")])),
      ("['a'] + [\n  'b',\n]", .sequence([.text("a"), .text("b")])), ("['a'] + y", .computed),
      ("'a' if y else 'b'", .computed),
      ("[y for y in z], 'a'", .sequence([.sequence([.computed]), .text("a")])), ("{'a': ['b', 'c']}", .computed),
      ("'a' \\\n 'b'  # 'c'", .text("ab")),
      ("('a', 'b'", .computed), ("['a')", .computed), ("'a", .text("a")), ("'''a\\\nb\\", .text("ab\\")),
      ("", .computed),
    ] as [(String, PythonValue)])
  func values(text: String, expected: PythonValue) {
    #expect(value("x = \(text)") == expected)
    #expect(value("x: \"t\" = \(text)") == expected)
  }

  @Test(
    "have the last value that is sure to count",
    arguments: [
      ("x = 'a'\nx = 'b'", .text("b")), ("x = 'a'\nif y:\n  x = 'b'", .computed), ("if y: x = 'b'", .computed),
      ("if y:\n  x = 'a'\nx = 'b'", .text("b")), ("x = y = 'a'", .text("a")), ("y = x = 'a'", .text("a")),
      ("x, y = 'a', 'b'", .computed), ("x = ['a']\nx += ['b']", .computed), ("x = ['a']\nx.append('b')", .computed),
      ("x = ['a']\nx[0] = 'b'", .computed), ("y.x = 'a'", nil), ("x == 'a'", .computed), ("y[x] = z(x='a')", nil),
      ("def f(x='a'):\n  x = 'b'\nclass C:\n  x = 'c'\n", nil), ("def f(): pass; x = 'a'", nil),
      ("y = 1; x = 'a'; z = 2", .text("a")), ("# x = 'a'\n'''\nx = 'a'\n'''", nil), ("@x\ndef y(): pass", nil),
    ] as [(String, PythonValue?)])
  func assignments(text: String, expected: PythonValue?) { #expect(value(text) == expected) }

  @Test("show their functions, with decorators, on one line or many, and what stands around them")
  func functions() throws {
    let text =
      "a = 1\n@d(\n 1)\n@e\nasync def f(x: int = 1,\n  y={1: 2}) -> int:\n\t'''doc'''\n\traise E\n\n\n# c\nb = 2; c = 3\n"
    let module = PythonModule(text)
    #expect(try #require(module.function("f")).alwaysRaises)
    #expect(module.text(without: module.function("f")) == "a = 1\n\n\n\n# c\nb = 2; c = 3\n")
    #expect(module.text(without: nil) == text && module.function("d") == nil)
    let short = PythonModule("def f(): 'doc'; raise E\ndef f(): pass\ndef g(): g(); raise E\n")
    #expect(short.function("f")?.alwaysRaises == false && short.function("g")?.alwaysRaises == false)
    #expect(PythonModule("def f(): 'doc'; raise E").function("f")?.alwaysRaises == true)
  }

  @Test("show their classes, nested ones too, and the names that a class itself sets")
  func classes() {
    let module = PythonModule(
      "class A(B):\n\n    '''doc'''\n    x: list = [\n('a', 'b')\n]\n    class Meta:\n        x = 'no'\n"
        + "    def f(self):\n        x = 'no'\n\nclass C: pass\n")
    #expect(module.classes.map(\.name) == ["A", "Meta", "C"])
    #expect(
      module.classes[0]["x"]
        == PythonScope.Assignment(line: 4, value: .sequence([.sequence([.text("a"), .text("b")])])))
    #expect(module.classes[2]["x"] == nil)
  }

  @Test("with strings that have expressions in them are read on behind those")
  func formatted() {
    let strings = [
      #"f"{d["it's"]}""#, #"rf'{a!r:>{width}}\''"#, #"f"{x:'^10}{{'""#, "f'''{\n d['''k'''] # '\n}'''",
      #"F"{f"{f"{1}"}"}""#,
      #"f"{ {"a": 1}["a"] }""#, "t'{(lambda: 1)()}'", "fR'{x:%H:%M}'",
    ]
    for string in strings {
      #expect(value("y(\(string))\nx = 'a'\n") == .text("a"), "\(string)")
    }
  }

  @Test("end their lines in any way, and may begin with a byte order mark")
  func lineEnds() {
    for end in ["\n", "\r\n", "\r"] {
      let text = ["\u{FEFF}x = ('a' \\", " 'b')", "", "y = '''c", "d'''", "class C:", "\tz = 1", ""].joined(
        separator: end)
      #expect(value(text) == .text("ab") && value(text, of: "y") == .text("c\nd"))
      #expect(PythonModule(text).classes.first?["z"]?.line == 7)
    }
  }

  /// Short pieces, and how often they are repeated.
  private static let hostile = [
    ("(", 20_000), ("f(", 10_000), ("[(", 10_000), ("])}", 10_000), ("f'{", 10_000), ("f\"{x:{", 5000), ("'", 9999),
    ("\"\"\"", 9999), ("\\", 9999), ("a = ", 10_000), ("class C: x;", 5000), ("['a'] + ", 10_000), ("'a' ", 10_000),
    ("\u{0}", 1000), ("y", 1_000_000), (" ", 10_000), ("@", 10_000), (";", 10_000), ("'''\\", 1), ("f'\\", 1),
    ("f'{\\", 1), ("f'{x:\\", 1), ("rb", 1), ("\u{FEFF}", 1), ("def", 1), ("class", 1), ("def f", 1), ("class C", 1),
    ("async", 1), ("\t \u{c}\tx = 1", 1), ("", 1),
  ]

  @Test("that nobody would write are read to their end, too")
  func hostileTexts() {
    for (piece, count) in Self.hostile {
      let text = String(repeating: piece, count: count)
      for begun in [text, "x = " + text, "class C:\n " + text, "def f(): " + text] {
        let module = PythonModule(begun)
        let length = begun.utf8.count
        #expect(module.assignment(to: "x")?.value.text?.utf8.count ?? 0 <= length, "\(piece)")
        #expect(module.text(without: module.function("f")).utf8.count <= length, "\(piece)")
        #expect(module.classes.count <= 1 || piece.hasPrefix("class"), "\(piece)")
      }
    }
  }
}
