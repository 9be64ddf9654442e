extension Array where Element: Sendable {
    /// What each element gives, in their order, worked out on all cores at once.
    func mappedOnAllCores<Result: Sendable>(_ transform: @escaping @Sendable (Element) -> Result) async -> [Result] {
        await withTaskGroup(of: (Int, Result).self) { group in
            for (place, element) in enumerated() { group.addTask { (place, transform(element)) } }
            var results = [Result?](repeating: nil, count: count)
            for await (place, result) in group { results[place] = result }
            return results.compactMap(\.self)
        }
    }
}
