/// Tracker keys in a text: `ABC-123`, and not `UTF-8`.
enum TrackerKeys {
    /// What looks like a key and is the name of a standard, a licence or an advisory.
    private static let others: Set<String> = [
        "ADR", "AES", "AGPL", "ANSI", "ARIA", "ASCII", "BASE", "BIP", "BSD", "CP", "CRC", "CVE", "CWE", "DES", "DSA", "EIP", "EN", "ERC",
        "ES", "FIPS", "FLOAT", "GB", "GCC", "GHSA", "GPL", "HMAC", "HTTP", "IEC", "IEEE", "INT", "IP", "IPV4", "IPV6", "ISO", "JDK", "JEP",
        "JSR", "KOI8", "LGPL", "MD", "MPL", "OAUTH", "PBKDF2", "PEP", "PGP", "PKCS", "PR", "RFC", "RHEL", "RHSA", "RSA", "RUSTSEC",
        "SCRAM", "SE", "SHA", "SHA1", "SHA2", "SHA3", "SPDX", "SSE", "SSE2", "TLS", "UCS", "UTF", "UUID", "VT", "WINDOWS", "X86",
    ]

    private static let dash = UInt8(ascii: "-")

    /// Where each key stands, or rather its dash. Complexity: O(bytes).
    static func occurrences(in text: ArraySlice<UInt8>) -> [(position: Int, key: String)] {
        text.withUnsafeBufferPointer { text in
            var found: [(position: Int, key: String)] = []
            var place = 0
            while let position = ByteSearch.next(dash, in: text, from: place) {
                if let key = key(in: text, dash: position) { found.append((position, key)) }
                place = position + 1
            }
            return found
        }
    }

    private static func key(in text: UnsafeBufferPointer<UInt8>, dash: Int) -> String? {
        var start = dash
        while start > 0, isUpper(text[start - 1]) || isDigit(text[start - 1]) { start -= 1 }
        guard dash - start >= 2, isUpper(text[start]) else { return nil }
        if start > 0, isWord(text[start - 1]) || text[start - 1] == Self.dash { return nil }
        var end = dash + 1
        while end < text.count, isDigit(text[end]) { end += 1 }
        // Trackers count from 1 and write no leading zeros.
        guard end > dash + 1, end - dash <= 8, text[dash + 1] != UInt8(ascii: "0") else { return nil }
        if end < text.count, isWord(text[end]) { return nil }
        if others.contains(String(decoding: text[start..<dash], as: UTF8.self)) { return nil }
        return String(decoding: text[start..<end], as: UTF8.self)
    }

    private static func isUpper(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }
    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
    private static func isWord(_ byte: UInt8) -> Bool {
        isUpper(byte) || isDigit(byte) || byte == 0x5F || byte >= 0x80 || (byte >= 0x61 && byte <= 0x7A)
    }
}
