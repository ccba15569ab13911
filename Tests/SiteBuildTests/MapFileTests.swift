// The file with areas that a map names: read from the programme's folder, with a finding where it is not there or does not fit.
import TestSupport
import Testing

@testable import SiteBuild

private let package = """
    name: proef
    title: Proef
    resources:
      - name: wijken
        title: Wijken
        path: wijken.csv
        format: csv
        schema:
          fields:
            - {name: code, title: Buurt, type: string}
            - {name: waarde, title: Waarde, type: number}
        verslag: {period: "2020", privacy: {counts: none, reason: invented for a test}}
    """

private let shapes = """
    {"type": "FeatureCollection", "features": [
      {"type": "Feature", "properties": {"code": "A"}, "geometry": {"type": "Polygon",
       "coordinates": [[[5.70, 50.85], [5.72, 50.85], [5.72, 50.87], [5.70, 50.87], [5.70, 50.85]]]}}]}
    """

private func files(
    shapes: String?,
    file: String = "data/wijken.geojson",
    key: String = "code",
    area: String = "A"
) -> Files {
    let block = """
        ```chart
        id: fig-kaart
        type: map
        from: wijken
        x: code
        y: waarde
        shapes: \(file)
        key: \(key)
        title: Eén buurt
        ```
        """
    var files: Files = [
        "content/programme.yaml": "title: Proef\n", "content/index.md": page("Start", text: block),
        "data/datapackage.yaml": package, "data/wijken.csv": "code,waarde\n\(area),12\n",
    ]
    if let shapes { files.bytes["data/wijken.geojson"] = Array(shapes.utf8) }
    return files
}

@Suite struct MapFileTests {
    @Test func aMapIsDrawnFromItsFile() async throws {
        let output = try TemporaryFolder()
        let disk = files(shapes: shapes).disk()
        let result = try await build(BuildOptions(root: "memory", output: output.path), disk: disk)
        #expect(result.findings.isEmpty)
        #expect(try output.text("concept/index.html").contains("l-area"))
    }

    /// *é* in one character or in two: an area of the map is found in the data either way.
    @Test(arguments: [("Caf\u{E9}", "Cafe\u{301}"), ("Cafe\u{301}", "Caf\u{E9}")])
    func anAreaIsTheSameInBothCompositions(inMap: String, inData: String) async throws {
        let disk = files(shapes: shapes.replacing("\"A\"", with: "\"\(inMap)\""), area: inData).disk()
        let result = try await build(BuildOptions(root: "memory", output: nil), disk: disk)
        #expect(result.findings == [])
    }

    @Test(
        arguments: [
            (nil, "data/wijken.geojson", "code", "map.no-file"),
            (shapes, "data/buurten.geojson", "code", "map.no-file"),
            (shapes, "data/wijken.geojson", "kode", "map.key"), ("{", "data/wijken.geojson", "code", "map.json"),
            (shapes, "../wijken.geojson", "code", "map.no-file"),
        ] as [(String?, String, String, String)]
    )
    func whatIsWrongIsSaid(_ shapes: String?, _ file: String, _ key: String, _ finding: String) async {
        let (_, findings) = await files(shapes: shapes, file: file, key: key).resolved()
        #expect(findings.all.map(\.id) == [finding])
    }
}
