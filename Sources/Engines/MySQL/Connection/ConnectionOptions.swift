/// The options that a session is opened with.
struct ConnectionOptions {
  let parameters: ConnectionParameters
  let seconds: UInt32

  func apply(to handle: borrowing ConnectionHandle) {
    number(.connectTimeout, seconds, handle)
    // Never a file of this machine because a branch says so.
    number(.localInfile, 0, handle)
    text(.charsetName, "utf8mb4", handle)
    number(.transport, parameters.socket == nil ? 1 : 2, handle)
    if let authority = parameters.authority { text(.authority, authority, handle) }
    switch parameters.library.vendor {
    case .mariadb: encryptAsMariaDB(handle)
    case .mysql: encryptAsMySQL(handle)
    }
  }

  private func encryptAsMariaDB(_ handle: borrowing ConnectionHandle) {
    let mode = parameters.encryption
    flag(.verifyCertificate, mode == .verifyCA || mode == .verifyIdentity, handle)
    flag(.enforceEncryption, mode != .disabled && mode != .preferred, handle)
  }

  private func encryptAsMySQL(_ handle: borrowing ConnectionHandle) {
    let mode: UInt32 =
      switch parameters.encryption {
      case .disabled: 1
      case .preferred: 2
      case .required: 3
      case .verifyCA: 4
      case .verifyIdentity: 5
      }
    number(.encryptionMode, mode, handle)
    // A password may then go to a server without encryption, locked with the key that the server sends.
    flag(.fetchServerKey, parameters.encryption == .disabled || parameters.encryption == .preferred, handle)
  }

  private func number(_ option: Option, _ value: UInt32, _ handle: borrowing ConnectionHandle) {
    withUnsafeBytes(of: value) { _ = handle.functions.setOption(handle.raw, code(option), $0.baseAddress) }
  }

  private func flag(_ option: Option, _ value: Bool, _ handle: borrowing ConnectionHandle) {
    withUnsafeBytes(of: UInt32(value ? 1 : 0).littleEndian) {
      _ = handle.functions.setOption(handle.raw, code(option), $0.baseAddress)
    }
  }

  private func text(_ option: Option, _ value: String, _ handle: borrowing ConnectionHandle) {
    value.withCString { _ = handle.functions.setOption(handle.raw, code(option), $0) }
  }

  private enum Option {
    case connectTimeout
    case charsetName
    case localInfile
    case transport
    case authority
    case verifyCertificate
    case enforceEncryption
    case encryptionMode
    case fetchServerKey
  }

  /// The number of an option in the library at hand. The first ones are the same in both; MySQL 8 removed some of those
  /// that follow, MariaDB kept them.
  private func code(_ option: Option) -> CInt {
    let isMariaDB = parameters.library.vendor == .mariadb
    return switch option {
    case .connectTimeout: 0
    case .charsetName: 7
    case .localInfile: 8
    case .transport: 9
    case .authority: isMariaDB ? 27 : 21
    case .verifyCertificate: 21
    case .enforceEncryption: 38
    case .encryptionMode: 35
    case .fetchServerKey: 36
    }
  }
}
