// How a CSV file is written, as its contract says.
import Declarations
import Diagnostics

/// The dialect, in the keys of the Table Dialect standard.
func readDialect(_ mapping: Mapping, findings: inout Findings) -> Dialect {
    var fields = Fields(mapping, of: Wording(en: "a dialect", nl: "een dialect"))
    var dialect = Dialect()
    if let mark = singleByte("delimiter", &fields) { dialect.delimiter = mark }
    if let mark = singleByte("quoteChar", &fields) { dialect.quote = mark }
    if let header = fields.boolean("header") { dialect.hasHeader = header }
    if let skips = fields.boolean("skipInitialSpace") { dialect.skipsInitialSpace = skips }
    if fields.boolean("doubleQuote") == false {
        fields.error(
            "data.dialect",
            at: "doubleQuote",
            en: "a quotation mark inside a value is always doubled",
            nl: "een aanhalingsteken in een waarde is altijd verdubbeld"
        )
    }
    for key in ["$schema", "lineTerminator", "type", "csvddfVersion"] { _ = fields.value(key) }
    fields.finish(&findings)
    return dialect
}

/// A mark of one byte, such as a delimiter.
func singleByte(_ key: String, _ fields: inout Fields) -> UInt8? {
    guard let text = fields.text(key) else { return nil }
    let mark = text == "\\t" ? "\t" : text
    guard mark.utf8.count == 1, let byte = mark.utf8.first, byte != 0x0A, byte != 0x0D else {
        fields.error(
            "data.mark",
            at: key,
            en: "\(key) must be one ASCII character",
            nl: "\(key) moet één ASCII-teken zijn"
        )
        return nil
    }
    return byte
}
