/// A pattern over whole names: `*` is any run of characters, `?` any one, everything else itself.
package struct GlobPattern: Sendable, Equatable {
    package let text: String
    private let pattern: [Character]

    package init(_ text: String) {
        self.text = text
        pattern = Array(text)
    }

    /// Complexity: O(pattern x name) at worst, linear for one star.
    package func matches(_ name: String) -> Bool {
        let name = Array(name)
        var position = 0
        var at = 0
        var star: (pattern: Int, name: Int)?
        while position < name.count {
            if at < pattern.count, pattern[at] == "*" {
                star = (at, position)
                at += 1
            } else if at < pattern.count, pattern[at] == "?" || pattern[at] == name[position] {
                at += 1
                position += 1
            } else if let last = star {
                star = (last.pattern, last.name + 1)
                at = last.pattern + 1
                position = last.name + 1
            } else {
                return false
            }
        }
        while at < pattern.count, pattern[at] == "*" { at += 1 }
        return at == pattern.count
    }
}
