/// What well-known extensions provide, and which Debian package holds their files.
enum ExtensionCatalogue {
  /// Extensions that come with `postgresql-contrib`, which Debian ships inside the server's package.
  private static let contributed: Set<String> = [
    "adminpack", "amcheck", "bloom", "btree_gin", "btree_gist", "citext", "cube", "dblink", "earthdistance", "file_fdw",
    "fuzzystrmatch", "hstore", "intarray", "isn", "lo", "ltree", "moddatetime", "pageinspect", "pg_buffercache",
    "pg_stat_statements", "pg_trgm", "pgcrypto", "pgrowlocks", "pgstattuple", "postgres_fdw", "seg", "sslinfo",
    "tablefunc", "unaccent", "uuid-ossp", "xml2",
  ]

  private static let packages = [
    "postgis": "postgis-3", "postgis_topology": "postgis-3", "postgis_raster": "postgis-3",
    "postgis_tiger_geocoder": "postgis-3", "vector": "pgvector", "pg_cron": "cron", "pg_partman": "partman",
    "pgaudit": "pgaudit", "pg_repack": "repack", "hypopg": "hypopg", "timescaledb": "timescaledb", "hll": "hll",
    "pgtap": "pgtap", "rum": "rum", "semver": "semver", "periods": "periods", "ip4r": "ip4r", "orafce": "orafce",
    "prefix": "prefix", "age": "age", "pgrouting": "pgrouting", "plv8": "plv8", "plpython3u": "plpython3",
    "plperl": "plperl", "plperlu": "plperl", "pltcl": "pltcl", "pgmp": "pgmp", "q3c": "q3c", "pg_uuidv7": "pg-uuidv7",
  ]

  private static let functions = [
    "uuid_generate_v1": "uuid-ossp", "uuid_generate_v1mc": "uuid-ossp", "uuid_generate_v3": "uuid-ossp",
    "uuid_generate_v4": "uuid-ossp", "uuid_generate_v5": "uuid-ossp", "uuid_nil": "uuid-ossp",
    "gen_salt": "pgcrypto", "digest": "pgcrypto", "hmac": "pgcrypto", "crypt": "pgcrypto",
    "gen_random_bytes": "pgcrypto", "pgp_sym_encrypt": "pgcrypto", "pgp_sym_decrypt": "pgcrypto",
    "similarity": "pg_trgm", "word_similarity": "pg_trgm", "show_trgm": "pg_trgm", "unaccent": "unaccent",
    "levenshtein": "fuzzystrmatch", "soundex": "fuzzystrmatch", "metaphone": "fuzzystrmatch",
    "dmetaphone": "fuzzystrmatch", "crosstab": "tablefunc", "dblink": "dblink", "dblink_connect": "dblink",
    "moddatetime": "moddatetime", "earth_distance": "earthdistance", "ll_to_earth": "earthdistance",
    "st_geomfromtext": "postgis", "st_makepoint": "postgis", "st_setsrid": "postgis", "st_distance": "postgis",
    "create_hypertable": "timescaledb", "time_bucket": "timescaledb", "create_parent": "pg_partman",
  ]

  private static let types = [
    "citext": "citext", "hstore": "hstore", "ltree": "ltree", "lquery": "ltree", "cube": "cube", "seg": "seg",
    "isbn": "isn", "isbn13": "isn", "ean13": "isn", "geometry": "postgis", "geography": "postgis", "raster": "postgis",
    "box2d": "postgis", "vector": "vector", "halfvec": "vector", "sparsevec": "vector", "ip4r": "ip4r",
    "semver": "semver", "hll": "hll", "earth": "earthdistance", "query_int": "intarray",
  ]

  private static let operatorClasses = [
    "gin_trgm_ops": "pg_trgm", "gist_trgm_ops": "pg_trgm", "gin__int_ops": "intarray", "gist__int_ops": "intarray",
    "gist_ltree_ops": "ltree", "vector_l2_ops": "vector", "vector_cosine_ops": "vector", "vector_ip_ops": "vector",
    "hnsw": "vector", "ivfflat": "vector", "bloom": "bloom", "rum": "rum",
  ]

  static func ofFunction(_ name: String) -> String? { functions[name.lowercased()] }
  static func ofType(_ name: String) -> String? { types[name.lowercased()] }
  static func ofOperatorClass(_ name: String) -> String? { operatorClasses[name.lowercased()] }

  /// The Debian package with the extension's files; `nil` where we know none.
  static func package(of name: String, majorVersion: Int) -> String? {
    if contributed.contains(name) { return "postgresql-contrib" }
    guard let suffix = packages[name] else { return nil }
    return suffix.hasPrefix("pl") ? "postgresql-\(suffix)-\(majorVersion)" : "postgresql-\(majorVersion)-\(suffix)"
  }
}
