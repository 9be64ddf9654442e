/// Values in ascending order, as quantiles need them.
public enum Ascending {
    /// Sorts values by counting where they are small whole numbers, such as days, and else by the digits of their bits, which for
    /// many thousands of them takes a fraction of the time of comparing.
    ///
    /// - Parameter values: any unit, none of them NaN. Negative zero goes before zero.
    /// - Returns: the values in ascending order.
    /// - Complexity: O(n) from 2,048 values on, with n more values of memory; O(n log n) below.
    ///
    /// Source: D. E. Knuth (1998), The Art of Computer Programming, volume 3, 2nd edition, 5.2.5: radix sort from the least
    /// significant digit.
    public static func values(_ values: [Double]) -> [Double] {
        guard values.count >= 2_048 else { return values.sorted() }
        if let sorted = counted(values) { return sorted }
        var keys = values.map(key)
        var other = [UInt64](repeating: 0, count: keys.count)
        for digit in 0..<digitCount {
            let shift = UInt64(digit * digitBits)
            var places = [Int](repeating: 0, count: 1 << digitBits)
            for key in keys { places[Int(key >> shift & mask)] += 1 }
            // All values share this digit.
            if places[Int(keys[0] >> shift & mask)] == keys.count { continue }
            var next = 0
            for digit in places.indices { (places[digit], next) = (next, next + places[digit]) }
            for key in keys {
                let digit = Int(key >> shift & mask)
                other[places[digit]] = key
                places[digit] += 1
            }
            swap(&keys, &other)
        }
        return keys.map(value)
    }

    /// Nil where a value is no whole number, has a sign, or is greater than a count of values is worth.
    private static func counted(_ values: [Double]) -> [Double]? {
        let limit = Double(min(values.count, 1 << 16))
        guard values.allSatisfy({ $0 < limit && $0.sign == .plus && $0.rounded(.towardZero) == $0 }) else { return nil }
        var counts = [Int](repeating: 0, count: Int(limit))
        for value in values { counts[Int(value)] += 1 }
        var sorted: [Double] = []
        sorted.reserveCapacity(values.count)
        for (number, count) in counts.enumerated() where count > 0 {
            sorted.append(contentsOf: repeatElement(Double(number), count: count))
        }
        return sorted
    }

    private static let digitBits = 11
    private static let digitCount = 6
    private static let mask: UInt64 = (1 << 11) - 1

    /// Whole numbers that stand in the order of the values.
    static func key(_ value: Double) -> UInt64 {
        let bits = value.bitPattern
        return bits >> 63 == 0 ? bits | 1 << 63 : ~bits
    }

    static func value(_ key: UInt64) -> Double {
        Double(bitPattern: key >> 63 == 1 ? key & ~(1 << 63) : ~key)
    }
}
