// The marks in the numbers of a field: between thousands, and before decimals.
import Declarations
import Diagnostics

/// A whole number has no decimal mark, so that a point may stand between its thousands.
func readMarks(of field: inout FieldContract, _ fields: inout Fields) {
    func mark(_ key: String, _ fields: inout Fields) -> UInt8? {
        guard let mark = singleByte(key, &fields) else { return nil }
        let scalar = Unicode.Scalar(mark)
        guard scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "-" || scalar == "+" else {
            return mark
        }
        fields.error(
            "data.mark",
            at: key,
            en: "\(key) cannot be a letter, a digit or a sign of a number: \"\(scalar)\"",
            nl: "\(key) kan geen letter, cijfer of teken van een getal zijn: \"\(scalar)\""
        )
        return nil
    }
    field.declaresMarks = fields.has("decimalChar") || fields.has("groupChar")
    if let decimal = mark("decimalChar", &fields) { field.decimalMark = decimal }
    field.groupMark = mark("groupChar", &fields)
    if field.kind == .number, field.groupMark == field.decimalMark {
        let isDeclared = fields.has("decimalChar")
        let other = field.decimalMark == 0x2C ? "." : ","
        fields.error(
            "data.mark",
            at: "groupChar",
            en: isDeclared
                ? "groupChar and decimalChar are the same" : "groupChar and the mark of decimals are the same",
            nl: isDeclared
                ? "groupChar en decimalChar zijn hetzelfde" : "groupChar en het decimaalteken zijn hetzelfde",
            hint: Wording(
                en: "with decimals: decimalChar: \"\(other)\"; without: type: integer",
                nl: "met decimalen: decimalChar: \"\(other)\"; zonder: type: integer"
            )
        )
        field.groupMark = nil
    }
}
