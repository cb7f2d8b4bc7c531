extension BuildingBlock {
  /// Every catalogue of building blocks; `building_blocks.sql` asks for the same ones.
  static let all =
    [
      BuildingBlock(
        kind: .operator, catalogue: .operator, query: PackageResources.operators_sql,
        attributes: [(.function, .text), (.definition, .sql)]),
      BuildingBlock(
        kind: .operatorFamily, catalogue: .operatorFamily, query: PackageResources.operator_families_sql,
        attributes: [(.members, .members)]),
      BuildingBlock(
        kind: .operatorClass, catalogue: .operatorClass, query: PackageResources.operator_classes_sql,
        attributes: [(.type, .text), (.default, .flag), (.definition, .sql), (.members, .members)]),
      BuildingBlock(
        kind: .cast, catalogue: .cast, query: PackageResources.casts_sql,
        attributes: [(.function, .text), (.context, .text)]),
      BuildingBlock(
        kind: .collation, catalogue: .collation, query: PackageResources.collations_sql,
        attributes: [(.definition, .sql)]),
      BuildingBlock(
        kind: .conversion, catalogue: .conversion, query: PackageResources.conversions_sql,
        attributes: [(.function, .text), (.default, .flag), (.definition, .sql)]),
      BuildingBlock(
        kind: .accessMethod, catalogue: .accessMethod, query: PackageResources.access_methods_sql,
        attributes: [(.function, .text), (.definition, .sql)]),
      BuildingBlock(
        kind: .language, catalogue: .language, query: PackageResources.languages_sql,
        attributes: [(.function, .text), (.definition, .sql), (.grants, .grants("l"))]),
      BuildingBlock(
        kind: .transform, catalogue: .transform, query: PackageResources.transforms_sql,
        attributes: [(.definition, .sql)]),
      BuildingBlock(
        kind: .baseType, catalogue: .type, query: PackageResources.base_types_sql,
        attributes: [(.definition, .sql), (.default, .sql), (.grants, .grants("T"))]),
      BuildingBlock(
        kind: .statistics, catalogue: .statistics, query: PackageResources.statistics_sql,
        attributes: [(.definition, .sql), (.statistics, .integer)]),
    ] + textSearch

  private static let textSearch = [
    BuildingBlock(
      kind: .textSearchParser, catalogue: .textSearchParser, query: PackageResources.text_search_parsers_sql,
      attributes: [(.definition, .sql)]),
    BuildingBlock(
      kind: .textSearchTemplate, catalogue: .textSearchTemplate, query: PackageResources.text_search_templates_sql,
      attributes: [(.definition, .sql)]),
    BuildingBlock(
      kind: .textSearchDictionary, catalogue: .textSearchDictionary,
      query: PackageResources.text_search_dictionaries_sql, attributes: [(.definition, .sql), (.options, .members)]),
    BuildingBlock(
      kind: .textSearchConfiguration, catalogue: .textSearchConfiguration,
      query: PackageResources.text_search_configurations_sql,
      attributes: [(.definition, .sql), (.mappings, .members)]),
  ]
}
