// Sets a drawing in a frame with its title and source, for a file that is shown without the page around it.
import Disclosure
import Markup

func standalone(
    _ drawing: Drawing,
    title: String,
    subtitle: String?,
    note: String?,
    origin: ReleasedTable.Origin?,
    language: SiteLanguage
) -> Drawing {
    let words = Words(language)
    let margin = 20.0
    let width = drawing.width
    let heading = wrapped(title, to: width, in: .heading, lines: 4)
    let sub = subtitle.map { wrapped($0, to: width, in: .note, lines: 3) } ?? []
    let isIllustrative = origin?.isIllustrative ?? false
    var top = margin + Double(heading.count) * TextStyle.heading.lineHeight
    let subTop = top + 3
    if !sub.isEmpty { top = subTop + Double(sub.count) * TextStyle.note.lineHeight }
    let labelTop = top + 4
    if isIllustrative { top = labelTop + TextStyle.value.lineHeight }
    top += 18

    var feet: [String] = note.map { [$0] } ?? []
    if let source = origin?.source { feet.append("\(words.source): \(readable(source))") }
    let footTop = top + drawing.height + 14
    var framed = drawing.placed(onWidth: width + 2 * margin, height: 0, dx: margin, dy: top)
    framed.lines(heading, x: margin, top: margin, .heading)
    framed.lines(sub, x: margin, top: subTop, .note)
    if isIllustrative { framed.lines([words.illustrative], x: margin, top: labelTop, .value, tone: .base) }
    var end = top + drawing.height
    if !feet.isEmpty {
        end = footTop
        for foot in feet {
            let lines = wrapped(foot, to: width, in: .note, lines: 6)
            framed.lines(lines, x: margin, top: end, .note)
            end += Double(lines.count) * TextStyle.note.lineHeight
        }
    }
    framed.height = end + margin
    return framed
}
