/// Whether a change of `path` could concern any target that detection finds, or a tool's configuration. False only where
/// no tool would ever read such a path; cheap, since it is asked for each changed file before anything else happens.
package func mayBeInput(_ path: String) -> Bool {
  let name = path.lastPart.lowercased()
  if InputPaths.endings.contains(where: name.hasSuffix) || InputPaths.names.contains(name) { return true }
  if path.hasPrefix("schemagate/") || name.contains("flyway") || path.contains(".sqlx/") { return true }
  return path.lowercased().contains("migrat") || InputPaths.isNumberedProgram(name)
}

private enum InputPaths {
  static let endings = [".sql", ".prisma", ".fizz"]

  /// Tools' configuration, and the manifests that tell tools and engines apart.
  static let names: Set<String> = [
    "diesel.toml", "sqlx.toml", "metadata.toml", "cargo.toml", "go.mod", "package.json", "prisma.config.ts",
    "prisma.config.js", "prisma.config.mjs", "prisma.config.cjs", "pom.xml", "build.gradle", "build.gradle.kts",
    "application.properties", "application.yml", "application.yaml", "schemagate.yml", ".env", "config.toml",
    "sqitch.conf", "sqitch.plan",
  ]

  /// goose's `00001_name.go`, Flyway's `V1__name.java`: steps in a language, in whatever folder.
  static func isNumberedProgram(_ name: String) -> Bool {
    let isProgram = [".go", ".java", ".kt", ".groovy", ".rs", ".py"].contains(where: name.hasSuffix)
    return isProgram && name.prefix(2).contains(where: \.isNumber)
  }
}
