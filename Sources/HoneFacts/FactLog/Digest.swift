/// One-way functions, passed in so that pure targets need no cryptography library.
package struct Digest: Sendable {
    /// Keyed digest (HMAC-SHA-256 with the store's salt), as 16 lower-case hexadecimal digits: a person's pseudonym.
    package let pseudonym: @Sendable (String) -> String
    /// SHA-256 of bytes as lower-case hexadecimal: whether a file is the one read before.
    package let fingerprint: @Sendable ([UInt8]) -> String

    package init(pseudonym: @escaping @Sendable (String) -> String, fingerprint: @escaping @Sendable ([UInt8]) -> String) {
        self.pseudonym = pseudonym
        self.fingerprint = fingerprint
    }
}
