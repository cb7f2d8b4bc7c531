import SchemagateModel
import ServerProcess

/// The command that runs a server for as long as a check takes, and its settings.
struct ServerCommand {
  let programs: ServerPrograms
  let folder: RunFolder

  var arguments: [String] {
    [programs.server, "--no-defaults"] + places + settings.map { "--\($0)" }
      // What one version of one vendor knows and another one doesn't is no reason to stop.
      + vendorSettings.map { "--loose-\($0)" }
  }

  private var places: [String] {
    [
      "--datadir=\(folder.data)", "--socket=\(folder.socket)/\(EmbeddedServer.traits.socketFile)",
      "--pid-file=\(folder.socket)/server.pid", "--tmpdir=\(folder.socket)", "--secure-file-priv=\(folder.socket)",
    ]
  }

  /// No network, nothing written to last, small caches, and the SQL as lenient or strict as the server's own defaults.
  private var settings: [String] {
    [
      "skip-networking", "skip-log-bin", "log-bin-trust-function-creators=ON", "character-set-server=utf8mb4",
      "innodb-flush-log-at-trx-commit=0", "innodb-flush-method=nosync", "innodb-doublewrite=0",
      "innodb-buffer-pool-size=32M", "innodb-fast-shutdown=2", "performance-schema=OFF", "event-scheduler=OFF",
      "max-connections=50", "max-allowed-packet=1G", "skip-name-resolve", "default-time-zone=+00:00", "local-infile=0",
      "table-open-cache=400", "key-buffer-size=1M", "skip-external-locking",
    ]
  }

  private var vendorSettings: [String] {
    switch programs.kind {
    case .mariadb:
      [
        "innodb-log-file-size=4M", "innodb-buffer-pool-load-at-startup=OFF", "innodb-buffer-pool-dump-at-shutdown=OFF",
        "aria-pagecache-buffer-size=8M", "sync-frm=0", "feedback=OFF",
      ]
    case .mysql, .postgresql, .sqlite:
      [
        "innodb-redo-log-capacity=8M", "innodb-log-file-size=4M", "innodb-buffer-pool-load-at-startup=OFF",
        "innodb-buffer-pool-dump-at-shutdown=OFF", "mysqlx=OFF", "innodb-numa-interleave=OFF",
      ]
    }
  }
}
