import Digests
import Testing

@Suite struct SHA256Tests {
    /// The examples of FIPS 180-2.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ])
    func isWrittenInHexadecimal(text: String, digest: String) { #expect(sha256(Array(text.utf8)) == digest) }

    @Test func partsAreTheWhole() {
        var parts = RunningDigest()
        parts.add([0x61])
        parts.add([0x62, 0x63])
        #expect(parts.text == sha256(Array("abc".utf8)))
    }

    @Test func countedPartsAreKeptApart() {
        var one = RunningDigest()
        one.add(counted: [0x61, 0x62])
        one.add(counted: [0x63])
        var other = RunningDigest()
        other.add(counted: [0x61])
        other.add(counted: [0x62, 0x63])
        #expect(one.text != other.text)
    }
}
