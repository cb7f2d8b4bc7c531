package import SchemagateModel

/// What each tool of the catalogue does, with sources. A new tool needs its value here.
package enum BehaviourCatalog {
  package static let all: [ToolBehaviour] = [
    .dbmate, .diesel, .sqlx, .golangMigrate, .goose, .flyway, .prisma, .alembic, .django, .sqitch, .pop, .supabase,
    .drizzle, .liquibase, .atlas, .command, .files,
  ]

  /// What the tool called `name` does; `nil` for one that nobody has described yet.
  package static func behaviour(of name: String) -> ToolBehaviour? { all.first { $0.tool == name } }
}
