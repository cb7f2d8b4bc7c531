internal import SchemagateModel

/// What a project's own files say of how it is run: `manage.py` and the settings.
struct DjangoProject {
  /// The path of `manage.py`.
  let program: String
  /// The settings module, for example `shop.settings`; `nil` where nothing names one.
  let settings: String?
  private let settingsTexts: [String]
  private let settingsModules: [PythonModule]

  init(target: TargetDefinition, files: FileTree) {
    let own = target.tool.program
    let folder = own.directory
    let programs = files.paths.filter { $0.lastPart == "manage.py" }.sorted { $0.utf8.count < $1.utf8.count }
    let found = folder.map { String.path($0, "manage.py") } ?? programs.first ?? "manage.py"
    program = own.config ?? found
    settings = own.settings ?? files.files[program].flatMap { Self.settingsModule(in: $0.text) }
    let settingsFiles = files.paths.filter(Self.isSettings).compactMap { files.files[$0] }
    settingsTexts = settingsFiles.map(\.text)
    settingsModules = settingsFiles.map { PythonModule($0.contents) }
  }

  /// Where the program of a detected project stands; `nil` for other tools' targets.
  static func home(of target: TargetDefinition) -> String? {
    target.tool.name == "django" ? target.tool.program.directory : nil
  }

  /// `os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")`, or an assignment of it.
  static func settingsModule(in text: String) -> String? {
    let pattern = /DJANGO_SETTINGS_MODULE["'\]]*\s*[,=]\s*["']([\w.]+)["']/
    return text.firstMatch(of: pattern).map { String($0.output.1) }
  }

  /// Whether the file may be part of the settings.
  static func isSettings(_ path: String) -> Bool {
    guard path.hasSuffix(".py") else { return false }
    return path.lastPart.contains("settings") || path.folder.lastPart == "settings"
  }

  /// The label of the app whose model a setting names, `AUTH_USER_MODEL` for example.
  func app(ofModelIn setting: String) -> String? {
    let name = setting.split(separator: ".").last.map(String.init) ?? setting
    for module in settingsModules {
      if let model = module.assignment(to: name)?.value.text { return String(model.prefix { $0 != "." }) }
    }
    return name == "AUTH_USER_MODEL" ? "auth" : nil
  }

  /// The labels of other people's apps that have a migration which follows on the user model's first one: where that
  /// model is the project's own, they pull it forward in the order.
  var followersOfUser: [String] {
    Self.userFollowers.filter { name, _ in
      settingsTexts.contains { $0.contains("\"\(name)\"") || $0.contains("'\(name)'") }
    }
    .map(\.label)
  }

  private static let userFollowers: [(name: String, label: String)] = [
    ("django.contrib.admin", "admin"), ("rest_framework.authtoken", "authtoken"), ("allauth.account", "account"),
    ("allauth.socialaccount", "socialaccount"), ("oauth2_provider", "oauth2_provider"),
    ("rest_framework_simplejwt.token_blacklist", "token_blacklist"), ("django_otp.plugins.otp_totp", "otp_totp"),
    ("django_otp.plugins.otp_static", "otp_static"), ("social_django", "social_django"), ("reversion", "reversion"),
    ("knox", "knox"), ("guardian", "guardian"), ("notifications", "notifications"), ("wagtail", "wagtailcore"),
  ]
}
