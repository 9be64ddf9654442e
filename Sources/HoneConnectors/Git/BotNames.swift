/// Which authors are programs.
struct BotNames: Sendable {
    private static let wellKnown: Set<String> = [
        "allcontributors", "codecov-io", "copybara-service", "dependabot", "dependabot-preview", "dependabot support", "github actions",
        "github-actions", "greenkeeper", "greenkeeperio-bot", "imgbot", "mergify", "pre-commit-ci", "pyup-bot", "renovate",
        "renovate bot", "renovate-bot", "semantic-release-bot", "snyk bot", "snyk-bot", "weblate",
    ]

    private let patterns: [[UInt8]]

    init(_ patterns: [String]) {
        self.patterns = patterns.map { Array($0.lowercased().utf8) }
    }

    /// What changes when the patterns change.
    var fingerprintText: String { patterns.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n") }

    func contains(name: String, mail: String) -> Bool {
        let name = name.lowercased()
        let mail = mail.lowercased()
        var local = String(mail.prefix { $0 != "@" })
        if let plus = local.firstIndex(of: "+"), local[..<plus].allSatisfy(\.isNumber) {
            local = String(local[local.index(after: plus)...])
        }
        if name.hasSuffix("[bot]") || local.hasSuffix("[bot]") { return true }
        if Self.wellKnown.contains(name) || (Self.wellKnown.contains(local) && mail.hasSuffix("github.com")) { return true }
        return patterns.contains { pattern in
            [name, mail, local].contains { Self.matches(Array($0.utf8)[...], pattern[...]) }
        }
    }

    /// Whether a text is what the pattern says, `*` for any bytes. Complexity: O(text x pattern).
    private static func matches(_ text: ArraySlice<UInt8>, _ pattern: ArraySlice<UInt8>) -> Bool {
        let star = UInt8(ascii: "*")
        var (text, pattern) = (text, pattern)
        var retry: (text: ArraySlice<UInt8>, pattern: ArraySlice<UInt8>)?
        while !text.isEmpty {
            if pattern.first == star {
                pattern = pattern.dropFirst()
                retry = (text, pattern)
            } else if let first = pattern.first, first == text.first {
                text = text.dropFirst()
                pattern = pattern.dropFirst()
            } else if let again = retry {
                text = again.text.dropFirst()
                pattern = again.pattern
                retry = (text, pattern)
            } else {
                return false
            }
        }
        return pattern.allSatisfy { $0 == star }
    }
}
