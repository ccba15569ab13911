// data/indicators.json of the site: every published number for machines, with keys and entries in a fixed order.
import Markup

/// The indicators as JSON (UTF-8, ends with a newline). Absent values are null, so that every entry has the same keys.
public func indicatorsJSON(_ indicators: Indicators, usedOn register: UsageRegister, language: SiteLanguage) -> [UInt8]
{
    var json = JSONWriter()
    json.object { json in
        json.key("indicators")
        json.list(indicators.all) { json, number in
            json.object { write(number, register, language, to: &$0) }
        }
    }
    json.end()
    return json.bytes
}

private func write(
    _ number: PublishedNumber,
    _ register: UsageRegister,
    _ language: SiteLanguage,
    to json: inout JSONWriter
) {
    json.member("id", number.id)
    json.member("label", number.label)
    json.key("value")
    if let exact = number.exact {
        json.number(exact)
    } else if let machine = number.machineNumber {
        json.number(machine)
    } else {
        json.null()
    }
    json.member("text", number.written(in: language).text)
    json.member(
        "written",
        [number.qualifier, number.written(as: .unit, in: language).text].compactMap { $0 }.joined(separator: " ")
    )
    if case .suppressed = number.value { json.member("suppressed", true) } else { json.member("suppressed", false) }
    json.member("qualifier", number.qualifier)
    json.member("unit", number.unit)
    json.member("unitOne", number.unitOne)
    json.member("period", number.period)
    json.member("n", number.n)
    json.member("baseline", number.baseline)
    json.member("target", number.target)
    json.member("illustrative", number.isIllustrative)
    json.member("source", number.source)
    json.member("note", number.note)
    json.member("bridge", number.bridge)
    json.key("changed")
    if let changed = number.changed {
        json.object { json in
            json.member("since", changed.since)
            json.member("reason", changed.reason)
        }
    } else {
        json.null()
    }
    json.member("definition", number.provenance.map { language == .nl ? $0.definition.nl : $0.definition.en })
    json.member("dataset", number.provenance?.dataset)
    json.member("file", number.provenance?.file)
    json.member("sha256", number.provenance?.sha256)
    json.member("rowsUsed", number.provenance?.rowsUsed)
    json.member("rowsInFile", number.provenance?.rowsInFile)
    json.key("usedOn")
    json.list(register.uses(of: number.id)) { json, use in
        json.object { json in
            json.member("address", use.address)
            json.member("title", use.title)
        }
    }
}

extension JSONWriter {
    fileprivate mutating func member(_ name: String, _ value: PublishedNumber.Stated?) {
        key(name)
        switch value {
        case .number(let number)?: self.number(number)
        case .text(let text)?: self.text(text)
        case nil: null()
        }
    }
}
