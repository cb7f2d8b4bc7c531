import Foundation
import SchemaDiffing
import SchemagateModel
import Testing

@Suite("the consequence table in the documentation")
struct ConsequenceDocumentationTests {
  @Test("says what the function says")
  func agreesWithTheFunction() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Sources/SchemagateModel/Documentation.docc/Consequences.md").standardized
    let page = ConsequencePage.text
    guard ProcessInfo.processInfo.environment["SCHEMAGATE_RECORD"] == nil else {
      try Data(page.utf8).write(to: file)
      Issue.record("Consequences.md was written anew: read it, then run without SCHEMAGATE_RECORD")
      return
    }
    let written = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    #expect(written == page, "SCHEMAGATE_RECORD=1 writes Consequences.md anew")
  }
}

/// The page, made of the function's own answers.
private enum ConsequencePage {
  static var text: String {
    let rows = ConsequenceTable.rows
    return """
      # What a change means

      The consequence of every change: of adding, dropping and renaming an object of each kind, and of altering its
      attributes. What isn't listed below is harmless.

      ## Overview

      Some answers depend on the object: adding to a table that the same change adds is harmless, a column that has to be
      written breaks its writers, an index breaks use only if it is unique, and what everyone may use widens access.

      | kind | add | drop | rename |
      |---|---|---|---|
      \(kinds(rows))

      ## Alterations

      | attribute | which way | consequence | of |
      |---|---|---|---|
      \(alterations(rows))

      """
  }

  private static func kinds(_ rows: [ConsequenceRow]) -> String {
    ObjectKind.allCases.map { kind in
      let answers = [SchemaChange.Verb.add, .drop, .rename].map { verb in
        rows.first { $0.kind == kind && $0.verb == verb }?.consequence.rawValue ?? ""
      }
      return "| \(kind.rawValue) | \(answers.joined(separator: " | ")) |"
    }.joined(separator: "\n")
  }

  private static func alterations(_ rows: [ConsequenceRow]) -> String {
    let altered = rows.filter { $0.attribute != nil }
    let byWay = Dictionary(grouping: altered) { Answer($0) }.mapValues { names($0.map(\.kind)) }
    let ways = Dictionary(grouping: byWay.keys) { answer in
      Line(attribute: answer.attribute, consequence: answer.consequence, kinds: byWay[answer] ?? "")
    }
    return ways.map { line, answers in line.text(ways: answers.map(\.way).sorted()) }.sorted().joined(separator: "\n")
  }

  private struct Answer: Hashable {
    let attribute: String
    let way: String
    let consequence: String

    init(_ row: ConsequenceRow) {
      attribute = row.attribute?.rawValue ?? ""
      way = row.direction.map { "\($0)" } ?? ""
      consequence = row.consequence.rawValue
    }
  }

  private struct Line: Hashable {
    let attribute: String
    let consequence: String
    let kinds: String

    func text(ways: [String]) -> String {
      let way = ways.count == Direction.allCases.count ? "any" : ways.joined(separator: ", ")
      return "| \(attribute) | \(way) | \(consequence) | \(kinds) |"
    }
  }

  private static func names(_ kinds: [ObjectKind]) -> String {
    kinds.count == ObjectKind.allCases.count ? "any" : kinds.map(\.rawValue).joined(separator: ", ")
  }
}
