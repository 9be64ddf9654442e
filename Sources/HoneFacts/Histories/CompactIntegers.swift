/// Whole numbers, in four bytes each as long as all of them fit: raw instants from 1970 to 2037, and 136 years of seconds.
/// `Instant.missing` fits too. The first number that does not makes the column one of eight bytes.
package struct CompactIntegers: RandomAccessCollection, MutableCollection, Sendable {
    /// One of the two is empty. The greatest number stands for `Instant.missing`.
    package internal(set) var narrow: [UInt32] = []
    package internal(set) var wide: [Int64] = []

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
        @inline(__always) get {
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
            if narrow.isEmpty {
                narrow = [UInt32](repeating: short, count: count)
            } else {
                narrow.append(contentsOf: repeatElement(short, count: count))
            }
        } else {
            widen()
            wide.append(contentsOf: repeatElement(number, count: count))
        }
    }

    mutating func removeLast(_ number: Int) {
        if wide.isEmpty { narrow.removeLast(number) } else { wide.removeLast(number) }
    }

    /// Whether each number has four bytes.
    var isNarrow: Bool { wide.isEmpty }

    /// The least and the greatest of the numbers that are not missing; nil where there is none. Complexity: O(numbers).
    package var bounds: (least: Int64, greatest: Int64)? {
        if isNarrow {
            // Missing is the greatest of all; one more, it is the least.
            var (least, greatest): (UInt32, UInt32) = (.max, 0)
            for number in narrow {
                least = Swift.min(least, number)
                greatest = Swift.max(greatest, number &+ 1)
            }
            return least == .max ? nil : (Int64(least), Int64(greatest) - 1)
        }
        var (least, greatest): (Int64, Int64) = (.max, Instant.missing)
        for number in wide where number != Instant.missing {
            least = Swift.min(least, number)
            greatest = Swift.max(greatest, number)
        }
        return greatest == Instant.missing ? nil : (least, greatest)
    }

    /// Whether any number at some places is another than this one. Complexity: O(places).
    func hasOther(than number: Int64, at places: Range<Int>) -> Bool {
        guard isNarrow else { return wide[places].contains { $0 != number } }
        guard let short = Self.narrowed(number) else { return !places.isEmpty }
        return narrow[places].contains { $0 != short }
    }

    mutating func withMemory<Result>(
        narrow: (UnsafeMutableBufferPointer<UInt32>) -> Result, wide: (UnsafeMutableBufferPointer<Int64>) -> Result
    ) -> Result {
        if isNarrow { return self.narrow.withUnsafeMutableBufferPointer { narrow($0) } }
        return self.wide.withUnsafeMutableBufferPointer { wide($0) }
    }

    /// Sets as many numbers from a position on as some places of others have.
    mutating func set(from first: Int, _ others: CompactIntegers, _ places: Range<Int>) {
        guard isNarrow, others.isNarrow else {
            for (index, place) in places.enumerated() { self[first + index] = others[place] }
            return
        }
        narrow.replaceSubrange(first..<first + places.count, with: others.narrow[places])
    }

    /// Columns of which each number is in the form that they are kept in.
    init(narrow: [UInt32]) { self.narrow = narrow }
    init(wide: [Int64]) { self.wide = wide }

    /// A number in the form of one of the widths, into which it has to fit.
    @inline(__always)
    static func number<Number: FixedWidthInteger>(_ number: Int64) -> Number {
        number == Instant.missing ? (Number.isSigned ? .min : .max) : Number(truncatingIfNeeded: number)
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
