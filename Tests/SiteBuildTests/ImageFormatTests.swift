// Images that can be printed and images that cannot, known by their first bytes. What Typst takes was tried with each kind.
import Testing

@testable import SiteBuild

private func big(_ number: Int) -> [UInt8] { [24, 16, 8, 0].map { UInt8(number >> $0 & 255) } }

private func chunk(_ kind: String, _ data: [UInt8] = []) -> [UInt8] {
    let body = Array(kind.utf8) + data
    // The same sum as the reader's, by a table.
    var table: [UInt32] = (0..<256).map {
        (0..<8).reduce(UInt32($0)) { sum, _ in sum % 2 == 1 ? sum / 2 ^ 0xEDB8_8320 : sum / 2 }
    }
    table.append(0)
    let sum = ~body.reduce(UInt32.max) { table[Int(($0 ^ UInt32($1)) & 255)] ^ $0 >> 8 }
    return big(data.count) + body + big(Int(sum))
}

private func png(
    _ width: Int,
    _ height: Int,
    depth: UInt8 = 8,
    colour: UInt8 = 2,
    _ chunks: [[UInt8]] = [chunk("IDAT"), chunk("IEND")]
)
    -> [UInt8]
{
    [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10] + chunk("IHDR", big(width) + big(height) + [depth, colour, 0, 0, 0])
        + chunks.flatMap { $0 }
}

private func jpeg(
    _ frame: UInt8,
    components: UInt8 = 3,
    precision: UInt8 = 8,
    size: [UInt8] = [0, 9, 0, 9]
) -> [UInt8] {
    var bytes: [UInt8] = [0xFF, 0xD8, 0xFF, 0xEE, 0, 14] + Array("Adobe".utf8) + [0, 100, 0, 0, 0, 0]
    bytes += [components == 4 ? 2 : 1, 0xFF, 0xFF, frame, 0, 8 + 3 * components, precision] + size + [components]
    for index in 0..<components { bytes += [index, 0x11, 0] }
    return bytes + [0xFF, 0xD9]
}

private func isWhole(_ bytes: [UInt8], _ name: String = "plaat") -> Bool {
    ImageFormat(bytes, name: name)?.isWhole ?? false
}

@Suite struct ImageFormatTests {
    @Test func jpegsAreTakenByTheirFrame() {
        for frame: UInt8 in [0xC0, 0xC1, 0xC2] { #expect(isWhole(jpeg(frame)), "\(frame)") }
        #expect(isWhole(jpeg(0xC0, components: 1)))
        #expect(isWhole(jpeg(0xC0), "wat-het-is.png"))
        // Without loss, coded by arithmetic, with twelve bits, with two colours, without a size.
        #expect(!isWhole(jpeg(0xC3)) && !isWhole(jpeg(0xC9)) && !isWhole(jpeg(0xC1, precision: 12)))
        #expect(!isWhole(jpeg(0xC0, components: 2)) && !isWhole(jpeg(0xC0, size: [0, 0, 0, 9])))
        #expect(!isWhole(jpeg(0xC0).dropLast(2)) && !isWhole(Array(jpeg(0xC0).prefix(20))))
    }

    /// Both CMYK and YCCK have four components; the PDF has no profile for them.
    @Test func thePressesColoursAreKnown() {
        for frame: UInt8 in [0xC0, 0xC2] {
            #expect(ImageFormat(jpeg(frame, components: 4), name: "a.jpg")?.isCMYK == true)
            #expect(ImageFormat(jpeg(frame), name: "a.jpg")?.isCMYK == false)
        }
    }

    @Test func pngsAreTakenByTheirHeader() {
        for (colour, depths) in [(0, [1, 2, 4, 8, 16]), (2, [8, 16]), (4, [8, 16]), (6, [8, 16])] as [(UInt8, [UInt8])]
        {
            for depth in depths { #expect(isWhole(png(4, 4, depth: depth, colour: colour)), "\(colour) \(depth)") }
        }
        #expect(isWhole(png(4, 4, colour: 3, [chunk("PLTE", [0, 0, 0]), chunk("IDAT"), chunk("IEND")])))
        #expect(!isWhole(png(4, 4, colour: 3)) && !isWhole(png(4, 4, depth: 7)) && !isWhole(png(4, 4, colour: 5)))
        #expect(!isWhole(png(4, 4, [chunk("IDAT")])) && !isWhole(png(0, 4)) && !isWhole(Array(png(4, 4).prefix(20))))
        var damaged = png(4, 4)
        damaged[30] ^= 1
        #expect(!isWhole(damaged))
    }

    @Test(arguments: [(0xFFFF_FFFF, 0xFFFF_FFFF, true), (0, 9, false), (1, 1, false), (8_000, 5_000, true)])
    func theSizeInAnImagesHeaderIsNotTrusted(_ width: Int, _ height: Int, isLarge: Bool) throws {
        let format = try #require(ImageFormat(png(width, height), name: "a.png"))
        let size = try #require(format.size)
        #expect((Double(size.width) * Double(size.height) > ImageFormat.mostPixels) == isLarge)
    }

    @Test func drawingsBeginAndEnd() {
        func isWhole(_ text: String) -> Bool { SiteBuildTests.isWhole(Array(text.utf8), "a.svg") }
        #expect(
            isWhole("<svg xmlns=\"x\" width=\"9\"><rect/></svg>\n")
                && isWhole("<?xml version=\"1.0\"?><svg:svg></svg:svg>")
        )
        #expect(isWhole("<svg width=\"0.5px\"/>") && isWhole("<svg width=\"100%\"></svg>"))
        #expect(!isWhole("<svg width=\"9\"><rect wid") && !isWhole("<!DOCTYPE html><html></html>") && !isWhole(""))
        #expect(!isWhole("<svg width=\"0\" height=\"9\"></svg>") && !isWhole("<svg height='0.0px'></svg>"))
        #expect(
            !SiteBuildTests.isWhole([0xFF, 0xFE, 0x3C, 0x00], "a.svg")
                && ImageFormat(Array("<svg/>".utf8), name: "a.png") == nil
        )
    }
}
