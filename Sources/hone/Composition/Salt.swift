import Crypto
import Foundation
import HoneFacts

/// The secret that turns people into pseudonyms. It stays in `.hone/salt`, readable by its owner only, and never enters the store.
enum Salt {
    /// Reads the salt, or makes one; two programs at once agree on the same.
    static func readOrMade(in folder: URL, storeHasFacts: Bool) throws -> SymmetricKey {
        let file = URL(fileURLWithPath: folder.path + "/salt")
        if let text = try? String(contentsOf: file, encoding: .utf8), isSalt(text) { return SymmetricKey(data: Data(text.utf8)) }
        if FileManager.default.fileExists(atPath: file.path) {
            guard access(file.path, R_OK) == 0 else {
                throw Failure(.storeUnusable, "The salt \(file.path) cannot be read. Look at its permissions: whoever made it may read it.")
            }
            throw Failure(
                .storeUnusable,
                "The salt \(file.path) is damaged, or none. Put it back from a backup, or run hone store erase --facts and hone sync: all facts are read again under a new salt, decisions stay."
            )
        }
        if storeHasFacts {
            throw Failure(
                .storeUnusable,
                "The salt \(file.path) is missing, so the people in the store would get new pseudonyms and count twice. Put it back from a backup, or run hone store erase --facts and hone sync: all facts are read again under a new salt, decisions stay."
            )
        }
        var generator = SystemRandomNumberGenerator()
        let digits = (0..<4).map { _ in String(generator.next(), radix: 16) }
        let text = digits.map { String(repeating: "0", count: 16 - $0.count) + $0 }.joined() + "\n"
        let draft = folder.appendingPathComponent("salt.\(ProcessInfo.processInfo.processIdentifier)")
        guard
            FileManager.default.createFile(
                atPath: draft.path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
        else { throw Failure(.storeUnusable, "\(file.path) cannot be written. Look at the permissions of the folder.") }
        defer { try? FileManager.default.removeItem(at: draft) }
        // Linking fails if another program was first; then its salt is the one.
        try? FileManager.default.linkItem(at: draft, to: file)
        guard let agreed = try? String(contentsOf: file, encoding: .utf8), isSalt(agreed) else {
            throw Failure(.storeUnusable, "\(file.path) cannot be written. Look at the permissions of the folder.")
        }
        return SymmetricKey(data: Data(agreed.utf8))
    }

    /// 64 digits of a hexadecimal number, and the end of the line.
    private static func isSalt(_ text: String) -> Bool {
        text.utf8.count == 65 && text.hasSuffix("\n") && text.dropLast().allSatisfy(\.isHexDigit)
    }
}

extension HoneFacts.Digest {
    /// For what has no person in it: its pseudonyms are under a key that nobody keeps.
    static let unkeyed = live(SymmetricKey(size: .bits256))

    /// HMAC-SHA-256 under a salt, and SHA-256.
    static func live(_ salt: SymmetricKey) -> HoneFacts.Digest {
        // The key is hashed once, and not for each of the people.
        let keyed = HMAC<SHA256>(key: salt)
        return HoneFacts.Digest(
            pseudonym: { text in
                var code = keyed
                code.update(data: Data(text.utf8))
                return hexadecimal(code.finalize().prefix(8))
            },
            fingerprint: { bytes in hexadecimal(SHA256.hash(data: bytes)) })
    }

    private static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
