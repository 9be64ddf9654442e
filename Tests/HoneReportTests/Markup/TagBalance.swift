/// A tiny reader of our own markup: are all elements closed, in order, and which ids and links are there?
struct TagBalance {
    private(set) var problems: [String] = []
    private(set) var ids: [String] = []
    private(set) var links: [String] = []
    private(set) var names: Set<String> = []

    init(_ html: String) {
        var open: [String] = []
        var rest = html[...]
        while let start = rest.firstIndex(of: "<") {
            guard let end = rest[start...].firstIndex(of: ">") else {
                problems.append("a tag without an end")
                return
            }
            let tag = rest[rest.index(after: start)..<end]
            rest = rest[rest.index(after: end)...]
            if tag.hasPrefix("!") { continue }
            if tag.hasPrefix("/") {
                let last = open.popLast()
                if last != String(tag.dropFirst()) { problems.append("</\(tag.dropFirst())> closes \(last ?? "nothing")") }
                continue
            }
            let name = String(tag.prefix { $0 != " " })
            names.insert(name)
            ids += Self.values(of: " id", in: tag)
            links += Self.values(of: " href", in: tag)
            if tag.filter({ $0 == "\"" }).count % 2 != 0 { problems.append("quotes in <\(tag)>") }
            if !["meta", "br"].contains(name) { open.append(name) }
        }
        problems += open.map { "<\($0)> is never closed" }
    }

    private static func values(of attribute: String, in tag: Substring) -> [String] {
        guard let range = tag.firstRange(of: attribute + "=\"") else { return [] }
        return [String(tag[range.upperBound...].prefix { $0 != "\"" })]
    }
}
