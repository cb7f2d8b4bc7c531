import Foundation
import TestSupport

/// A machine with a release on it that can be downloaded: the templates' own scripts, and a program that notes how it is
/// called and hands over to the built one. It posts nothing: there is no server here that could take it.
final class Release {
  static let version = "0.1.0"
  let folder: TemporaryFolder
  let digest: String
  var releases: String { "file://\(folder.path)/releases" }
  var home: String { folder.path + "/home" }

  init() throws {
    folder = try TemporaryFolder()
    let built = try TestProgram.path()
    try folder.write("tree/schemagate-0.1.0/bin/schemagate", Self.program(built, calls: folder.path + "/calls"))
    // Installing packages changes the machine that the tests run on, so what was asked for is only noted.
    try folder.write("stubs/apt-get", "#!/bin/sh\necho \"$@\" >>'\(folder.path)/apt'\n")
    try folder.write("stubs/sudo", "#!/bin/sh\nexec \"$@\"\n")
    let made = try Shell.run(
      """
      mkdir -p releases/v0.1.0 tree/schemagate-0.1.0/share/schemagate home
      cp -R '\(Templates.root)/ci-templates' tree/schemagate-0.1.0/share/schemagate/
      chmod +x tree/schemagate-0.1.0/bin/schemagate stubs/*
      name=schemagate-0.1.0-linux-$(dpkg --print-architecture).tar.gz
      tar -czf "releases/v0.1.0/$name" -C tree schemagate-0.1.0
      cd releases/v0.1.0
      sha256sum "$name" >SHA256SUMS
      cut -d ' ' -f 1 SHA256SUMS
      """, in: folder.path, environment: ["PATH": "/usr/bin:/bin"])
    digest = made.output.trimmingCharacters(in: .whitespacesAndNewlines)
    guard made.status == 0, digest.count == 64 else { throw Templates.Missing(what: made.all) }
  }

  private static func program(_ built: String, calls: String) -> String {
    """
    #!/bin/sh
    printf '%s\\n' "$*" >>'\(calls)'
    [ -z "${GITHUB_TOKEN:-}${SCHEMAGATE_FETCH_TOKEN:-}${SCHEMAGATE_GITLAB_TOKEN:-}" ] || printf '%s\\n' "$1" >>'\(calls)-with-a-token'
    [ "$1" != publish ] || exit 0
    exec '\(built)' "$@"

    """
  }

  /// Every command line that the program was called with.
  var calls: [String] { lines("calls") }
  /// The commands that could see a token.
  var trusted: Set<String> { Set(lines("calls-with-a-token")) }
  /// What `apt-get` was asked for.
  var packages: [String] { lines("apt") }

  /// A machine of a CI system: nobody's Git configuration, and no variable but these.
  func environment(_ more: [String: String] = [:]) -> [String: String] {
    [
      "PATH": "\(folder.path)/stubs:\(TestTools.folder.path):/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin",
      "HOME": home, "GIT_CONFIG_NOSYSTEM": "1", "CI": "true", "LANG": "C.UTF-8",
    ].merging(more) { $1 }
  }

  private func lines(_ name: String) -> [String] {
    let text = (try? String(contentsOfFile: "\(folder.path)/\(name)", encoding: .utf8)) ?? ""
    return text.split(separator: "\n").map(String.init)
  }
}

/// The built program stands beside the tests' own.
enum TestProgram {
  static func path() throws -> String {
    let tests = Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0])
    let path = tests.resolvingSymlinksInPath().deletingLastPathComponent().appendingPathComponent("schemagate").path
    guard FileManager.default.isExecutableFile(atPath: path) else { throw Templates.Missing(what: path) }
    return path
  }
}
