/// The logins that merge subjects carry: `Merge pull request #7 from LOGIN/branch`, `Merge branch 'x' of github.com:LOGIN/repo`.
extension NameMask {
    static let merge = Array("Merge".utf8)
    private static let leads = ["from ", "github.com/", "github.com:", "gitlab.com/", "gitlab.com:", "bitbucket.org/", "bitbucket.org:"]
        .map { Array($0.utf8) }
    private static let remoteLead = Array("remote-tracking branch '".utf8)
    private static let branchLeads = ["branch '", "branches '", "Merged in "].map { Array($0.utf8) }

    /// First parts of branch names that say what a branch is for, and of remotes that say no person's name.
    private static let purposes: Set<String> = [
        "bug", "bugfix", "build", "chore", "ci", "dependabot", "dev", "develop", "docs", "feat", "feature", "features", "fix", "heads",
        "hotfix", "main", "master", "origin", "refactor", "refs", "release", "releases", "renovate", "support", "task", "test",
        "upstream",
    ]

    /// A branch's name: its first part is a login unless it says what the branch is for.
    package func masked(branch: String) -> String {
        let parts = branch.split(separator: "/", maxSplits: 1)
        guard !isOff, parts.count == 2, !Self.purposes.contains(parts[0].lowercased()) else { return masked(branch) }
        return Self.replacement + "/" + masked(String(parts[1]))
    }

    /// Replaces the login before a slash in the places where merge subjects have one.
    static func replaceMergeOrigins(_ bytes: inout [UInt8]) {
        guard bytes.starts(with: merge) else { return }
        for lead in leads { replaceLogin(after: lead, in: &bytes, keeping: []) }
        for lead in [remoteLead] + branchLeads { replaceLogin(after: lead, in: &bytes, keeping: purposes) }
    }

    private static func replaceLogin(after lead: [UInt8], in bytes: inout [UInt8], keeping kept: Set<String>) {
        guard bytes.count > lead.count else { return }
        for start in 0..<(bytes.count - lead.count) where bytes[start] == lead[0] && bytes[start...].starts(with: lead) {
            let login = start + lead.count
            var end = login
            while end < bytes.count, isWordByte(bytes[end]) || bytes[end] == UInt8(ascii: "-") || bytes[end] == UInt8(ascii: "_") {
                end += 1
            }
            guard end > login, end < bytes.count, bytes[end] == UInt8(ascii: "/"), !startsReplacement(bytes, login) else { continue }
            if kept.contains(String(decoding: bytes[login..<end], as: UTF8.self).lowercased()) { continue }
            bytes.replaceSubrange(login..<end, with: replacementBytes)
            return
        }
    }
}
