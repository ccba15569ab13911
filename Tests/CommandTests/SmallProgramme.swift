// A programme on disk that builds without findings: a page, a number and a chart from one table. Tests break it in one place.
import Foundation
import TestSupport

func smallProgramme() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("content/programme.yaml", "title: Proef\n")
    try folder.write(
        "content/index.md",
        """
        ---
        title: Start
        ---

        Er deden {{ mensen }} mensen mee. Lees [verder](ander.md).

        ```chart
        id: fig-groepen
        type: bars
        from: groepen
        x: groep
        y: {sum: mensen}
        title: De groepen
        ```
        """
    )
    try folder.write("content/ander.md", "---\ntitle: Ander\n---\n\nTekst.\n")
    try folder.write("data/datapackage.yaml", contract(resources: contract(of: "groepen")))
    try folder.write("data/groepen.csv", "groep,mensen\nA,40\nB,35\n")
    try folder.write("data/indicators.yaml", "- {id: mensen, label: Mensen, from: groepen, sum: mensen}\n")
    return folder
}

func contract(resources: String...) -> String { "name: proef\ntitle: Proef\nresources:\n" + resources.joined() }

/// The contract of a table with a group's name and its number of people.
func contract(of name: String, extraField: String? = nil) -> String {
    """
      - name: \(name)
        title: Groepen
        path: \(name).csv
        schema:
          fields:
            - {name: groep, title: Groep, type: string, constraints: {required: true}}
            - {name: mensen, title: Mensen, type: integer}
    \(extraField.map { "        - {name: \($0), title: \($0), type: string}\n" } ?? "")\
        verslag: {period: "2020", unit: personen, status: measured, privacy: {counts: people, column: mensen}}

    """
}
