import Markup
struct Tally { let c: ChartContext; init(_ c: ChartContext) { self.c = c }; func draw() -> Drawing { HorizontalBars(c).draw() } }
struct Lines { let c: ChartContext; init(_ c: ChartContext) { self.c = c }; func draw() -> Drawing { HorizontalBars(c).draw() } }
func drawOrganisation(_ c: ChartContext) -> Drawing { Drawing(width: c.width) }
func organisationCSV(_ spec: ChartSpec, language: SiteLanguage) -> [UInt8] { [] }
func describeOrganisation(_ spec: ChartSpec, language: SiteLanguage) -> String { "" }
func dataTable(_ spec: ChartSpec, _ data: ChartData, language: SiteLanguage) -> DataTable { DataTable(data, language: language) }
extension Description { func tally() -> [String] { [] }; func lines() -> [String] { [] } }
