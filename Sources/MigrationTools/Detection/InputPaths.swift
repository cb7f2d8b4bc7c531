/// Whether a change of `path` could concern any target that detection finds, or a tool's configuration. False only where
/// no tool would ever read such a path; cheap, since it is asked for each changed file before anything else happens.
package func mayBeInput(_ path: String) -> Bool {
  let name = path.lastPart.lowercased()
  if InputPaths.endings.contains(where: name.hasSuffix) || InputPaths.names.contains(name) { return true }
  if InputPaths.isDjango(path, name) { return true }
  if path.hasPrefix("schemagate/") || name.hasPrefix("drizzle.config.") || name.contains("flyway")
    || path.contains(".sqlx/")
  {
    return true
  }
  let lower = path.lowercased()
  return lower.contains("migrat") || lower.contains("changelog") || lower.contains("liquibase")
    || InputPaths.isNumberedProgram(name)
}

private enum InputPaths {
  /// Alembic's revisions and Liquibase's changelogs may have any name, in any folder.
  static let endings = [".sql", ".prisma", ".py", ".fizz", ".xml", ".yaml", ".yml", ".json"]

  /// Tools' configuration, and the manifests that tell tools and engines apart.
  static let names: Set<String> = [
    "diesel.toml", "sqlx.toml", "metadata.toml", "cargo.toml", "go.mod", "package.json", "prisma.config.ts",
    "prisma.config.js", "prisma.config.mjs", "prisma.config.cjs", "pom.xml", "build.gradle", "build.gradle.kts",
    "application.properties", "application.yml", "application.yaml", "schemagate.yml", ".env", "config.toml",
    "alembic.ini", "pyproject.toml", "setup.cfg", "requirements.txt", "pipfile",
    "atlas.sum", "atlas.hcl", "liquibase.properties",
    "sqitch.conf", "sqitch.plan",
  ]

  /// A Django project's program, settings, apps and models.
  static func isDjango(_ path: String, _ name: String) -> Bool {
    guard name.hasSuffix(".py") else { return false }
    return ["manage.py", "apps.py", "models.py"].contains(name) || path.contains("/models/")
      || path.contains("settings")
  }

  /// goose's `00001_name.go`, Flyway's `V1__name.java`: steps in a language, in whatever folder.
  static func isNumberedProgram(_ name: String) -> Bool {
    let isProgram = [".go", ".java", ".kt", ".groovy", ".rs", ".py"].contains(where: name.hasSuffix)
    return isProgram && name.prefix(2).contains(where: \.isNumber)
  }
}
