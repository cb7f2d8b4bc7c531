internal import SchemagateModel

/// Where an Alembic environment keeps its things: what `alembic.ini`, `[tool.alembic]` of `pyproject.toml` and `env.py`
/// say. Paths are relative to the repository's root.
struct AlembicProject {
  /// The ini file; `nil` where the program has none.
  let config: String?
  /// Where `alembic` runs.
  let directory: String
  /// The folder that holds `env.py`.
  let scripts: String
  /// The folders of the revision files, in Alembic's order.
  let versions: [String]
  let isRecursive: Bool
  let ini: AlembicINI?
  let environment: AlembicEnvironment
  /// Whether a package of the project's own is called `alembic`: where it came before the real one, nothing would run.
  let shadowsAlembic: Bool

  /// How the files of one revision are looked into.
  struct Files {
    let exists: (String) -> Bool
    let read: (String) -> String?
  }

  /// The folder of the ini file, which `%(here)s` means.
  var here: String { config?.folder ?? directory }

  /// The environment that `config` (an ini file or a `pyproject.toml`) describes; `nil` where it is none of Alembic's.
  init?(config path: String, directory: String? = nil, files: Files) {
    let isINI = path.lastPart != "pyproject.toml"
    let ini = isINI ? files.read(path).map { AlembicINI($0) } : nil
    let toml = files.read(isINI ? String.path(path.folder, "pyproject.toml") : path).map { AlembicTOML($0) }
    let settings = Settings(ini: ini, toml: toml, here: path.folder)
    guard let location = settings.value("script_location") else { return nil }
    let roots = directory.map { [$0] } ?? [path.folder] + path.folder.foldersAbove
    let found = roots.lazy.compactMap { root in
      Self.candidates(location, in: root, settings).first { files.exists(.path($0, "env.py")) }.map { (root, $0) }
    }.first
    guard let (root, scripts) = found else { return nil }
    config = isINI ? path : nil
    self.ini = ini
    self.directory = root
    self.scripts = scripts
    let listed = settings.list("version_locations").compactMap { place in
      Self.candidates(place, in: root, settings).first
    }
    versions = listed.isEmpty ? [.path(scripts, "versions")] : listed
    isRecursive = settings.value("recursive_version_locations") == "true"
    environment = AlembicEnvironment(files.read(.path(scripts, "env.py")) ?? "")
    shadowsAlembic = files.exists(.path(root, "alembic/__init__.py"))
  }

  /// An `env.py` that a program of its own calls, without any ini file.
  init(scripts: String, directory: String, environment: AlembicEnvironment) {
    (config, ini, isRecursive, shadowsAlembic) = (nil, nil, false, true)
    (self.scripts, self.directory, self.environment) = (scripts, directory, environment)
    versions = [.path(scripts, "versions")]
  }

  /// What a location may mean: a path as seen from where Alembic runs, or `package:folder`, which Python looks up.
  private static func candidates(_ location: String, in root: String, _ settings: Settings) -> [String] {
    if let path = location.belowHere { return [path] }
    guard let colon = location.firstIndex(of: ":") else { return String.joined(root, location).map { [$0] } ?? [] }
    let package = location[..<colon].replacing(".", with: "/") + "/" + location[location.index(after: colon)...]
    let places = [""] + settings.list("prepend_sys_path") + ["src"]
    return places.compactMap { place in
      (place.belowHere ?? String.joined(root, place)).flatMap { String.joined($0, String(package)) }
    }
  }

  /// The ini file's section first, then the one of `pyproject.toml`, as `Config.get_alembic_option` has it.
  private struct Settings {
    let ini: AlembicINI?
    let toml: AlembicTOML?
    let here: String

    func value(_ key: String) -> String? {
      ini?.value(key, here: String.here(here))
        ?? toml?.values(key).first.map { $0.replacing("%(here)s", with: String.here(here)) }
    }

    /// `Config.get_version_locations_list`.
    func list(_ key: String) -> [String] {
      guard let text = ini?.value(key, here: String.here(here)), !text.isEmpty else {
        return toml?.values(key).map { $0.replacing("%(here)s", with: String.here(here)) } ?? []
      }
      let separator =
        ini?.value("path_separator", here: "") ?? (key == "version_locations" ? ini?.value(legacy, here: "") : nil)
      let parts: [Substring] =
        switch separator {
        case "os", ":": text.split(separator: ":")
        case ";": text.split(separator: ";")
        case "newline": text.split(separator: "\n")
        case "space": text.split(separator: " ")
        case let other:
          text.split { $0 == "," || $0.isWhitespace || (other == nil && key == "prepend_sys_path" && $0 == ":") }
        }
      return parts.map(\.trimmed).filter { !$0.isEmpty }
    }

    private var legacy: String { "version_path_separator" }
  }
}

extension String {
  /// How the folder of the ini file is written while the paths in it are put together: as no relative path begins.
  fileprivate static func here(_ folder: String) -> String { folder.isEmpty ? "//here" : "//here/" + folder }

  /// The repository's path of a text that begins with `%(here)s`.
  fileprivate var belowHere: String? {
    guard hasPrefix("//here") else { return nil }
    return String.joined("", String(dropFirst("//here".count).drop { $0 == "/" }))
  }

  /// `path` as seen from `folder`, with `.` and `..` resolved; `nil` where it leaves the repository.
  static func joined(_ folder: String, _ path: String) -> String? {
    guard !path.hasPrefix("/") else { return nil }
    var parts = folder.split(separator: "/")
    for part in path.split(separator: "/") where part != "." {
      if part != ".." { parts.append(part) } else if parts.popLast() == nil { return nil }
    }
    return parts.joined(separator: "/")
  }
}
