import SchemagateModel

/// The test cases of one target.
struct JUnitSuite {
  let name: String
  var file: String?
  var time: String?
  let properties: [(name: String, value: String)]
  let cases: [JUnitCase]

  var element: XML {
    XML(
      "testsuite",
      [
        "name": name, "tests": String(cases.count), "failures": count(.failure), "errors": count(.error),
        "skipped": count(.skipped), "time": time, "file": file,
      ],
      children: [XML("properties", children: properties.map { XML("property", ["name": $0.name, "value": $0.value]) })]
        + cases.map(\.element))
  }

  private func count(_ outcome: JUnitCase.Outcome) -> String { String(cases.filter { $0.outcome == outcome }.count) }

  /// What was compared, and by what.
  static func properties(_ report: Report) -> [(name: String, value: String)] {
    let texts: [(String, String?)] = [
      ("schemagate.version", report.generator.version), ("base.name", report.base?.name),
      ("base.commit", report.base?.commit), ("head.name", report.head?.name), ("head.commit", report.head?.commit),
      ("mergeBase.commit", report.mergeBase), ("merged.tree", report.mergedTree), ("command", report.command),
      ("verdict", report.verdict.rawValue),
    ]
    return texts.compactMap { name, value in value.map { (name, VisibleText.line($0, limit: 400)) } }
  }
}

/// One test case. A case has one outcome and one text, because readers keep no more than the first.
struct JUnitCase {
  enum Outcome: String {
    case passed
    case failure
    case error
    case skipped
  }

  /// The case that stands for the target as a whole.
  static let checked = "checked"

  let className: String
  let name: String
  var outcome = Outcome.passed
  /// What went wrong in one line, and the rule that says so.
  var message = ""
  var type: String?
  var text = ""
  /// What is worth reading and fails nothing.
  var output = ""
  var time: String?

  var element: XML {
    XML("testcase", ["classname": className, "name": name, "time": time], children: result + printed)
  }

  private var result: [XML] {
    switch outcome {
    case .passed: []
    case .skipped: [XML("skipped", ["message": message])]
    case .failure, .error: [XML(outcome.rawValue, ["type": type, "message": message], text: text)]
    }
  }

  private var printed: [XML] { output.isEmpty ? [] : [XML("system-out", text: output)] }
}
