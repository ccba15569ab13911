// `verslag key`: makes the key with which a publisher signs editions.
import ArgumentParser
import Diagnostics
import Editions
import Foundation

struct Key: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make a key pair for signing editions (Ed25519).",
        discussion:
            "Writes the secret key to PATH, for its owner only, and the public key to PATH.pub. Keep the secret one out of the repository."
    )

    @Argument(help: "Where the secret key goes.", completion: .file())
    var path: String

    func run() throws {
        let key = SigningKey()
        // The public key of an earlier pair may be what others trust.
        guard access(path + ".pub", F_OK) != 0 else {
            complain("verslag: \(path).pub: there is a key here already\n")
            throw ExitCode(2)
        }
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            complain("verslag: \(path): \(String(cString: strerror(errno)))\n")
            throw ExitCode(2)
        }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        try file.write(contentsOf: Data(key.secretPEM.utf8))
        try Data(key.publicPEM.utf8).write(to: URL(fileURLWithPath: path + ".pub"))
        print(key.publicPEM, terminator: "")
    }
}
