/// Numbers of people: Hone has none, and says so where a name asks for them.
package enum PeoplesData {
    /// Words for somebody whose work would be told apart.
    private static let words: Set = [
        "assigned", "assignee", "author", "caller", "committer", "creator", "developer", "email", "employee", "login", "mail", "member",
        "owner", "people", "person", "raised", "reporter", "requester", "reviewer", "user", "username", "who", "responsible", "contributor",
        "implementer", "colleague", "autor", "bearbeiter", "benutzer", "entwickler", "ersteller", "melder", "mitarbeiter", "verantwortlich",
        "verantwortlicher", "zugewiesen", "zuständig", "approver", "tester", "engineer", "coder", "programmer", "analyst", "requestor",
        "submitter", "wer", "responsable", "auteur", "asignado", "attribué", "исполнитель", "автор", "担当者", "负责人",
    ]

    /// In front of `by` and `von` at the end of a name: whoever did it. `Found by` may be a phase, and `Due by` a day.
    private static let deeds: Set = [
        "added", "approved", "assigned", "authored", "changed", "closed", "completed", "created", "done", "fixed", "implemented",
        "modified",
        "opened", "raised", "reported", "requested", "resolved", "reviewed", "submitted", "updated", "written", "angefordert", "angelegt",
        "bearbeitet", "behoben", "erstellt", "gelöst", "gemeldet", "geschlossen", "geändert", "zugewiesen",
    ]

    /// Whether a word of the name is one for people: `Assigned To`, `person_key`, `prAuthor`, `--author`. A user story is none.
    package static func isNamed(in name: String) -> Bool {
        var parts: [String] = [""]
        for character in name {
            if !character.isLetter {
                parts.append("")
            } else if character.isUppercase, parts.last?.last?.isLowercase == true {
                parts.append(character.lowercased())
            } else {
                parts[parts.count - 1] += character.lowercased()
            }
        }
        parts.removeAll(where: \.isEmpty)
        return parts.indices.contains { place in
            let word = parts[place]
            let isStory = word == "user" && place + 1 < parts.count && parts[place + 1].hasPrefix("stor")
            if word == "by" || word == "von", place > 0, place + 1 == parts.count, deeds.contains(parts[place - 1]) { return true }
            return !isStory && (words.contains(word) || word.hasSuffix("s") && words.contains(String(word.dropLast())))
        }
    }

    /// Whether a name is that of a person's column and nothing else: `Assignee`, `Assigned To`, `Owner name`, and not `User impact`.
    package static func isName(_ name: String) -> Bool {
        let words = name.lowercased().split { !$0.isLetter }
        guard isNamed(in: name), let last = words.last else { return false }
        return words.count == 1 || (words.count == 2 && ["to", "by", "name", "an", "von"].contains(last))
    }

    /// What to do about a question that somebody put: it is recorded by people, never by itself.
    package static let ifAsked =
        "If somebody asked you for numbers of people, you can record that it was asked: hone decision record asked-for-people-data --role ROLE --reason \"...\""

    /// Why something was refused, and what can be done about the question.
    package static let refusal = "Hone gives no numbers of people. " + ifAsked
}
