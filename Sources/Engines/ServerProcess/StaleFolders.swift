import Foundation

/// Folders of servers whose owner died together with its watchdog (the whole process group killed at once).
package struct StaleFolders {
  private let traits: ServerTraits
  private let environment: [String: String]

  /// Looks at folders of this kind of server only.
  package init(of traits: ServerTraits, environment: [String: String]) {
    self.traits = traits
    self.environment = environment
  }

  /// Ends their servers and removes them. Kept servers stay for as long as they run.
  package func sweep() {
    for parent in Set(RunFolder.parents(environment)) {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
      for name in names where name.hasPrefix(traits.folderPrefix) { sweep("\(parent)/\(name)") }
    }
  }

  private func sweep(_ folder: String) {
    guard isOurs("\(folder)/lock"), FileLock(path: "\(folder)/lock") != nil else { return }
    let server = runningServer(folder)
    if let server {
      if access("\(folder)/kept", F_OK) == 0 { return }
      kill(server, traits.stopSignal.number)
    }
    // A shell that still waits for its owner reads the end now.
    close(open("\(folder)/alive", O_WRONLY | O_NONBLOCK | O_CLOEXEC))
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// The lock is made by the owner himself: another user's folders are his to sweep.
  private func isOurs(_ lock: String) -> Bool {
    var facts = stat()
    return lstat(lock, &facts) == 0 && facts.st_mode & S_IFMT == S_IFREG && facts.st_uid == geteuid()
  }

  /// The server's process, if it is still the one that was started in this folder.
  private func runningServer(_ folder: String) -> pid_t? {
    guard let text = try? String(contentsOfFile: "\(folder)/pid", encoding: .utf8),
      let process = pid_t(text.trimmingCharacters(in: .newlines)), process > 1, kill(process, 0) == 0,
      let place = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(process)/cwd"),
      place == "\(folder)/data"
    else { return nil }
    return process
  }
}
