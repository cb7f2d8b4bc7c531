/// A command that a migration tool's own program carries out in a private copy of one revision's files, against a
/// scratch database.
package struct ProgramCall: Hashable, Sendable {
  /// The program and its arguments, one word each; no shell reads them. Placeholders are filled before the call.
  package var words: [String]
  /// Where the program runs, relative to the copy's root; `""` is the root itself.
  package let directory: String
  /// Variables that it gets besides those of our own environment that hold no secret. Placeholders are filled.
  package let environment: [String: String]
  /// Files that it needs and the repository doesn't have, by name: they are written, with placeholders filled, into a
  /// folder of their own, which the placeholder `files` names.
  package let files: [String: String]
  /// A regular expression that finds, in what the program prints, the migration that it is at: the first group is the
  /// migration's key. The last match counts. `nil` where the program doesn't say.
  package let progress: String?
  /// A regular expression that finds, in what the program says of a failed way back, that there is none; the first group
  /// is the reason. `nil` where the program doesn't tell that apart.
  package let irreversible: String?
  /// The library that SQLAlchemy shall use, put into what `sqlalchemy` stands for: `asyncpg` gives `postgresql+asyncpg://…`.
  package let driver: String?
  /// What shows that the program used the database that it was given; `nil` where nothing does.
  package let proof: Proof?
  /// The revision whose files it runs on.
  package var revision: Revision

  package enum Revision: String, Hashable, Sendable {
    case base
    case head
  }

  /// What the program's own notes in the database have to say after the call.
  package struct Proof: Hashable, Sendable {
    /// The program's name, as a person writes it.
    package let program: String
    package let query: String
    /// What the first column of the query's rows holds.
    package let holds: [String]
    package let lacks: [String]
    /// Where the notes stand, in words.
    package let place: String
    /// What mends it where they say something else.
    package let advice: String

    package init(
      program: String, query: String, holds: [String] = [], lacks: [String] = [], place: String, advice: String
    ) {
      self.program = program
      self.query = query
      self.holds = holds
      self.lacks = lacks
      self.place = place
      self.advice = advice
    }
  }

  /// What stands in braces in words, variables and files, for example `{url}`.
  package enum Placeholder: String, Hashable, Sendable, CaseIterable {
    /// The database as most programs name it: `postgresql://user@/name?host=/folder`, `mysql://…`, `sqlite:/path`.
    case url
    /// The same as SQLAlchemy and its kin name it: `postgresql://…`, `mysql://…`, `sqlite:////path`.
    case sqlalchemy
    /// A host's name, or the folder of a Unix socket.
    case host
    case port
    case user
    case password
    /// The database's name on its server; on SQLite the file's path.
    case database
    /// The root of the private copy.
    case copy
    /// The folder that holds the call's own `files`.
    case files
  }

  package init(
    words: [String], directory: String = "", environment: [String: String] = [:], files: [String: String] = [:],
    progress: String? = nil, irreversible: String? = nil, revision: Revision = .head, driver: String? = nil,
    proof: Proof? = nil
  ) {
    self.words = words
    self.directory = directory
    self.environment = environment
    self.files = files
    self.progress = progress
    self.irreversible = irreversible
    self.revision = revision
    self.driver = driver
    self.proof = proof
  }
}
