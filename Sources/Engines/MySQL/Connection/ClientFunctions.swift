/// The functions of the client library that we call. The types are ours: what they point to stays closed to us, since
/// the two vendors' libraries lay it out differently.
struct ClientFunctions: Sendable {
  typealias Row = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

  let serverInit: @Sendable @convention(c) (CInt, OpaquePointer?, OpaquePointer?) -> CInt
  let threadInit: @Sendable @convention(c) () -> CChar
  let clientVersion: @Sendable @convention(c) () -> UnsafePointer<CChar>?
  let make: @Sendable @convention(c) (OpaquePointer?) -> OpaquePointer?
  let setOption: @Sendable @convention(c) (OpaquePointer, CInt, UnsafeRawPointer?) -> CInt
  let connect:
    @Sendable @convention(c) (
      OpaquePointer, UnsafePointer<CChar>?, UnsafePointer<CChar>?, UnsafePointer<CChar>?, UnsafePointer<CChar>?,
      CUnsignedInt,
      UnsafePointer<CChar>?, CUnsignedLong
    ) -> OpaquePointer?
  let close: @Sendable @convention(c) (OpaquePointer) -> Void
  let query: @Sendable @convention(c) (OpaquePointer, UnsafePointer<CChar>?, CUnsignedLong) -> CInt
  let storeResult: @Sendable @convention(c) (OpaquePointer) -> OpaquePointer?
  let useResult: @Sendable @convention(c) (OpaquePointer) -> OpaquePointer?
  let nextResult: @Sendable @convention(c) (OpaquePointer) -> CInt
  let freeResult: @Sendable @convention(c) (OpaquePointer) -> Void
  let fetchRow: @Sendable @convention(c) (OpaquePointer) -> Row?
  let fetchLengths: @Sendable @convention(c) (OpaquePointer) -> UnsafePointer<CUnsignedLong>?
  let affectedRows: @Sendable @convention(c) (OpaquePointer) -> CUnsignedLongLong
  let columnCount: @Sendable @convention(c) (OpaquePointer) -> CUnsignedInt
  let expectedColumns: @Sendable @convention(c) (OpaquePointer) -> CUnsignedInt
  let errorNumber: @Sendable @convention(c) (OpaquePointer) -> CUnsignedInt
  let errorState: @Sendable @convention(c) (OpaquePointer) -> UnsafePointer<CChar>?
  let errorText: @Sendable @convention(c) (OpaquePointer) -> UnsafePointer<CChar>?
  let sessionNumber: @Sendable @convention(c) (OpaquePointer) -> CUnsignedLong
  /// MariaDB's library alone tells its socket.
  let socket: (@Sendable @convention(c) (OpaquePointer) -> CInt)?

  init(_ symbols: ClientSymbols) throws {
    serverInit = try symbols.function("mysql_server_init")
    threadInit = try symbols.function("mysql_thread_init")
    clientVersion = try symbols.function("mysql_get_client_info")
    make = try symbols.function("mysql_init")
    setOption = try symbols.function("mysql_options")
    connect = try symbols.function("mysql_real_connect")
    close = try symbols.function("mysql_close")
    query = try symbols.function("mysql_real_query")
    storeResult = try symbols.function("mysql_store_result")
    useResult = try symbols.function("mysql_use_result")
    nextResult = try symbols.function("mysql_next_result")
    freeResult = try symbols.function("mysql_free_result")
    fetchRow = try symbols.function("mysql_fetch_row")
    fetchLengths = try symbols.function("mysql_fetch_lengths")
    affectedRows = try symbols.function("mysql_affected_rows")
    columnCount = try symbols.function("mysql_num_fields")
    expectedColumns = try symbols.function("mysql_field_count")
    errorNumber = try symbols.function("mysql_errno")
    errorState = try symbols.function("mysql_sqlstate")
    errorText = try symbols.function("mysql_error")
    sessionNumber = try symbols.function("mysql_thread_id")
    socket = symbols.optionalFunction("mysql_get_socket")
  }
}
