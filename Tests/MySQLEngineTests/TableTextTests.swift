import SchemagateModel
import Testing

@testable import MySQLEngine

@Suite("The text of a table")
struct TableTextTests {
  private func objects(_ text: String, _ vendor: EngineKind) -> [ObjectIdentity: [Attribute: Value]] {
    let context = TableContext(
      table: ObjectIdentity(kind: .table, name: ["t"]), database: "shop", vendor: vendor,
      collations: ["utf8mb4": "utf8mb4_0900_ai_ci", "latin1": "latin1_swedish_ci"])
    let objects = TableText(text, context: context).objects()
    return Dictionary(uniqueKeysWithValues: objects.map { ($0.identity, $0.attributes) })
  }

  @Test("is read as MySQL writes it, with what older servers take for comments")
  func mysql() throws {
    let objects = objects(
      """
      CREATE TABLE `t` (
        `id` int NOT NULL AUTO_INCREMENT,
        `a` varchar(10) CHARACTER SET latin1 DEFAULT 'x, CHECK (y) COMMENT ''z''' COMMENT 'it\\'s' /*!80023 INVISIBLE */,
        `p` point NOT NULL /*!80003 SRID 4326 */,
        `f` int /*!50606 STORAGE DISK */ /*!50606 COLUMN_FORMAT FIXED */ DEFAULT (`shop`.`f`(1)),
        PRIMARY KEY (`id`),
        KEY `k` (`a`(3) DESC,(lower(`a`))) /*!80000 INVISIBLE */,
        FULLTEXT KEY `ft` (`a`) /*!50100 WITH PARSER `ngram` */ ,
        CONSTRAINT `c` CHECK ((`id` > 0)) /*!80016 NOT ENFORCED */
      ) /*!50100 TABLESPACE `ts` */ ENGINE=InnoDB AUTO_INCREMENT=7 DEFAULT CHARSET=utf8mb4 COMPRESSION='zlib'
      /*!50100 PARTITION BY RANGE (`id`)
      (PARTITION p0 VALUES LESS THAN (10) COMMENT = 'a, b' ENGINE = InnoDB,
       PARTITION p1 VALUES LESS THAN MAXVALUE ENGINE = InnoDB) */
      """, .mysql)
    let table = try #require(objects[ObjectIdentity(kind: .table, name: ["t"])])
    #expect(table[.tablespace] == .text("ts"))
    #expect(table[.nextValue] == .integer(7))
    #expect(table[.collation] == .text("utf8mb4_0900_ai_ci"))
    #expect(table[.options] == .set(of: ["compression=zlib"]))
    #expect(table[.partitionKey] == .sql("RANGE (`id`)"))
    #expect(
      table[.partitions]
        == .list([
          "p0 VALUES LESS THAN (10) COMMENT = 'a, b' ENGINE = InnoDB", "p1 VALUES LESS THAN MAXVALUE ENGINE = InnoDB",
        ]))
    let a = try #require(objects[ObjectIdentity(kind: .column, name: ["t", "a"])])
    #expect(a[.default] == .sql("'x, CHECK (y) COMMENT ''z'''"))
    #expect(a[.comment] == .text("it's"))
    #expect(a[.invisible] == .flag(true))
    #expect(a[.collation] == .text("latin1_swedish_ci"))
    #expect(objects[ObjectIdentity(kind: .column, name: ["t", "p"])]?[.spatialReference] == .integer(4326))
    let f = try #require(objects[ObjectIdentity(kind: .column, name: ["t", "f"])])
    #expect(f[.default] == .sql("(`f`(1))"))
    let key = try #require(objects[ObjectIdentity(kind: .index, name: ["t", "k"])])
    #expect(key[.columns] == .list(["a(3) DESC", "(lower(`a`))"]))
    #expect(key[.invisible] == .flag(true))
    #expect(objects[ObjectIdentity(kind: .index, name: ["t", "ft"])]?[.options] == .set(of: ["parser=ngram"]))
    let check = try #require(objects[ObjectIdentity(kind: .checkConstraint, name: ["c"], table: ["t"])])
    #expect(check[.definition] == .sql("CHECK ((`id` > 0))"))
    #expect(check[.enforced] == .flag(false))
  }

  @Test("never holds the password of another server")
  func connection() throws {
    let objects = objects(
      "CREATE TABLE `t` (`a` int) ENGINE=FEDERATED CONNECTION='mysql://app:ge@heim@host:3306/shop/t'", .mariadb)
    let table = try #require(objects[ObjectIdentity(kind: .table, name: ["t"])])
    #expect(table[.options] == .set(of: ["connection=mysql://app:…@host:3306/shop/t"]))
    let hiding = SchemaObject(identity: ObjectIdentity(kind: .table, name: ["t"]), parent: nil, attributes: table)
    #expect(ConnectionText.isHidden(in: hiding))
  }

  @Test("says that a password is hidden only where there is one")
  func openConnection() throws {
    let objects = objects("CREATE TABLE `t` (`a` int) ENGINE=FEDERATED CONNECTION='mysql://app@host/shop/t'", .mariadb)
    let table = try #require(objects[ObjectIdentity(kind: .table, name: ["t"])])
    let open = SchemaObject(identity: ObjectIdentity(kind: .table, name: ["t"]), parent: nil, attributes: table)
    #expect(!ConnectionText.isHidden(in: open))
  }
}
