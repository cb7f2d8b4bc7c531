/// How a tool that is a program is run, as far as the configuration says.
package struct ProgramSettings: Hashable, Sendable {
  /// What stands before the tool's own command, for example `uv run`.
  package var runner: String?
  /// Where it runs, relative to the repository's root; `nil` for where its own configuration stands.
  package var directory: String?
  /// The tool's own configuration file, relative to the repository's root: `alembic.ini`, `manage.py`, `sqitch.conf`.
  package var config: String?
  /// Django: the settings module, for example `shop.settings`.
  package var settings: String?
  /// How the database's address is written, with placeholders, for example `postgresql+asyncpg://{user}@/{database}`.
  package var url: String?
  /// Variables that the program needs besides.
  package var environment: [String: String]
  /// `command`: prints one migration a line, oldest first: its key, and its file behind a tab where it has one.
  package var list: String?
  /// `command`: runs all pending migrations at once.
  package var all: String?

  package init(
    runner: String? = nil, directory: String? = nil, config: String? = nil, settings: String? = nil, url: String? = nil,
    environment: [String: String] = [:], list: String? = nil, all: String? = nil
  ) {
    self.runner = runner
    self.directory = directory
    self.config = config
    self.settings = settings
    self.url = url
    self.environment = environment
    self.list = list
    self.all = all
  }

  /// This, with what is left open taken from `other`.
  package func completed(by other: ProgramSettings) -> ProgramSettings {
    ProgramSettings(
      runner: runner ?? other.runner, directory: directory ?? other.directory, config: config ?? other.config,
      settings: settings ?? other.settings, url: url ?? other.url,
      environment: environment.merging(other.environment) { own, _ in own }, list: list ?? other.list,
      all: all ?? other.all)
  }
}
