/// Name and mail of somebody in a history.
struct GitIdentity: Hashable, Sendable {
    let name: String
    let mail: String

    init(name: String, mail: String) {
        self.name = name
        self.mail = mail
    }

    init(_ name: ArraySlice<UInt8>, _ mail: ArraySlice<UInt8>) {
        self.init(name: String(decoding: name, as: UTF8.self), mail: String(decoding: mail, as: UTF8.self))
    }

    /// Reads `Name <mail>`, and what people write instead of it: a mail alone, a name alone, `name(mail)`.
    init(contact: String) {
        if let open = contact.lastIndex(of: "<") {
            name = Self.trimmed(contact[..<open])
            mail = Self.trimmed(contact[contact.index(after: open)...].prefix { $0 != ">" })
        } else if let at = contact.firstIndex(of: "@") {
            let start = contact[..<at].lastIndex { !Self.isPartOfAddress($0) }.map(contact.index(after:)) ?? contact.startIndex
            name = Self.trimmed(contact[..<start])
            mail = String(contact[start...].prefix { Self.isPartOfAddress($0) || $0 == "@" })
        } else {
            name = Self.trimmed(contact[...])
            mail = ""
        }
    }

    /// What a pseudonym is made of; empty where neither is known.
    var key: String { mail.isEmpty ? name : mail.lowercased() }

    /// Whether both are the same person by their names, or by what their addresses call them.
    func isAlso(_ other: GitIdentity) -> Bool {
        let (name, otherName) = (Self.trimmed(name[...]).lowercased(), Self.trimmed(other.name[...]).lowercased())
        if !name.isEmpty, name == otherName { return true }
        guard mail.lowercased().hasSuffix(Self.hidden) || other.mail.lowercased().hasSuffix(Self.hidden) else { return false }
        return !login.isEmpty && (login == other.login || login == otherName || other.login == name)
    }

    /// Addresses that hide the real one are made of the login.
    private static let hidden = "@users.noreply.github.com"

    /// `anna` of `1234+anna@users.noreply.github.com` and of `anna@example.com`.
    private var login: String {
        let local = mail.prefix { $0 != "@" }
        guard let plus = local.firstIndex(of: "+"), local[..<plus].allSatisfy(\.isNumber) else { return local.lowercased() }
        return local[local.index(after: plus)...].lowercased()
    }

    /// Whether git would read it as a contact.
    var isClean: Bool {
        !mail.isEmpty && !(name + mail).contains { $0 == "<" || $0 == ">" || $0.isNewline || $0 == "\0" }
    }

    /// As git reads and writes it.
    var written: String { "\(name) <\(mail)>" }

    private static func isPartOfAddress(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || "._%+-".contains(character)
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text
        while let first = text.first, first.isWhitespace || first == "\"" { text = text.dropFirst() }
        while let last = text.last, last.isWhitespace || last == "\"" || last == "(" { text = text.dropLast() }
        return String(text)
    }
}
