/// How many letters two words differ by: insertions, deletions and replacements.
///
/// Source: Levenshtein, Soviet Physics Doklady 10(8), 1966. Complexity: O(left x right).
package enum EditDistance {
    package static func between(_ left: String, _ right: String) -> Int {
        let right = Array(right)
        var row = Array(0...right.count)
        for (index, letter) in left.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for column in right.indices {
                let replaced = diagonal + (right[column] == letter ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(replaced, row[column] + 1, diagonal + 1)
            }
        }
        return row[right.count]
    }
}
