internal import HoneFacts

/// The iterations that the items of an export were in: known by their names, without dates.
struct CSVIterations {
    private var names: [String] = []
    /// Position of the item and of the name.
    private var memberships: [(item: Int, name: Int)] = []

    init() {}

    /// - Parameters:
    ///   - codes: by item, the code of its iterations.
    ///   - texts: by code, the names as one text.
    init(_ codes: [Int32], _ texts: [String]) {
        guard texts.count > 1 else { return }
        var known: [String: Int] = [:]
        let lists = texts.map { text in
            text.split(separator: CSVTexts.labelSeparator).map { name in
                if let position = known[String(name)] { return position }
                known[String(name)] = names.count
                names.append(String(name))
                return names.count - 1
            }
        }
        for (item, code) in codes.enumerated() where code != 0 { memberships += lists[Int(code)].map { (item, $0) } }
    }

    private var nameGroups: Int { CSVItems.groupCount(names.count) }
    var groupCount: Int { nameGroups + CSVItems.groupCount(memberships.count) }

    /// - Parameter keys: of the items, by position plus one.
    func group(_ index: Int, origin: String, keys: [String]) -> FactBatch {
        let isNames = index < nameGroups
        let first = (isNames ? index : index - nameGroups) * CSVItems.groupSize
        var batch = FactBatch(isNames ? .iteration : .iterationItem, origin: origin)
        guard !isNames else {
            for name in names[first..<min(first + CSVItems.groupSize, names.count)] {
                batch.append(id: name, row: [.text(name), .text(name)])
            }
            return batch
        }
        for membership in memberships[first..<min(first + CSVItems.groupSize, memberships.count)] {
            let (name, key) = (names[membership.name], keys[membership.item + 1])
            batch.append(id: "\(name) \(key) 0", row: [.text(name), .text(key)])
        }
        return batch
    }
}
