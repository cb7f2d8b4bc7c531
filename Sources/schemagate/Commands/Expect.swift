import ArgumentParser
import Foundation
import GitSource
import SchemagateModel

/// Prints or writes the declarations that a branch lacks.
struct Expect: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prints the declarations that this branch lacks, or writes them into its migrations.",
    discussion: "Exit status: 0 nothing lacks, 1 something lacks, 2 wrong usage, 3 it could not be found out.")

  @OptionGroup var repository: RepositoryOptions

  @Option(help: ArgumentHelp("A server on which scratch databases may be made.", valueName: "url"))
  var server: String?

  @Flag(help: "Write the declarations into the work tree's files.")
  var write = false

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if repository.worktree, repository.head != nil {
      throw ValidationError("--worktree takes the uncommitted files as head: leave out --head")
    }
  }

  func run() async throws {
    let report = try await output.withEvents { events in
      var gate = gate
      gate.events = events
      return try await gate.run()
    }
    guard let report else { throw SelectionError.noTarget(notes: []) }
    let lacks = try tell(report)
    let doubts = report.unknownDeclarations
    for doubt in doubts {
      Failure.write(
        ErrorReport(what: "what lacks isn't known as a whole: \(doubt)", try: report.command ?? "schemagate check"))
    }
    guard doubts.isEmpty else { throw ExitStatus.unknown }
    guard !lacks else { throw ExitStatus.failed }
  }

  private var gate: GateRun {
    GateRun(
      options: repository, base: repository.baseChoice(all: false), head: repository.head, server: server,
      command: "schemagate check", environment: ProcessInfo.processInfo.environment)
  }

  /// Returns whether something lacks.
  private func tell(_ report: Report) throws -> Bool {
    let source = try GitRepository(at: repository.repo, environment: ProcessInfo.processInfo.environment)
    let head = try source.commit(named: repository.head ?? "HEAD")
    let checked = repository.worktree ? head.withWorkTree(try source.workTree(over: head)) : head
    let files = DeclarationFiles(repository: source, head: checked)
    var unreasoned = UnreasonedDeclaration.of(report)
    var lacks = false
    for lacking in LackingDeclarations.of(report) {
      let state = ExpectState(lacking, in: files.text(of: lacking.destination) ?? "")
      if state.isUnreasoned { unreasoned.append(UnreasonedDeclaration(path: lacking.destination, line: nil)) }
      guard !state.absent.isEmpty else { continue }
      lacks = true
      try settle(lacking, lines: state.absent, files)
      if write, state.absent.contains(where: { DeclarationText(line: $0).needsReason }) {
        unreasoned.append(UnreasonedDeclaration(path: lacking.destination, line: nil))
      }
    }
    tellOfReasons(unreasoned, lacks: lacks)
    return lacks || !unreasoned.isEmpty
  }

  private func settle(_ lacking: LackingDeclarations, lines: [String], _ files: DeclarationFiles) throws {
    guard write else { return show(lines, of: lacking) }
    switch try files.write(lines, of: lacking) {
    case .written:
      output.note("wrote \(lines.count == 1 ? "1 line" : "\(lines.count) lines") into \(lacking.destination)")
    case .left(let why):
      StandardError.write("error: \(lacking.destination) was left alone: \(why)")
      show(lines, of: lacking)
    }
  }

  private func show(_ lines: [String], of lacking: LackingDeclarations) {
    print(lacking.destination)
    guard lacking.sidecar != nil else { return print(lines.joined(separator: "\n") + "\n") }
    print(SidecarInsertion(text: nil).inserting(lines.map { DeclarationText(line: $0).entry }) ?? "")
  }

  private func tellOfReasons(_ places: [UnreasonedDeclaration], lacks: Bool) {
    var seen: Set<String> = []
    for place in places where place.line != nil || seen.insert(place.path).inserted {
      seen.insert(place.path)
      output.note("a reason is still to be given in \(place.words): write it after `because`")
    }
    if places.isEmpty, !lacks { output.note("nothing lacks") }
  }
}

/// Which of the lines that a report misses stand in the work tree already, not yet committed.
private struct ExpectState {
  let absent: [String]
  let isUnreasoned: Bool

  init(_ lacking: LackingDeclarations, in text: String) {
    let presence = lacking.lines.map { ($0, DeclarationText(line: $0).presence(in: text)) }
    absent = presence.filter { $0.1 == .absent }.map(\.0)
    isUnreasoned = presence.contains { $0.1 == .unreasoned }
  }
}
