// Which table and which download belong to a chart: those of its own data, or of its categories and series.
import Markup

func dataTable(_ spec: ChartSpec, _ data: ChartData, language: SiteLanguage) -> DataTable {
    switch spec.kind {
    case .organisation: organisationTable(spec, language: language)
    case .timeline: timelineTable(TimelineItems(spec, data.table, language: language), language: language)
    case .matrix: matrixTable(MatrixData(spec, data, language: language), Words(language))
    case .flow: DataTable(streamsOf: data, words: Words(language))
    default: DataTable(data, spec, language: language)
    }
}

func download(_ spec: ChartSpec, _ data: ChartData, language: SiteLanguage) -> [UInt8] {
    switch spec.kind {
    case .organisation: organisationCSV(spec, language: language)
    case .timeline: timelineCSV(TimelineItems(spec, data.table, language: language), language: language)
    case .matrix: matrixCSV(MatrixData(spec, data, language: language), Words(language))
    default: csv(data)
    }
}
