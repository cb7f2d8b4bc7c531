/// The Python files that stand between Django and the project's own settings.
enum DjangoSettingsFile {
  static let module = "schemagate_settings"
  static let revertName = "schemagate_revert.py"

  static var files: [String: String] { ["\(module).py": settings, revertName: revert] }

  /// Everything that the project sets, but the databases: `default` is the scratch database, by the project's own
  /// backend where that is for the same kind of server, and no other can be reached.
  private static let settings = #"""
    import importlib
    import os

    from django.core.exceptions import ImproperlyConfigured

    if not os.environ.get("SCHEMAGATE_SETTINGS"):
        raise ImproperlyConfigured("the settings module isn't known: manage.py names none")
    _own = importlib.import_module(os.environ["SCHEMAGATE_SETTINGS"])
    globals().update({name: getattr(_own, name) for name in dir(_own) if name.isupper()})

    _families = {
        "postgresql": ("django.db.backends.postgresql", ("postg", "psycopg")),
        "sqlite": ("django.db.backends.sqlite3", ("sqlite", "spatialite")),
        "mysql": ("django.db.backends.mysql", ("mysql", "mariadb")),
        "mariadb": ("django.db.backends.mysql", ("mysql", "mariadb")),
    }
    _kept = ("options", "isolation_level", "init_command", "transaction_mode", "sql_mode", "charset", "assume_role")
    _backend, _marks = _families[os.environ["SCHEMAGATE_ENGINE"]]
    _all = dict(getattr(_own, "DATABASES", None) or {})
    _default = dict(_all.get("default") or {})
    _engine = _default.get("ENGINE") or ""
    _fits = any(mark in _engine.lower() for mark in _marks)
    _options = {k: v for k, v in (_default.get("OPTIONS") or {}).items() if k in _kept} if _fits else {}
    DATABASES = {alias: {"ENGINE": "django.db.backends.dummy"} for alias in _all}
    DATABASES["default"] = {
        **{key: _default[key] for key in ("TIME_ZONE", "ATOMIC_REQUESTS") if key in _default},
        "ENGINE": _engine if _fits else _backend,
        "NAME": os.environ["SCHEMAGATE_DATABASE"],
        "OPTIONS": _options,
    }
    if os.environ["SCHEMAGATE_ENGINE"] != "sqlite":
        DATABASES["default"].update(
            {key: os.environ["SCHEMAGATE_" + key] for key in ("HOST", "PORT", "USER", "PASSWORD")}
        )

    """#

  /// Takes one migration back and nothing else.
  private static let revert = #"""
    import os
    import sys

    sys.path.insert(0, os.getcwd())
    import django
    from django.db import connection

    django.setup()
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    migration = executor.loader.get_migration(sys.argv[1], sys.argv[2])
    print(f"  Unapplying {migration}...", flush=True)
    executor.migrate([], plan=[(migration, True)])

    """#
}
