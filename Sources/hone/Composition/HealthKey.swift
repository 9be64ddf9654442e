import Crypto
import Foundation
import HoneLoop

/// The key that opens the sheets of a health check: `.hone/health-<id>.key`, readable by its owner only, never in the store, deleted when
/// the check is closed. What may be left of a sheet anywhere cannot be read from then on.
enum HealthKey {
    private static let suite = HPKE.Ciphersuite.Curve25519_SHA256_ChachaPoly

    static func file(_ check: String, in folder: URL) -> URL { folder.appendingPathComponent("health-\(check).key") }

    /// Makes a key and writes it down.
    /// - Returns: the public half, to which sheets are sealed, in hexadecimal digits.
    static func make(_ check: String, in folder: URL) throws -> String {
        let key = Curve25519.KeyAgreement.PrivateKey()
        let file = file(check, in: folder)
        guard
            FileManager.default.createFile(
                atPath: file.path, contents: key.rawRepresentation, attributes: [.posixPermissions: 0o600])
        else { throw Failure(.storeUnusable, "\(file.path) cannot be written. Look at the permissions of the folder.") }
        return digits(key.publicKey.rawRepresentation)
    }

    static func exists(_ check: String, in folder: URL) -> Bool { FileManager.default.fileExists(atPath: file(check, in: folder).path) }

    /// Overwrites and deletes the key of a check that is over.
    static func destroy(_ check: String, in folder: URL) {
        let file = file(check, in: folder)
        guard let handle = try? FileHandle(forWritingTo: file) else { return }
        try? handle.write(contentsOf: Data(count: 32))
        try? handle.synchronize()
        try? handle.close()
        try? FileManager.default.removeItem(at: file)
    }

    /// - Throws: `Failure` where the key that the check was opened with is not in the folder.
    static func seal(of check: HealthCheck, in folder: URL) throws -> HealthSeal {
        if let seal = found(check, in: folder) { return seal }
        throw Failure(
            .storeUnusable,
            "Health check \(check.number) was opened in another store, or its key \(file(check.id, in: folder).path) is gone. Answer and close it where it was opened. If the key is lost, hone health close --discard gives the check up."
        )
    }

    /// Nil where the key that the check was opened with is not in the folder.
    static func found(_ check: HealthCheck, in folder: URL) -> HealthSeal? {
        let info = Data("hone health check \(check.id)".utf8)
        guard let bytes = try? Data(contentsOf: file(check.id, in: folder)),
            let key = try? Curve25519.KeyAgreement.PrivateKey(rawRepresentation: bytes),
            digits(key.publicKey.rawRepresentation) == check.terms.sealingKey
        else { return nil }
        let publicKey = key.publicKey
        return HealthSeal(
            seal: { sheet in
                var sender = try HPKE.Sender(recipientKey: publicKey, ciphersuite: suite, info: info)
                return [UInt8](sender.encapsulatedKey) + [UInt8](try sender.seal(Data(sheet)))
            },
            unseal: { sealed in
                guard sealed.count > 32 else { return nil }
                let (encapsulated, rest) = (Data(sealed.prefix(32)), Data(sealed.dropFirst(32)))
                var recipient = try? HPKE.Recipient(privateKey: key, ciphersuite: suite, info: info, encapsulatedKey: encapsulated)
                return (try? recipient?.open(rest)).map { [UInt8]($0) }
            })
    }

    private static func digits(_ data: Data) -> String {
        data.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
