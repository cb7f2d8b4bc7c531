import Foundation
import TestSupport
import Testing

@Suite("Installing a release by its digest")
struct InstallTests {
  private let release: Release

  init() throws { release = try Release() }

  private func install(_ more: [String: String], script: String? = nil) throws -> Shell {
    let script = script ?? "\(Templates.root)/ci-templates/install.sh"
    let environment = release.environment(["SCHEMAGATE_RELEASES": release.releases].merging(more) { $1 })
    return try Shell.run([script], in: release.folder.path, environment: environment)
  }

  private var known: [String: String] {
    ["SCHEMAGATE_VERSION": Release.version, "SCHEMAGATE_SHA256": release.digest]
  }

  @Test("The folder of the program is printed, and a tarball that is kept is not downloaded again")
  func sound() throws {
    let first = try install(known)
    #expect(first.status == 0, "\(first.all)")
    let bin = first.output.trimmingCharacters(in: .whitespacesAndNewlines)
    #expect(FileManager.default.isExecutableFile(atPath: bin + "/schemagate"))
    let again = try install(known.merging(["SCHEMAGATE_RELEASES": "file:///nowhere"]) { $1 })
    #expect(again.status == 0 && again.output == first.output, "\(again.all)")
  }

  @Test("A wrong digest, none, or a strange version stops before anything is unpacked")
  func refused() throws {
    let wrong = try install(["SCHEMAGATE_VERSION": "0.1.0", "SCHEMAGATE_SHA256": String(repeating: "f", count: 64)])
    #expect(wrong.status == 2 && wrong.error.contains("has the digest \(release.digest)"), "\(wrong.all)")
    let none = try install(["SCHEMAGATE_VERSION": "0.1.0"], script: try copy(withoutSums: true))
    #expect(none.status == 2 && none.error.contains("isn't known"), "\(none.all)")
    let strange = try install(["SCHEMAGATE_VERSION": "../0.1.0", "SCHEMAGATE_SHA256": release.digest])
    #expect(strange.status == 2 && strange.error.contains("not a version"), "\(strange.all)")
    #expect(!FileManager.default.fileExists(atPath: release.home + "/.cache/schemagate-releases/schemagate-0.1.0"))
    #expect(release.calls.isEmpty)
  }

  @Test("A kept tarball that was changed is downloaded anew")
  func changed() throws {
    let kept = "home/.cache/schemagate-releases/schemagate-0.1.0-linux-\(try architecture()).tar.gz"
    try release.folder.write(kept, "something else")
    let result = try install(known)
    #expect(result.status == 0, "\(result.all)")
  }

  @Test("The release's own SHA256SUMS says version and digest, and speaks for no other version")
  func sums() throws {
    let script = try copy(withoutSums: false)
    let result = try install([:], script: script)
    #expect(result.status == 0, "\(result.all)")
    let other = try install(["SCHEMAGATE_VERSION": "0.2.0"], script: script)
    #expect(other.status == 2 && other.error.contains("isn't known"), "\(other.all)")
  }

  private func architecture() throws -> String {
    try Shell.run(["dpkg", "--print-architecture"], in: "/", environment: release.environment()).output
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private func copy(withoutSums: Bool) throws -> String {
    try release.folder.write("action/install.sh", try Templates.text("ci-templates/install.sh"))
    let sums = try String(contentsOfFile: release.folder.path + "/releases/v0.1.0/SHA256SUMS", encoding: .utf8)
    if !withoutSums { try release.folder.write("action/SHA256SUMS", sums) }
    let path = release.folder.path + "/action/install.sh"
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    return path
  }
}
