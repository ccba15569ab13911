// The interventions that a block lists, with the project that each belongs to.
import Diagnostics

struct ShownInterventions {
    struct Row {
        var project: Int
        /// The project's number and short name; nil where all rows are of this page's own project.
        var projectName: String?
        /// Whether the row above is of the same project.
        var isRepeated: Bool
        var intervention: Intervention
    }

    var headings: [String]
    var rows: [Row]
}

extension PageRenderer {
    /// nil, with a finding, where there is nothing to list.
    func shown(_ block: InterventionsBlock) -> ShownInterventions? {
        let projects =
            block.projects == .page
            ? [index] : programme.map.inReadingOrder().filter { programme.pages[$0].header.kind == .project }
        if projects.allSatisfy({ programme.pages[$0].header.interventions.isEmpty }) {
            state.findings.warning(
                "interventions.none",
                at: Place(file: page.file, line: 1),
                en: "there are no interventions to show",
                nl: "er zijn geen interventies om te tonen",
                hint: Wording(
                    en: "list them under interventions: in the front matter",
                    nl: "zet ze onder interventions: in de kop van de pagina"
                )
            )
            return nil
        }
        let withProject = block.projects == .all
        let headings = (withProject ? ["project"] : []) + ["intervention", "period", "status", "result"]
        let rows = projects.flatMap { project in
            let header = programme.pages[project].header
            let name = (header.number.map { "\($0). " } ?? "") + (header.short ?? header.title)
            return header.interventions.enumerated().map { position, intervention in
                ShownInterventions.Row(
                    project: project,
                    projectName: withProject ? name : nil,
                    isRepeated: position > 0,
                    intervention: intervention
                )
            }
        }
        return ShownInterventions(headings: headings.map { strings[$0] }, rows: rows)
    }
}
