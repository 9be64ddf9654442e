import HoneFacts

extension Digest {
    /// A fingerprint that tells texts apart and keeps no secret: the 64-bit FNV-1a hash.
    static let forTests = Digest(pseudonym: { fingerprint(Array($0.utf8)) }, fingerprint: { fingerprint($0) })

    private static func fingerprint(_ bytes: [UInt8]) -> String {
        String(bytes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }, radix: 16)
    }
}
