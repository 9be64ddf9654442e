package import HoneFacts

extension Digest {
    /// A fingerprint that tells texts apart and keeps no secret: 64 digits made of four 64-bit FNV-1a hashes.
    package static let forTests = Digest(pseudonym: { fingerprint(Array($0.utf8)) }, fingerprint: { fingerprint($0) })

    private static func fingerprint(_ bytes: [UInt8]) -> String {
        (0..<4 as Range<UInt64>).map { start in
            let hash = bytes.reduce(0xcbf2_9ce4_8422_2325 &+ start) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
            let digits = String(hash, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }
}
