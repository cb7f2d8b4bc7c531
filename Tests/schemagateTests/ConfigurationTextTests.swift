import SchemagateModel
import Testing
import Yams

@testable import schemagate

@Suite("the configuration that init writes")
struct ConfigurationTextTests {
  /// Names that YAML would take for something else, and some that nobody could read.
  private static let hostile = [
    "shop", "we\"ird: #x", "~", "~root", "- a", "{a}", "[b]", "*x", "&y", "!t", "%d", "@e", "`f`", "|", ">", "true",
    "No",
    "null", "1.5", "0x1F", "2027-01-31", "a\nb", "a\tb", " leading", "trailing ", "'quoted'", "back\\slash", "ä ö",
    "\u{202E}turned", "\u{1F600}", "\u{7}", "${HOME}", "a: b", "a #b", "---", "...",
    String(repeating: "x", count: 10_000),
  ]

  @Test("reads back as the same targets, whatever their folders are called", arguments: hostile)
  func hostileNames(name: String) throws {
    let target = TargetDefinition(
      name: name, engine: .sqlite, migrations: ["\(name)/migrations"], tool: ToolSettings(name: "dbmate"),
      assumptions: ["folder \(name)"])
    let text = try ConfigurationText(targets: [target]).proved()
    let read = try #require(try Yams.load(yaml: text) as? [String: Any])
    let targets = try #require(read["targets"] as? [String: [String: Any]])
    #expect(Array(targets.keys) == [name])
    let folder = try #require(targets[name]?["migrations"] as? String)
    #expect(folder == (name.hasPrefix("~") ? "./" : "") + "\(name)/migrations")
  }

  @Test("names everything that detection found, so that it means the same without detection")
  func everySetting() throws {
    let tool = ToolSettings(
      name: "files", transaction: .file, outOfOrder: .skip, table: "notes: of #1", split: true,
      up: "V{version}.{name}.up.sql", down: "V{version}.{name}.down.sql", order: .text,
      program: ProgramSettings(
        runner: "uv run", directory: "app", config: "app/alembic.ini", settings: "shop.settings", url: "{url}",
        environment: ["DEBUG": "no: thing"], list: "list", all: "all"))
    let target = TargetDefinition(
      name: "shop", engine: .postgresql, migrations: ["db/a", "db/b"], tool: tool, preset: .supabase,
      session: Preset.supabase.session + ["SET role = \"x\""], functions: [FunctionStandIn(name: "f", arity: -1)],
      inputs: ["app/**"])
    let root = TargetDefinition(name: "root", engine: .sqlite, migrations: [""], tool: ToolSettings(name: "goose"))
    let text = try ConfigurationText(targets: [target, root]).proved()
    let reader = ConfigurationReader(tools: ["files", "goose"])
    #expect(try reader.read(text).definitions(detected: []) == [target, root])
  }

  @Test("leaves MySQL and MariaDB open, which files don't tell apart")
  func mysql() throws {
    let target = TargetDefinition(
      name: "shop", engine: .mysql, migrations: ["db"], tool: ToolSettings(name: "goose"), engineIsDetected: true)
    let text = try ConfigurationText(targets: [target]).proved()
    let read = try ConfigurationReader(tools: ["goose"]).read(text)
    #expect(read.targets.map(\.engine) == [nil])
    #expect(try read.definitions(detected: [target]) == [target])
  }

  @Test("says what was assumed")
  func assumptions() throws {
    let target = TargetDefinition(
      name: "shop", engine: .postgresql, migrations: ["db"], tool: ToolSettings(name: "goose"),
      assumptions: ["engine postgresql: nothing tells\nevil: key"], engineIsAssumed: true)
    let text = try ConfigurationText(targets: [target]).proved()
    #expect(text.contains("    # engine postgresql: nothing tells evil: key\n"))
    #expect(text.contains("    engine: postgresql   # assumed: nothing in the files tells\n"))
  }
}
