// The answer of `verslag edition compare` for programs.
import Indicators
import Markup
import SiteBuild

/// What changed, for programs (UTF-8, ends with a newline).
public func changesJSON(_ changes: Changes) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
        json.key("numbers")
        json.list(changes.numbers) { json, change in json.object { write(change, to: &$0) } }
        json.key("datasets")
        json.list(changes.datasets) { json, change in
            json.object { json in
                json.member("name", change.new.name)
                json.member("old", change.oldWords)
                json.member("new", change.newWords)
                json.member("bridge", change.bridge)
                json.key("breaks")
                json.list(change.new.breaks) { json, place in
                    json.object { json in
                        json.member("column", place.column)
                        json.member("from", place.from)
                        json.member("reason", place.reason)
                    }
                }
            }
        }
        json.key("figures")
        json.list(changes.figures) { json, change in json.object { write(change, to: &$0) } }
        json.key("statuses")
        json.list(changes.statuses) { json, change in
            json.object { json in
                json.member("page", change.page.id)
                json.member("change", change.kind.rawValue)
                json.member("intervention", change.intervention)
                json.member("old", change.old)
                json.member("new", change.new)
                json.key("interventions")
                json.list(change.interventions) { json, intervention in
                    json.object { json in
                        json.member("name", intervention.name)
                        json.member("status", intervention.status)
                    }
                }
            }
        }
        json.key("pages")
        json.list(changes.pages) { json, change in
            json.object { json in
                json.member("change", change.kind.rawValue)
                json.member("id", (change.new ?? change.old)?.id)
                json.member("old", change.old?.address)
                json.member("new", change.new?.address)
                json.member("oldTitle", change.old?.title)
                json.member("newTitle", change.new?.title)
            }
        }
        json.key("texts")
        json.list(changes.texts) { json, change in
            json.object { json in
                json.member("id", change.page.id)
                json.member("address", change.page.address)
                json.key("paragraphs")
                json.list(change.paragraphs) { json, paragraph in
                    json.object { json in
                        json.member("old", paragraph.old)
                        json.member("new", paragraph.new)
                    }
                }
            }
        }
    }
    json.end()
    return json.bytes
}

private func write(_ change: FigureChange, to json: inout JSONWriter) {
    json.member("id", change.id)
    json.member("title", (change.new ?? change.old)?.title)
    json.member("change", change.old == nil ? "added" : change.new == nil ? "removed" : "changed")
    json.member("illustrative", [change.old, change.new].contains { $0?.isIllustrative ?? false })
    json.member("redefined", change.isRedefined)
    json.member("rebuilt", change.isRebuilt)
    json.key("cells")
    json.list(change.cells) { json, cell in
        json.object { json in
            json.member("row", cell.row)
            json.member("column", cell.column.name)
            json.key("old")
            cell.old.write(to: &json)
            json.key("new")
            cell.new.write(to: &json)
        }
    }
    let lists = [
        ("rowsAdded", change.addedRows), ("rowsRemoved", change.removedRows), ("columnsAdded", change.addedColumns),
        ("columnsRemoved", change.removedColumns),
    ]
    for (name, names) in lists {
        json.key(name)
        json.list(names) { $0.text($1) }
    }
}

private func write(_ change: NumberChange, to json: inout JSONWriter) {
    json.member("id", change.id)
    json.member("label", change.label)
    json.member("change", change.old == nil ? "added" : change.new == nil ? "removed" : "changed")
    for (name, number) in [("old", change.old), ("new", change.new)] {
        json.key(name)
        if let number {
            json.object { json in
                json.key("value")
                if let value = number.value { json.number(value) } else { json.null() }
                json.member("text", number.text)
                json.member("unit", number.unit)
                json.member("illustrative", number.isIllustrative)
                json.member("period", number.period)
                json.member("qualifier", number.qualifier)
                stated("n", number.n, to: &json)
                stated("target", number.target, to: &json)
                stated("baseline", number.baseline, to: &json)
                json.member("source", number.source)
                json.member("note", number.note)
                json.member("definition", number.definition)
            }
        } else {
            json.null()
        }
    }
    json.key("difference")
    if let difference = change.difference { json.number(difference) } else { json.null() }
    json.member("correction", change.correction)
    json.member("bridge", change.bridge)
    json.key("causes")
    json.list(change.causes) { $0.text($1.rawValue) }
    json.key("pages")
    json.list((change.new ?? change.old)?.uses ?? []) { $0.text($1.address) }
}

private func stated(_ name: String, _ value: PublishedNumber.Stated?, to json: inout JSONWriter) {
    json.key(name)
    switch value {
    case .number(let number)?: json.number(number)
    case .text(let text)?: json.text(text)
    case nil: json.null()
    }
}
