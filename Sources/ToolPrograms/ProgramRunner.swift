package import EngineInterface
import Foundation
package import SchemagateModel

/// Runs a migration tool's own program in a private copy of a revision's files.
package struct ProgramRunner: Sendable {
  private let world: ProgramWorld
  private let engine: EngineKind

  package init(world: ProgramWorld, engine: EngineKind) {
    self.world = world
    self.engine = engine
  }

  /// Runs the call to its end, or until `limit` is over; nothing of its process group is left then, though a child that
  /// began a session of its own may be. `access` is `nil` where there is no database yet. Throws where the program could
  /// not even be tried.
  package func run(_ call: ProgramCall, on access: ProgramAccess?, limit: Duration) async throws -> ProgramRun {
    let own = try world.folder.folder(named: "call-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(atPath: own) }
    let files = "\(own)/files"
    mkdir(files, 0o700)
    let address = access.map { DatabaseAddress(access: $0, engine: engine, driver: call.driver) }
    let place = try ProgramPlace(call, in: world, address: address, files: files)
    guard let executable = place.executable else {
      return ProgramRun(call: call, ending: .notFound(place.words.first ?? ""), output: "", isWhole: true)
    }
    let process = GuardedProcess(place: place, executable: executable, alive: "\(own)/alive")
    let outcome = try await process.run(limit: limit)
    let words = Anonymous(copy: world.copies[call.revision] ?? "", own: own, access: access)
    return ProgramRun(
      call: call, ending: outcome.isOutOfTime ? .outOfTime(limit) : .exited(Int(outcome.status)),
      output: words.text(outcome.text), isWhole: outcome.isWhole,
      holdsModule: { [copy = world.copies[call.revision] ?? "", directory = place.directory] name in
        Self.module(name, standsIn: [directory, copy])
      })
  }

  private static func module(_ name: String, standsIn folders: [String]) -> Bool {
    let first = name.split(separator: ".").first.map(String.init) ?? name
    return folders.flatMap { [$0, "\($0)/src"] }.contains { folder in
      access("\(folder)/\(first)", F_OK) == 0 || access("\(folder)/\(first).py", F_OK) == 0
    }
  }
}

/// What a program printed, without what differs from run to run or is nobody's business.
private struct Anonymous {
  let copy: String
  let own: String
  let access: ProgramAccess?

  func text(_ text: String) -> String {
    var text = text.replacing("\(copy)/", with: "").replacing(copy, with: ".").replacing(own, with: "…")
    if let password = access?.password, password.utf8.count > 3 {
      text = text.replacing(password, with: "…").replacing(DatabaseAddress.encoded(password), with: "…")
    }
    if let host = access?.host, host.hasPrefix("/") { text = text.replacing(host, with: "…") }
    if let access { text = text.replacing(access.database, with: "scratch") }
    return text.replacing(#/0x[0-9a-fA-F]{6,}/#, with: "0x…").replacing(#/\u{1B}\[[0-9;]*[A-Za-z]/#, with: "")
  }
}
