extension Schema {
  /// The same schema, with the storage of `other` for every object that is equal in both: a check holds several
  /// schemas of one database at once, and most of their objects are the same.
  package func sharingObjects(with other: Schema) -> Schema {
    var shared = objects
    var position = 0
    for index in shared.indices {
      if position < other.objects.count, other.objects[position].isSame(as: shared[index]) {
        position += 1
        continue
      }
      while position < other.objects.count, other.objects[position].identity < shared[index].identity { position += 1 }
      guard position < other.objects.count else { break }
      let twin = other.objects[position]
      if twin == shared[index], twin.serverIdentity == shared[index].serverIdentity { shared[index] = twin }
    }
    return Schema(sorted: shared, engine: engine, notCompared: notCompared)
  }
}
