/// What may go to a terminal or a log, wherever its words came from.
enum PrintedText {
    /// Without signs that steer a terminal, but for the colours of this program, and without the secrets of addresses.
    /// - Complexity: O(length).
    static func safe(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7f && $0 != 0xc2 && $0 != 0xe2 || $0 == 0x0a || $0 == 0x09 }
        return withoutSecrets(isPlain ? text : steady(text))
    }

    private static func steady(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var rest = text.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            switch scalar {
            case "\n", "\t": result.append(scalar)
            case "\u{1b}":
                guard rest.first == "[", let end = rest.dropFirst().firstIndex(where: { !("0"..."9").contains($0) && $0 != ";" }),
                    rest[end] == "m"
                else {
                    result.append("\u{fffd}")
                    continue
                }
                result.append(scalar)
                result.append(contentsOf: rest[...end])
                rest = rest[rest.index(after: end)...]
            case "\0"..."\u{1f}", "\u{7f}"..."\u{9f}", "\u{202a}"..."\u{202e}", "\u{2066}"..."\u{2069}": result.append("\u{fffd}")
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    /// `https://…@host` of `https://user:token@host`, and `?token=…` of `?token=abc`: what opens doors stays out. A path that was cut to
    /// `https:/user:token@host` is an address still.
    private static func withoutSecrets(_ text: String) -> String {
        guard text.contains(":/") else { return text }
        let parts = text.split(separator: ":/", omittingEmptySubsequences: false)
        return parts.enumerated().map { index, part in
            guard index > 0 else { return String(part) }
            let slashes = part.prefix { $0 == "/" }
            let rest = part.dropFirst(slashes.count)
            let address = rest.prefix { $0 != "/" && !$0.isWhitespace && $0 != "'" && $0 != "\"" }
            return slashes + withoutParameters(address.lastIndex(of: "@").map { "…" + rest[$0...] } ?? String(rest))
        }.joined(separator: ":/")
    }

    /// Names of what an address may hand over to be let in.
    private static let doors = ["token", "key", "secret", "password", "passwd", "pwd", "signature", "sig", "auth", "code"]

    private static func withoutParameters(_ text: String) -> String {
        guard text.contains("="), text.contains("?") else { return text }
        var (result, rest, isInQuery) = ("", text[...], false)
        while let end = rest.firstIndex(where: { "?&= '\"".contains($0) || $0.isNewline }) {
            let (name, sign) = (rest[..<end].lowercased(), rest[end])
            result += rest[...end]
            rest = rest[rest.index(after: end)...]
            if sign == "?" { isInQuery = true } else if sign != "&" && sign != "=" { isInQuery = false }
            if isInQuery, sign == "=", doors.contains(where: name.hasSuffix) {
                result += "…"
                rest = rest.drop { !"& '\"".contains($0) && !$0.isNewline }
            }
        }
        return result + rest
    }
}
