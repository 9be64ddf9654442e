/// The people a history knows, collected as it is read: what a `NameMask` is made of.
package struct KnownPeople: Sendable {
    /// Folded words of three letters and more.
    private(set) var words: Set<String> = []
    /// Names in scripts without spaces, found inside longer runs of letters.
    private(set) var unspaced: Set<String> = []

    /// Words in parentheses after a name: an employer ("Doe (Acme)") or a nickname.
    private(set) var asides: Set<String> = []
    /// Who was first seen with a part of a mail domain: employers have many addresses, people one.
    private(set) var domainWords: [String: String] = [:]
    private(set) var sharedDomainWords: Set<String> = []

    package init() {}

    /// The words to mask: asides that are part of a shared mail domain are employers or products, not people.
    var maskedWords: Set<String> { words.union(asides.subtracting(sharedDomainWords)) }

    /// Adds a person's name or login. Names made of role words alone are left out.
    package mutating func add(name: String) {
        let parts = NameWord.words(in: name)
        guard !RoleWords.areAll(of: parts) else { return }
        if let open = name.firstIndex(of: "("), name[..<open].contains(where: \.isLetter) {
            add(name: String(name[..<open]))
            let aside = name[open...].prefix { $0 != ")" }
            asides.formUnion(NameWord.words(in: String(aside)).filter { $0.count >= NameWord.shortest })
            add(name: String(name[open...].dropFirst(aside.count)))
            return
        }
        // Who is called Grün may be written Gruen.
        let spelled = NameWord.words(in: NameWord.spelledOut(name))
        for part in parts + (spelled == parts ? [] : spelled) where parts.count == 1 || !RoleWords.particles.contains(part) {
            add(word: part)
        }
        // Logins often are the name in one word: `marydoe`.
        if parts.count > 1 { add(word: parts.joined()) }
    }

    /// Adds the local part of an address; a GitHub `123+login@users.noreply.github.com` counts as the login.
    package mutating func add(mail: String) {
        var local = mail.prefix { $0 != "@" }
        if let plus = local.firstIndex(of: "+") {
            let before = local[..<plus]
            local = before.allSatisfy(\.isNumber) ? local[local.index(after: plus)...] : before
        }
        add(name: String(local))
        for word in NameWord.words(in: String(mail.drop { $0 != "@" })) where !sharedDomainWords.contains(word) {
            if let other = domainWords[word], other != local { sharedDomainWords.insert(word) }
            domainWords[word] = String(local)
        }
    }

    private mutating func add(word: String) {
        if word.utf8.contains(where: { $0 >= 0x80 }), word.contains(where: NameWord.isUnspaced) {
            // `李Weixin` is two names.
            for run in NameWord.scriptRuns(in: word) {
                guard let first = run.first else { continue }
                if !NameWord.isUnspaced(first) { add(word: String(run)) } else if run.count >= 2 { unspaced.insert(String(run)) }
            }
            return
        }
        if word.count >= NameWord.shortest, word.contains(where: \.isLetter) { words.insert(word) }
        for run in NameWord.letterRuns(in: word) where run.count >= NameWord.shortest { words.insert(run) }
    }
}
