// Signatures that others can check without this program: Ed25519 over the canonical entry, keys as OpenSSL writes them.
import Crypto
import Diagnostics
import Foundation

/// The secret key with which a publisher signs editions.
public struct SigningKey: Sendable {
    private let key: Curve25519.Signing.PrivateKey

    /// What stands before the 32 bytes of a key in PKCS #8 and in SubjectPublicKeyInfo (RFC 8410).
    private static let secretHead: [UInt8] = [
        0x30, 0x2E, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
    ]
    fileprivate static let publicHead: [UInt8] = [
        0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00,
    ]

    /// A new key.
    public init() { key = Curve25519.Signing.PrivateKey() }

    /// Reads the text of a key file; nil where it is none.
    public init?(pem: String) {
        guard let bytes = bytes(ofPEM: pem, "PRIVATE KEY"), bytes.starts(with: Self.secretHead),
            let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: bytes.dropFirst(Self.secretHead.count))
        else { return nil }
        self.key = key
    }

    public var secretPEM: String { pem(Self.secretHead + [UInt8](key.rawRepresentation), "PRIVATE KEY") }
    public var publicPEM: String { pem(Self.publicHead + [UInt8](key.publicKey.rawRepresentation), "PUBLIC KEY") }

    func sign(_ edition: SealedEdition) throws -> SealedEdition.Signature {
        SealedEdition.Signature(
            publicKey: key.publicKey.rawRepresentation.base64EncodedString(),
            value: try key.signature(for: edition.core).base64EncodedString()
        )
    }
}

/// A key that a reader trusts, in Base64 as editions.json has it; nil where the text of a file is no public key.
public func publicKey(pem: String) -> String? {
    guard let bytes = bytes(ofPEM: pem, "PUBLIC KEY"), bytes.starts(with: SigningKey.publicHead) else { return nil }
    return Data(bytes.dropFirst(SigningKey.publicHead.count)).base64EncodedString()
}

/// Checks signatures where there are any.
///
/// - Parameter trusted: the only keys that may have signed; with them, an edition without signature is a finding as well.
func verifySignatures(_ list: EditionList, file: String, trusted: [String]?) -> Findings {
    var findings = Findings()
    for edition in list.editions {
        func report(en: String, nl: String) {
            findings.error(
                "edition.signature",
                at: Place(file: file),
                en: "edition \(edition.id): \(en)",
                nl: "editie \(edition.id): \(nl)"
            )
        }
        guard let signature = edition.signature else {
            if trusted != nil { report(en: "there is no signature", nl: "er is geen handtekening") }
            continue
        }
        if let trusted, !trusted.contains(signature.publicKey) {
            report(en: "signed with another key", nl: "ondertekend met een andere sleutel")
        }
        // Base64 has more than one way to write some bytes; here there is one.
        guard let raw = Data(base64Encoded: signature.publicKey), let value = Data(base64Encoded: signature.value),
            raw.base64EncodedString() == signature.publicKey, value.base64EncodedString() == signature.value,
            let key = try? Curve25519.Signing.PublicKey(rawRepresentation: raw),
            key.isValidSignature(value, for: edition.core)
        else {
            report(en: "the signature is wrong", nl: "de handtekening klopt niet")
            continue
        }
    }
    return findings
}

private func pem(_ bytes: [UInt8], _ label: String) -> String {
    "-----BEGIN \(label)-----\n\(Data(bytes).base64EncodedString())\n-----END \(label)-----\n"
}

private func bytes(ofPEM text: String, _ label: String) -> [UInt8]? {
    let lines = text.split(whereSeparator: \.isNewline)
    guard lines.count >= 3, lines.first == "-----BEGIN \(label)-----", lines.last == "-----END \(label)-----" else {
        return nil
    }
    return Data(base64Encoded: lines.dropFirst().dropLast().joined()).map { [UInt8]($0) }
}
