// Questions about columns of numbers: thousands that are read as decimals, codes for missing values, codes that are no numbers.
// What cannot be known from the file is asked; the contract answers, and then it stays silent.
import Diagnostics

/// What the numbers of a column look like.
struct NumberForms {
    /// Rows with a number that could have a point between its thousands: `68.599`.
    private(set) var groupedRows: [Int] = []
    private(set) var groupedCount = 0
    /// A number that could not.
    private(set) var hasOtherDecimals = false
    /// The first number like `007`, and how many there are.
    private(set) var zeroRow: Int?
    private(set) var zeroCount = 0
    /// The first number that is shown as 0, or is rounded by more than a hundredth of itself, since six decimals are shown.
    private(set) var tinyRow: Int?

    private(set) var count = 0
    private(set) var smallest = Double.infinity
    private(set) var largest = -Double.infinity

    mutating func note(_ number: ReadNumber, row: Int) {
        count += 1
        if number.value < smallest { smallest = number.value }
        if number.value > largest { largest = number.value }
        if number.hasLeadingZero {
            zeroRow = zeroRow ?? row
            zeroCount += 1
        }
        guard number.decimals > 0 else { return }
        let size = abs(number.value)
        if number.decimals == 3, size >= 1, size < 1000, !number.hasLeadingZero {
            groupedCount += 1
            if groupedRows.count < 2 { groupedRows.append(row) }
        } else {
            hasOtherDecimals = true
            if size > 0, number.decimals > 6, abs((size * 1e6).rounded() / 1e6 - size) > size / 100 {
                tinyRow = tinyRow ?? row
            }
        }
    }
}

extension ColumnLook {
    /// Every number with a mark has three digits behind it, and nobody said what the mark is.
    ///
    /// A file with semicolons was made where commas mark decimals. Elsewhere it is advice, unless parts of a person would be the answer.
    func askAboutThousands(_ index: Int, _ forms: NumberForms, _ findings: inout Findings) -> Bool {
        let field = contract.fields[index]
        let staysSmall =
            field.unit?.hasPrefix("%") ?? false || field.constraints.maximum.map { $0.number < 1000 } ?? false
        guard !field.declaresMarks, !staysSmall, !forms.hasOtherDecimals, let row = forms.groupedRows.first else {
            return false
        }
        let place = self.place(row, index)
        let text = written(at: place)
        let count = forms.groupedCount
        let isLikely = contract.dialect.delimiter == 0x3B || field.countsPeople || field.countsMoney
        findings.add(
            Diagnostic(
                isLikely ? .warning : .hint,
                "data.thousands",
                at: place,
                message: Wording(
                    en: count == 1
                        ? "\(field.name) \"\(text)\" looks like thousands, and is read as a number with three decimals"
                        : "\(field.name) looks like thousands: \"\(text)\" and \(count - 1) more are read as numbers with three decimals",
                    nl: count == 1
                        ? "\(field.name) \"\(text)\" lijkt op duizendtallen, en wordt gelezen als getal met drie decimalen"
                        : "\(field.name) lijkt op duizendtallen: \"\(text)\" en nog \(count - 1) worden gelezen als getal met drie decimalen"
                ),
                hint: Wording(
                    en:
                        "does the point stand between thousands? then groupChar: \".\", decimalChar: \",\"; does it mark decimals? then decimalChar: \".\"",
                    nl:
                        "staat de punt tussen duizendtallen? dan groupChar: \".\", decimalChar: \",\"; markeert hij decimalen? dan decimalChar: \".\""
                )
            )
        )
        return true
    }

    /// `-9,0` where the contract says that `-9` is no value: codes are texts, and this one would count.
    func askAboutSpelledCodes(_ index: Int, _ findings: inout Findings) -> Bool {
        let field = contract.fields[index]
        let column = table.columns[index]
        let codes = field.missingValues.compactMap { text in
            Array(text.utf8).withUnsafeBufferPointer { field.number($0[...]) }.map { (text: text, value: $0.value) }
        }
        guard !codes.isEmpty,
            let row = (0..<table.rowCount).first(where: { row in
                column.number(row).map { number in codes.contains { $0.value == number } } ?? false
            }),
            let code = codes.first(where: { $0.value == column.number(row) })
        else { return false }
        let place = self.place(row, index)
        let text = written(at: place)
        findings.warning(
            "data.missing-code",
            at: place,
            en: "\(field.name) \"\(text)\" counts as a number, though \"\(code.text)\" is a code for a missing value",
            nl:
                "\(field.name) \"\(text)\" telt als getal, maar \"\(code.text)\" is een code voor een ontbrekende waarde",
            hint: Wording(
                en: "is it missing too? then add \"\(text)\" to missingValues; is it a number? then take another code",
                nl:
                    "ontbreekt deze ook? zet \"\(text)\" dan bij missingValues; is het een getal? neem dan een andere code"
            )
        )
        return true
    }

    /// `-6666` among numbers from 0 up, `9999` far above all others: codes that statistical programs write for *no answer*.
    func askAboutMissingCodes(_ index: Int, _ forms: NumberForms, _ findings: inout Findings) -> Bool {
        let field = contract.fields[index]
        let column = table.columns[index]
        func values(where isWanted: (Double) -> Bool) -> [(row: Int, value: Double)] {
            (0..<table.rowCount).compactMap { row in column.number(row).flatMap { isWanted($0) ? (row, $0) : nil } }
        }
        var suspects: [(row: Int, value: Double)] = []
        if field.constraints.minimum == nil, forms.smallest < 0 {
            suspects = values { $0 < 0 }
            if !suspects.allSatisfy({ isCode(-$0.value, digits: 3) }) { suspects = [] }
        } else if field.constraints.maximum == nil, contract.headcounts.contains(index),
            isCode(forms.largest, digits: 4)
        {
            suspects = values { $0 == forms.largest }
            let isFarAbove = values { $0 < forms.largest && 2 * $0 >= forms.largest }.isEmpty
            if suspects.count == 1, !isFarAbove { suspects = [] }
        }
        // Where there is nothing else, nothing says that it is a code.
        if suspects.count == forms.count { suspects = [] }
        guard let first = suspects.first else { return false }
        let shown = String(Int(first.value))
        let more = suspects.count
        let codes = (field.missingValues + [shown]).map { "\"\($0)\"" }.joined(separator: ", ")
        let bound = first.value < 0 ? "minimum" : "maximum"
        findings.warning(
            "data.missing-code",
            at: place(first.row, index),
            en:
                "\(field.name) \(shown) looks like a code for a missing value\(more > 1 ? " (\(more) such values)" : "")",
            nl:
                "\(field.name) \(shown) lijkt op een code voor een ontbrekende waarde\(more > 1 ? " (\(more) zulke waarden)" : "")",
            hint: Wording(
                en: "is it one? then missingValues: [\(codes)]; is it a number? then constraints: {\(bound): \(shown)}",
                nl: "is dat zo? dan missingValues: [\(codes)]; is het een getal? dan constraints: {\(bound): \(shown)}"
            )
        )
        return true
    }

    /// 666, 7777, 9999, or -99997 as CBS writes it.
    private func isCode(_ value: Double, digits: Int) -> Bool {
        guard let whole = Int(exactly: value), whole < 1_000_000_000 else { return false }
        let text = Array(String(whole).utf8)
        guard text.count >= digits, let first = text.first, (0x36...0x39).contains(first) else { return false }
        if text.allSatisfy({ $0 == first }) { return true }
        return text.count >= 5 && text.dropLast().allSatisfy { $0 == 0x39 }
    }

    func askAboutZeros(_ index: Int, _ forms: NumberForms, _ findings: inout Findings) -> Bool {
        guard let row = forms.zeroRow else { return false }
        let name = contract.fields[index].name
        let place = self.place(row, index)
        let text = written(at: place)
        let more = forms.zeroCount - 1
        findings.hint(
            "data.leading-zero",
            at: place,
            en:
                "\(name) \"\(text)\" begins with a zero that a number does not keep\(more > 0 ? ", and \(more) more do" : "")",
            nl: "\(name) \"\(text)\" begint met een nul die een getal niet houdt\(more > 0 ? ", en nog \(more)" : "")",
            hint: codeHint
        )
        return true
    }

    func tellAboutTinyNumbers(_ index: Int, _ forms: NumberForms, _ findings: inout Findings) {
        guard let row = forms.tinyRow else { return }
        let name = contract.fields[index].name
        let place = self.place(row, index)
        findings.hint(
            "data.tiny-number",
            at: place,
            en: "\(name) \"\(written(at: place).shortened)\" is too small for the six decimals that are shown",
            nl: "\(name) \"\(written(at: place).shortened)\" is te klein voor de zes decimalen die te zien zijn",
            hint: Wording(
                en: "give it in a smaller unit, such as per 100,000",
                nl: "geef het in een kleinere eenheid, zoals per 100.000"
            )
        )
    }
}

extension FieldContract {
    fileprivate var countsMoney: Bool { unit.map { $0 == "€" || $0.hasPrefix("euro") } ?? false }
}
