/// Whole numbers, in four bytes each as long as all of them fit: raw instants from 1970 to 2037, and 136 years of seconds.
/// `Instant.missing` fits too. The first number that does not makes the column one of eight bytes.
package struct CompactIntegers: RandomAccessCollection, MutableCollection, Sendable {
    /// One of the two is empty. The greatest number stands for `Instant.missing`.
    @usableFromInline var narrow: [UInt32] = []
    @usableFromInline var wide: [Int64] = []

    package init() {}

    package init(repeating number: Int64, count: Int) {
        append(number, count: count)
    }

    package init(_ numbers: some Sequence<Int64>) {
        for number in numbers { append(number, count: 1) }
    }

    package var startIndex: Int { 0 }
    @inlinable package var endIndex: Int { wide.isEmpty ? narrow.count : wide.count }

    /// - Complexity: O(1); setting the first number that does not fit, O(numbers).
    @inlinable package subscript(position: Int) -> Int64 {
        get {
            guard wide.isEmpty else { return wide[position] }
            return narrow[position] == .max ? Instant.missing : Int64(narrow[position])
        }
        set {
            if wide.isEmpty, let number = Self.narrowed(newValue) {
                narrow[position] = number
            } else {
                widen()
                wide[position] = newValue
            }
        }
    }

    /// Appends one number `count` times.
    mutating func append(_ number: Int64, count: Int) {
        if wide.isEmpty, let short = Self.narrowed(number) {
            narrow.append(contentsOf: repeatElement(short, count: count))
        } else {
            widen()
            wide.append(contentsOf: repeatElement(number, count: count))
        }
    }

    mutating func removeLast(_ number: Int) {
        if wide.isEmpty { narrow.removeLast(number) } else { wide.removeLast(number) }
    }

    @inlinable static func narrowed(_ number: Int64) -> UInt32? {
        if number >= 0, number < Int64(UInt32.max) { return UInt32(truncatingIfNeeded: number) }
        return number == Instant.missing ? .max : nil
    }

    @usableFromInline mutating func widen() {
        guard wide.isEmpty else { return }
        wide = Array(self)
        narrow = []
    }
}

extension CompactIntegers: Equatable, ExpressibleByArrayLiteral {
    package init(arrayLiteral numbers: Int64...) {
        self.init(numbers)
    }

    package static func == (left: CompactIntegers, right: CompactIntegers) -> Bool { left.elementsEqual(right) }
}
