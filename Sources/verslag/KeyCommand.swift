// `verslag key`: makes the key with which a publisher signs editions.
import ArgumentParser
import Diagnostics
import Editions
import Foundation

struct Key: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make a key pair for signing editions (Ed25519).",
        discussion: "Writes the secret key to PATH, for its owner only, and the public key to PATH.pub. Keep the secret one out of the repository.")

    @Argument(help: "Where the secret key goes.", completion: .file())
    var path: String

    func run() throws {
        let key = SigningKey()
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            FileHandle.standardError.write(Data("verslag: \(path): \(String(cString: strerror(errno)))\n".utf8))
            throw ExitCode(2)
        }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        try file.write(contentsOf: Data(key.secretPEM.utf8))
        try Data(key.publicPEM.utf8).write(to: URL(fileURLWithPath: path + ".pub"))
        print(key.publicPEM, terminator: "")
    }
}
