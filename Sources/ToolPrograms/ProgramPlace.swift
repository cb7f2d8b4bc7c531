import EngineInterface
import Foundation
package import SchemagateModel

/// One call made ready: where it runs, with which words and variables.
struct ProgramPlace {
  let words: [String]
  let directory: String
  let variables: [String: String]

  /// Writes the call's own files on the way.
  init(_ call: ProgramCall, in world: ProgramWorld, address: DatabaseAddress?, files: String) throws {
    guard let copy = world.copies[call.revision] else { throw ProgramError.noCopy(call.revision) }
    Self.link("node_modules", for: call, in: world, copy)
    let command = call.words.joined(separator: " ")
    let placeholders = Placeholders(address: address, copy: copy, files: files)
    words = try call.words.map { try placeholders.fill($0, of: command) }
    directory = call.directory.isEmpty ? copy : "\(copy)/\(call.directory)"
    for (name, text) in call.files {
      let file = "\(files)/\(name)"
      let filling = file.hasSuffix(".ini") ? placeholders.forConfigParser : placeholders
      do { try filling.fill(text, of: command).write(toFile: file, atomically: false, encoding: .utf8) } catch {
        throw ProgramError.unwritable(file: name, reason: "\(error)")
      }
    }
    var variables = SafeEnvironment(world.variables).variables
    variables.merge(Self.standard(call, world, copy, variables)) { $1 }
    if let address {
      variables["DATABASE_URL"] = address.url
      variables.merge(address.variables) { $1 }
    }
    variables.merge(try call.environment.mapValues { try placeholders.fill($0, of: command) }) { $1 }
    self.variables = variables
  }

  /// The program's file; `nil` where there is none.
  var executable: String? {
    guard let name = words.first, !name.isEmpty else { return nil }
    return Self.file(of: name, directory: directory, path: variables["PATH"] ?? Self.usualPath)
  }

  private static func file(of name: String, directory: String, path: String) -> String? {
    if name.contains("/") {
      let path = name.hasPrefix("/") ? name : "\(directory)/\(name)"
      return isExecutable(path) ? path : nil
    }
    return path.split(separator: ":").lazy.map { "\($0)/\(name)" }.first(where: isExecutable)
  }

  private static func isExecutable(_ path: String) -> Bool {
    var facts = stat()
    return stat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
  }

  /// A module of the copy comes before the one that an editable install of the user's work tree would give.
  private static func standard(
    _ call: ProgramCall, _ world: ProgramWorld, _ copy: String, _ inherited: [String: String]
  ) -> [String: String] {
    let folders = call.directory.isEmpty ? [""] : ["/\(call.directory)", ""]
    let modules =
      folders.flatMap { ["\(copy)\($0)", "\(copy)\($0)/src"] } + (inherited["PYTHONPATH"].map { [$0] } ?? [])
    let path = inherited["PATH"] ?? usualPath
    return [
      "PATH": (folders.flatMap { installed(in: $0, world) } + [path]).joined(separator: ":"),
      "PYTHONPATH": modules.joined(separator: ":"), "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUNBUFFERED": "1",
      "NO_COLOR": "1",
    ]
  }

  /// Node looks for packages beside the file that asks for them: there the copy gets those of the work tree.
  private static func link(_ name: String, for call: ProgramCall, in world: ProgramWorld, _ copy: String) {
    guard let workTree = world.workTree else { return }
    for folder in Set(["", call.directory]).map({ $0.isEmpty ? "" : "/\($0)" }) {
      let (installed, place) = ("\(workTree)\(folder)/\(name)", "\(copy)\(folder)/\(name)")
      // What stands there already is the revision's own.
      if access(installed, F_OK) == 0 { symlink(installed, place) }
    }
  }

  private static let usualPath = "/usr/local/bin:/usr/bin:/bin"

  private static func installed(in folder: String, _ world: ProgramWorld) -> [String] {
    installed(in: folder, workTree: world.workTree)
  }

  private static func installed(in folder: String, workTree: String?) -> [String] {
    guard let workTree else { return [] }
    return [".venv/bin", "venv/bin", "node_modules/.bin"].map { "\(workTree)\(folder)/\($0)" }
      .filter { access($0, X_OK) == 0 }
  }

  fileprivate static func executable(of call: ProgramCall, workTree: String?, path: String?) -> String? {
    guard let name = call.words.first, !name.isEmpty else { return nil }
    let folders = call.directory.isEmpty ? [""] : ["/\(call.directory)", ""]
    let path = (folders.flatMap { installed(in: $0, workTree: workTree) } + [path ?? usualPath]).joined(separator: ":")
    let directory = [workTree ?? "", call.directory].filter { !$0.isEmpty }.joined(separator: "/")
    return file(of: name, directory: directory, path: path)
  }
}

extension ProgramCall {
  /// The file that would be run, looked for as a check does, in the work tree's own environments first; `nil` where
  /// there is none.
  package func executable(workTree: String?, path: String?) -> String? {
    ProgramPlace.executable(of: self, workTree: workTree, path: path)
  }
}
