// An organisation chart in words, as a table and as CSV: who stands where, and who is tied to whom.
import Markup

func describeOrganisation(_ spec: ChartSpec, language: SiteLanguage) -> String {
    let words = Words(language)
    let graph = OrganisationGraph(spec)
    let top = graph.bodies.indices.filter { graph.layers[$0] == 0 }.map { graph.bodies[$0].name }
    let count = graph.bodies.count
    var sentences = [
        count == 1
            ? words(
                "Schema met één orgaan: \(graph.bodies[0].name).",
                "Diagram with one body: \(graph.bodies[0].name)."
            )
            : words(
                "Schema met \(words.count(count)) organen op \(words.count(graph.layerCount)) \(graph.layerCount == 1 ? "niveau" : "niveaus"). Bovenaan: \(words.list(top)).",
                "Diagram with \(words.count(count)) bodies on \(words.count(graph.layerCount)) \(graph.layerCount == 1 ? "level" : "levels"). At the top: \(words.list(top))."
            )
    ]
    let relations = graph.relations.prefix(20).map { relation in
        // An arrow is read aloud as "rightwards arrow".
        words(
            "van \(graph.bodies[relation.from].name) naar \(graph.bodies[relation.to].name)",
            "from \(graph.bodies[relation.from].name) to \(graph.bodies[relation.to].name)"
        )
            + (relation.label.isEmpty ? "" : " (\(relation.label))")
    }
    if !relations.isEmpty {
        sentences.append(words("Relaties: ", "Relations: ") + relations.joined(separator: "; ") + ".")
    }
    if graph.relations.count > 20 {
        sentences.append(words("De andere staan in de tabel.", "The others are in the table."))
    }
    return sentences.joined(separator: " ")
}

func organisationTable(_ spec: ChartSpec, language: SiteLanguage) -> DataTable {
    let words = Words(language)
    let graph = OrganisationGraph(spec)
    func cell(_ text: String) -> DataTable.Cell {
        DataTable.Cell(text: text, value: nil, isNumber: false, isSuppressed: false)
    }
    let rows = graph.bodies.indices.map { body in
        let relations = graph.relations.filter { $0.from == body }.map { relation in
            (relation.label.isEmpty ? "" : relation.label + " ") + "→ " + graph.bodies[relation.to].name
        }
        return [cell(graph.bodies[body].name), cell(graph.bodies[body].note), cell(relations.joined(separator: "; "))]
    }
    return DataTable(
        header: [words("Orgaan", "Body"), words("Toelichting", "Explanation"), words("Relaties", "Relations")],
        rows: rows,
        note: nil
    )
}

func organisationCSV(_ spec: ChartSpec, language: SiteLanguage) -> [UInt8] {
    let words = Words(language)
    let graph = OrganisationGraph(spec)
    var writer = ByteWriter()
    writer.byteOrderMark()
    writer.csvRecord([
        words("Orgaan", "Body"), words("Toelichting", "Explanation"), words("Relatie", "Relation"),
        words("Met", "With"),
    ])
    for body in graph.bodies.indices {
        let relations = graph.relations.filter { $0.from == body }
        if relations.isEmpty { writer.csvRecord([graph.bodies[body].name, graph.bodies[body].note, "", ""]) }
        for relation in relations {
            writer.csvRecord([
                graph.bodies[body].name, graph.bodies[body].note, relation.label, graph.bodies[relation.to].name,
            ])
        }
    }
    return writer.bytes
}
