/// A series as eight heights of blocks, from 0 up to its largest value; a dot where it is undefined.
enum SparkText {
    private static let blocks: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

    static func text(_ values: [Double?]) -> String {
        let largest = values.compactMap { $0 }.max() ?? 0
        return String(
            values.map { value -> Character in
                guard let value else { return "·" }
                guard largest > 0, value > 0 else { return blocks[0] }
                return blocks[min(7, max(0, Int((value / largest * 8).rounded(.up)) - 1))]
            })
    }
}
