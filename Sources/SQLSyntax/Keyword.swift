/// The words that decide where a statement ends.
enum Keyword: String {
  case aggregate
  case atomic
  case begin
  case `case`
  case copy
  case create
  case definer
  case delimiter
  case elseif
  case end
  case event
  case explain
  case from
  case function
  case loop
  case not
  case or
  case plan
  case procedure
  case query
  case `repeat`
  case replace
  case source
  case stdin
  case temp
  case temporary
  case then
  case trigger
  case view
  case when
  case `while`

  init?(_ bytes: ArraySlice<UInt8>) {
    guard bytes.count <= 9 else { return nil }
    self.init(rawValue: String(decoding: bytes.map(Byte.lowercased), as: UTF8.self))
  }
}
