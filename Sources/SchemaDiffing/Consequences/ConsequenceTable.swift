import SchemagateModel

/// What a change means: one function of kind, verb and attribute. `rows` lists its answers for the documentation.
package enum ConsequenceTable {
  /// An object that begins to exist, in a table that existed before or elsewhere.
  static func ofAdding(_ object: SchemaObject, isPartOfNew: Bool) -> Consequence {
    let opened: Consequence = object.isOpenToEveryone ? .widensAccess : .harmless
    guard !isPartOfNew else { return opened }
    if object.identity.kind == .column { return max(opened, object.mustBeWritten ? .breaksUse : .harmless) }
    if object.identity.kind == .index { return object.isUnique ? .breaksUse : .harmless }
    if object.identity.kind == .policy { return object.isRestrictive ? .losesAccess : .widensAccess }
    return max(opened, ofAdding(object.identity.kind))
  }

  /// An addition to what existed before, as far as its kind tells.
  static func ofAdding(_ kind: ObjectKind) -> Consequence {
    switch kind.family {
    case .constraint: .breaksUse
    case .policy: .widensAccess
    case .access: kind == .role ? .harmless : .widensAccess
    case .database, .schema, .installed, .type, .sequence, .table, .column, .index, .view, .routine, .tableCode,
      .buildingBlock, .service:
      .harmless
    }
  }

  static func ofDropping(_ object: SchemaObject) -> Consequence {
    if object.identity.kind == .column { return object.holdsItsOwnValues ? .losesData : .breaksUse }
    if object.identity.kind == .index { return object.isUnique ? .breaksUse : .harmless }
    if object.identity.kind == .policy { return object.isRestrictive ? .widensAccess : .losesAccess }
    return ofDropping(object.identity.kind)
  }

  static func ofDropping(_ kind: ObjectKind) -> Consequence {
    switch kind.family {
    case .database, .column: .losesData
    // The rows of a foreign table are elsewhere.
    case .table: kind == .foreignTable ? .breaksUse : .losesData
    case .policy, .access: .losesAccess
    case .constraint: kind == .primaryKey || kind == .uniqueConstraint ? .breaksUse : .harmless
    case .index: .harmless
    case .buildingBlock: kind == .statistics ? .harmless : .breaksUse
    case .schema, .installed, .type, .sequence, .view, .routine, .tableCode, .service: .breaksUse
    }
  }

  /// Statements name most objects; `ON CONFLICT ON CONSTRAINT` names a constraint that is unique.
  static func ofRenaming(_ kind: ObjectKind) -> Consequence {
    switch kind.family {
    case .database, .schema, .installed, .type, .sequence, .table, .column, .view, .routine, .service, .access:
      .breaksUse
    case .constraint: kind == .foreignKey || kind == .checkConstraint ? .harmless : .breaksUse
    case .buildingBlock: kind == .statistics ? .harmless : .breaksUse
    case .index, .tableCode, .policy: .harmless
    }
  }

  /// The worst of what the attributes mean.
  static func ofAltering(_ object: SchemaObject, attributes: [AttributeChange]) -> Consequence {
    let each = attributes.map { change in
      max(ofAltering(object.identity.kind, change.attribute, Direction(change)), object.lostProtection(change))
    }
    return each.max() ?? .harmless
  }

  /// An attribute whose value moved in a direction.
  static func ofAltering(_ kind: ObjectKind, _ attribute: Attribute, _ direction: Direction) -> Consequence {
    switch attribute {
    case .owner: .losesAccess
    case .grants, .columnGrants, .memberGrants, .roles, .memberOf: direction.takesAway ? .losesAccess : .widensAccess
    case .securityLabels: direction.gives ? .losesAccess : .widensAccess
    case .definer: .losesAccess
    case .rowSecurity, .forcedRowSecurity: direction.gives ? .losesAccess : .widensAccess
    case .permissive: direction.gives ? .widensAccess : .losesAccess
    case .using, .withCheck: direction.gives ? .losesAccess : .widensAccess
    case .leakproof: direction.gives ? .widensAccess : .harmless
    case .securityDefiner: direction.gives ? .harmless : .losesAccess
    case .command: kind == .policy ? .widensAccess : .harmless
    case .definition: ofDefinition(kind)

    case .type: kind == .server ? .harmless : direction.takesAway ? .losesData : .breaksUse
    case .options: kind == .role ? (direction.takesAway ? .losesAccess : .widensAccess) : .harmless
    case .labels: direction.takesAway ? .losesData : direction.gives ? .harmless : .breaksUse
    case .persistence: direction == .lowered ? .losesData : .harmless
    case .start: direction == .lowered ? .losesData : .harmless
    case .columns: ofColumns(kind, direction)
    case .partitions, .systemVersioning: direction.takesAway ? .losesData : .harmless
    case .characterSet: kind == .column && direction.takesAway ? .losesData : .harmless

    case .nullable, .valid, .populated, .deferrable, .initiallyDeferred, .noInherit, .enabled, .autoincrement,
      .default, .partitionOf, .members:
      direction.takesAway ? .breaksUse : .harmless
    case .strict, .cycle, .checkOption, .enforced: direction.gives ? .breaksUse : .harmless
    case .checks: direction == .removed ? .harmless : .breaksUse
    case .maximum: direction == .lowered ? .breaksUse : .harmless
    case .invisible: kind == .column && direction.gives ? .breaksUse : .harmless
    case .identity: direction == .added ? .harmless : .breaksUse
    case .generated, .collation, .partitionKey, .partitionBound, .inherits, .withoutRowID, .references, .unique,
      .subtype, .returns, .nullInput, .arguments, .schema, .ofType, .mappings, .context, .server, .wrapper, .engine,
      .spatialReference:
      .breaksUse
    case .minimum, .comment, .storage, .compression, .position, .accessMethod, .tablespace, .validated,
      .increment, .cache, .ownedBy, .language, .volatility, .parallel, .cost, .rows, .settings, .version, .statistics,
      .sequence, .replicaIdentity, .clustered, .columnComments, .function, .event, .tags, .rowFormat, .onUpdate,
      .nextValue, .sqlMode, .schedule, .algorithm, .deterministic, .dataAccess, .userVersion, .applicationID:
      .harmless
    }
  }

  /// A definition that changed: which way can't be told from its text.
  private static func ofDefinition(_ kind: ObjectKind) -> Consequence {
    switch kind.family {
    case .constraint, .type: .breaksUse
    case .buildingBlock: kind == .statistics ? .harmless : .breaksUse
    case .table: kind == .virtualTable ? .breaksUse : .harmless
    case .policy: .widensAccess
    case .database, .schema, .installed, .sequence, .column, .index, .view, .routine, .tableCode, .service, .access:
      .harmless
    }
  }

  private static func ofColumns(_ kind: ObjectKind, _ direction: Direction) -> Consequence {
    switch kind.family {
    case .type: direction == .added ? .harmless : .losesData
    case .index: .harmless
    case .view: direction == .added ? .harmless : .breaksUse
    case .database, .schema, .installed, .sequence, .table, .column, .constraint, .routine, .tableCode, .policy,
      .buildingBlock, .service, .access:
      .breaksUse
    }
  }
}
