import Foundation
import TestSupport
import Testing

@Suite(
  "The templates as their systems read them",
  .enabled(if: TestTools.areInstalled, "scripts/install-test-tools has not been run"))
struct ValidityTests {
  private let environment = ["PATH": "\(TestTools.folder.path):/usr/bin:/bin", "HOME": "/nonexistent", "NO_COLOR": "1"]

  @Test("Each is valid by its system's published schema")
  func schemas() throws {
    let result = try Shell.run(
      [TestTools.path(of: "python"), "\(Templates.root)/scripts/check-templates"], in: "/", environment: environment)
    #expect(result.status == 0, "\(result.all)")
    let yaml = try FileManager.default.contentsOfDirectory(atPath: Templates.root + "/ci-templates").filter {
      $0.hasSuffix(".yml") && $0 != "lefthook.yml"
    }
    for file in yaml { #expect(result.output.contains("ci-templates/\(file): fits"), "\(file)") }
    #expect(result.output.contains("action.yml: fits"))
  }

  @Test("The manifests for pre-commit are valid by its own judgement")
  func preCommit() throws {
    for (command, file) in [
      ("validate-manifest", ".pre-commit-hooks.yaml"), ("validate-config", "ci-templates/pre-commit-config.yaml"),
    ] {
      let home = try TemporaryFolder()
      let result = try Shell.run(
        [TestTools.path(of: "pre-commit"), command, file], in: Templates.root,
        environment: environment.merging(["PRE_COMMIT_HOME": home.path]) { $1 })
      #expect(result.status == 0, "\(result.all)")
    }
  }

  @Test("A security linter for workflows finds nothing, in its strictest but one mood")
  func zizmor() throws {
    let folder = try TemporaryFolder()
    for path in Templates.workflows + ["action.yml"] {
      // Our own release's commit is for the user to fill in.
      let text = try Templates.text(path).replacingOccurrences(
        of: "OWNER/schemagate@COMMIT # v0", with: "acme/schemagate@" + String(repeating: "1", count: 40) + " # v0")
      let name = path == "action.yml" ? path : ".github/workflows/" + path.split(separator: "/").last!
      try folder.write(name, text)
    }
    let result = try Shell.run(
      [TestTools.path(of: "zizmor"), "--offline", "--persona=pedantic", "--strict-collection", folder.path], in: "/",
      environment: environment)
    #expect(result.status == 0 && result.all.contains("completed"), "\(result.all)")
  }

  @Test("The shell scripts are clean by shellcheck")
  func shellcheck() throws {
    let templates = Templates.root + "/ci-templates"
    let scripts = try FileManager.default.contentsOfDirectory(atPath: templates).filter { $0.hasSuffix(".sh") }
    #expect(scripts.count >= 5)
    let result = try Shell.run(
      [TestTools.path(of: "shellcheck")] + scripts.map { "\(templates)/\($0)" }
        + ["\(Templates.root)/hooks/pre-commit-entry", "\(Templates.root)/hooks/pre-push"], in: "/",
      environment: environment)
    #expect(result.status == 0, "\(result.all)")
  }
}
