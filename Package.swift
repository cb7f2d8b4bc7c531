// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

/// A stage or a noun: plain Swift, with the dependencies that its place in the diagram allows.
func module(_ name: String, path: String? = nil, exclude: [String] = [], _ dependencies: [Target.Dependency]) -> Target
{
  .target(
    name: name, dependencies: dependencies, path: path ?? "Sources/\(name)", exclude: exclude, swiftSettings: strict)
}

func tests(of name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.target(name: name), "SchemagateModel"] + dependencies,
    path: "Tests/\(name)Tests", exclude: exclude, swiftSettings: strict)
}

let package = Package(
  name: "schemagate",
  products: [.executable(name: "schemagate", targets: ["schemagate"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
  ],
  targets: [
    // Nouns
    module("SchemagateModel", exclude: ["Documentation.docc"], []),

    // C libraries, each inside the folder of its only user
    .systemLibrary(
      name: "CLibgit2", path: "Sources/GitSource/CLibgit2", pkgConfig: "libgit2",
      providers: [.apt(["libgit2-dev"]), .brew(["libgit2"]), .yum(["libgit2-devel"])]),
    .systemLibrary(
      name: "CLibpq", path: "Sources/Engines/PostgreSQL/CLibpq", pkgConfig: "libpq",
      providers: [.apt(["libpq-dev"]), .brew(["libpq"]), .yum(["libpq-devel"])]),
    .systemLibrary(
      name: "CSQLite", path: "Sources/Engines/SQLite/CSQLite", pkgConfig: "sqlite3",
      providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite3"]), .yum(["sqlite-devel"])]),

    // Pure text
    module("SQLSyntax", ["SchemagateModel"]),

    // Stages
    module("GitSource", exclude: ["CLibgit2"], ["SchemagateModel", "CLibgit2"]),
    .target(
      name: "MigrationTools", dependencies: ["SchemagateModel", "SQLSyntax"],
      resources: [.embedInCode("Presets/SQL")], swiftSettings: strict),
    module("EngineInterface", path: "Sources/Engines/Interface", ["SchemagateModel"]),
    module(
      "ServerProcess", path: "Sources/Engines/ServerProcess",
      ["SchemagateModel", .product(name: "Subprocess", package: "swift-subprocess")]),
    .target(
      name: "PostgreSQLEngine",
      dependencies: [
        "SchemagateModel", "SQLSyntax", "EngineInterface", "ServerProcess", "CLibpq",
        .product(name: "Subprocess", package: "swift-subprocess"),
      ],
      path: "Sources/Engines/PostgreSQL", exclude: ["CLibpq"], resources: [.embedInCode("Catalog")],
      swiftSettings: strict),
    .target(
      name: "SQLiteEngine", dependencies: ["SchemagateModel", "EngineInterface", "CSQLite"],
      path: "Sources/Engines/SQLite", exclude: ["CSQLite"], swiftSettings: strict),
    .target(
      name: "MySQLEngine",
      dependencies: [
        "SchemagateModel", "SQLSyntax", "EngineInterface", "ServerProcess",
        .product(name: "Subprocess", package: "swift-subprocess"),
      ],
      path: "Sources/Engines/MySQL", resources: [.embedInCode("Catalog")], swiftSettings: strict),
    module(
      "ToolPrograms",
      [
        "SchemagateModel", "EngineInterface", "ServerProcess",
        .product(name: "Subprocess", package: "swift-subprocess"),
      ]),
    module("SchemaDiffing", ["SchemagateModel"]),
    module("Declaring", ["SchemagateModel", "SQLSyntax", .product(name: "Yams", package: "Yams")]),
    module("Rehearsing", ["SchemagateModel", "EngineInterface", "ToolPrograms", "SchemaDiffing"]),
    module("Checking", ["SchemagateModel", "SchemaDiffing", "Declaring"]),
    module("Reporting", ["SchemagateModel"]),
    module("Publishing", ["SchemagateModel", .product(name: "Subprocess", package: "swift-subprocess")]),

    // Order
    module(
      "CheckPipeline",
      [
        "SchemagateModel", "SQLSyntax", "GitSource", "MigrationTools", "Declaring", "EngineInterface", "ToolPrograms",
        "Rehearsing", "SchemaDiffing", "Checking",
      ]),

    // Choice
    .executableTarget(
      name: "schemagate",
      dependencies: [
        "SchemagateModel", "SQLSyntax", "GitSource", "MigrationTools", "Declaring", "EngineInterface",
        "PostgreSQLEngine", "SQLiteEngine", "MySQLEngine", "ToolPrograms", "Rehearsing", "SchemaDiffing", "Checking",
        "Reporting", "Publishing", "CheckPipeline",
        .product(name: "ArgumentParser", package: "swift-argument-parser"), .product(name: "Yams", package: "Yams"),
      ],
      resources: [.embedInCode("Templates")], swiftSettings: strict),

    // Tests
    .target(
      name: "TestSupport",
      dependencies: ["SchemagateModel", .product(name: "Subprocess", package: "swift-subprocess")],
      path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(
      name: "SchemagateModelTests", dependencies: ["SchemagateModel"], path: "Tests/SchemagateModelTests",
      swiftSettings: strict),
    tests(of: "SQLSyntax"),
    tests(of: "GitSource", ["TestSupport"]),
    tests(
      of: "MigrationTools", ["TestSupport", .product(name: "Subprocess", package: "swift-subprocess")],
      exclude: ["Cases"]),
    tests(
      of: "PostgreSQLEngine",
      [
        "TestSupport", "EngineInterface", "ServerProcess", "SchemaDiffing",
        .product(name: "Subprocess", package: "swift-subprocess"),
      ],
      exclude: ["Cases"]),
    tests(
      of: "MySQLEngine",
      [
        "TestSupport", "EngineInterface", "ServerProcess", "SchemaDiffing",
        .product(name: "Subprocess", package: "swift-subprocess"),
      ],
      exclude: ["Cases"]),
    tests(of: "SQLiteEngine", ["TestSupport", "EngineInterface", "SchemaDiffing"], exclude: ["Cases"]),
    tests(of: "ToolPrograms", ["TestSupport", "EngineInterface"]),
    tests(of: "SchemaDiffing", ["TestSupport"]),
    tests(of: "Declaring", ["TestSupport"]),
    tests(
      of: "Rehearsing",
      [
        "TestSupport", "EngineInterface", "ToolPrograms", "PostgreSQLEngine", "SQLiteEngine", "MySQLEngine",
        "MigrationTools",
      ]),
    tests(of: "Checking", ["TestSupport", "SchemaDiffing", "Declaring"]),
    tests(of: "Reporting", ["TestSupport"], exclude: ["Golden", "Rendering"]),
    tests(of: "Publishing", ["TestSupport"], exclude: ["forge.py"]),
    tests(
      of: "schemagate",
      [
        "TestSupport", "PostgreSQLEngine", "EngineInterface", "MigrationTools", "Checking",
        .product(name: "ArgumentParser", package: "swift-argument-parser"), .product(name: "Yams", package: "Yams"),
      ]),
    .testTarget(
      name: "ScenarioTests",
      dependencies: [
        "schemagate", "SchemagateModel", "EngineInterface", "PostgreSQLEngine", "SQLiteEngine", "MySQLEngine",
        "Reporting", "Checking", "CheckPipeline", "TestSupport", .product(name: "Yams", package: "Yams"),
      ],
      path: "Tests/ScenarioTests", swiftSettings: strict),
    .testTarget(
      name: "TemplateTests", dependencies: ["schemagate", "TestSupport", .product(name: "Yams", package: "Yams")],
      path: "Tests/TemplateTests", swiftSettings: strict),
    .testTarget(name: "ArchitectureTests", path: "Tests/ArchitectureTests", swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
