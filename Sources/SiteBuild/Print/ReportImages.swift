// Images in print: which files Typst gets, and that they are ones it can set.
import Diagnostics
import Documents
import Foundation

extension ReportPage {
    /// Takes an image into the report; its path there, or nil, with a finding, where it cannot be printed.
    func image(_ document: Document, _ node: Document.NodeIndex) -> String? {
        let place = document.place(node)
        guard
            case .attachment(let file, _) = programme.links.target(
                of: document.text(node),
                from: index,
                in: document.file,
                at: place
            )
        else { return nil }
        if let path = state.images[file] { return path }
        let bytes: [UInt8]
        switch disk.read(file) {
        case .success(let found): bytes = found
        case .failure(let reason):
            web.state.findings.add(unusable(file, reason))
            return nil
        }
        // The site says the same where it publishes the file; a finding that is made twice is shown once.
        let refused = checkAttachment(file, bytes)
        guard !refused.hasErrors else {
            web.state.findings.add(contentsOf: refused)
            return nil
        }
        let format = ImageFormat(bytes, name: file)
        if let size = format?.size, Double(size.width) * Double(size.height) > ImageFormat.mostPixels {
            let (megapixels, most) = (
                Int(Double(size.width) * Double(size.height) / 1e6), Int(ImageFormat.mostPixels / 1e6)
            )
            web.state.findings.error(
                "image.too-large",
                at: place,
                en: "\(file) has \(megapixels) megapixels; more than \(most) are not printed",
                nl: "\(file) heeft \(megapixels) megapixel; meer dan \(most) wordt niet gedrukt",
                hint: Wording(
                    en: "make it at most 3500 pixels wide: a whole A4 page at 300 dots per inch has 8.7 megapixels",
                    nl: "maak hem hoogstens 3500 pixels breed: een hele A4 op 300 punten per inch heeft 8,7 megapixel"
                )
            )
            return nil
        }
        if format?.isCMYK ?? false {
            web.state.findings.error(
                "image.cmyk",
                at: place,
                en: "\(file) has the colours of a printing press (CMYK), which the report cannot have",
                nl: "\(file) heeft de kleuren van een drukpers (CMYK), en die kan het rapport niet hebben",
                hint: Wording(
                    en: "convert it to RGB (sRGB) in an image program and save it again",
                    nl: "zet hem in een beeldprogramma om naar RGB (sRGB) en bewaar hem opnieuw"
                )
            )
            return nil
        }
        guard let format, format.isWhole else {
            web.state.findings.error(
                "image.not-printable",
                at: place,
                en: "\(file) is no image that can be printed, or only a part of one",
                nl: "\(file) is geen afbeelding die gedrukt kan worden, of maar een deel ervan",
                hint: Wording(
                    en: "use a whole PNG, JPEG, GIF, WebP or SVG file; an image program can save it as one",
                    nl:
                        "gebruik een heel PNG-, JPEG-, GIF-, WebP- of SVG-bestand; een beeldprogramma kan hem zo bewaren"
                )
            )
            return nil
        }
        // Numbered: names may hold signs that Typst takes for parts of a path.
        let path = "images/\(state.images.count + 1).\(format.suffix)"
        state.images[file] = path
        state.add(path, bytes, place: place)
        return path
    }
}
