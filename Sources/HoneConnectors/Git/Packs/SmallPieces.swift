internal import CZlib

/// Unpacks what is small enough that zlib packed it in one block and without codes of its own: either not at all or with the codes that
/// everybody knows. Nearly all differences between trees are; zlib takes longer to begin than such a piece takes.
struct SmallPieces: ~Copyable {
    /// For each nine bits that may come next a symbol and, in the lowest four bits, how many of them it takes.
    private let symbols: UnsafeMutablePointer<UInt16>

    private static let endOfBlock = 256

    init() {
        symbols = .allocate(capacity: 512)
        for symbol in 0..<288 {
            let (code, length) =
                switch symbol {
                case 0..<144: (0b0_0011_0000 + symbol, 8)
                case 144..<256: (0b1_1001_0000 + symbol - 144, 9)
                case 256..<280: (symbol - 256, 7)
                default: (0b1100_0000 + symbol - 280, 8)
                }
            // Codes come with their highest bit first.
            let first = Self.reversed(code, length)
            for rest in 0..<(1 << (9 - length)) {
                (symbols + (first | rest << length)).initialize(to: UInt16(symbol << 4 | length))
            }
        }
    }

    deinit {
        symbols.deallocate()
    }

    /// - Returns: false for anything else, damage among it; what is in the target means nothing then.
    func inflate(_ source: UnsafeRawBufferPointer, into target: UnsafeMutableRawBufferPointer) -> Bool {
        guard source.count >= 16, source[0] & 15 == 8, source[1] & 0x20 == 0, (Int(source[0]) << 8 | Int(source[1])) % 31 == 0,
            let end = Self.isStored(source[2]) ? stored(source, target) : source[2] & 7 == 3 ? coded(source, target) : nil,
            end + 4 <= source.count
        else { return false }
        let sum = UInt32(bigEndian: source.loadUnaligned(fromByteOffset: end, as: UInt32.self))
        return adler32(1, target.baseAddress?.assumingMemoryBound(to: UInt8.self), UInt32(clamping: target.count)) == UInt(sum)
    }

    /// Whether this is the last block, and what follows its length are the bytes themselves.
    private static func isStored(_ byte: UInt8) -> Bool { byte & 7 == 1 }

    /// Where the block ends.
    private func stored(_ source: UnsafeRawBufferPointer, _ target: UnsafeMutableRawBufferPointer) -> Int? {
        let length = UInt16(littleEndian: source.loadUnaligned(fromByteOffset: 3, as: UInt16.self))
        let inverse = UInt16(littleEndian: source.loadUnaligned(fromByteOffset: 5, as: UInt16.self))
        guard length == ~inverse, Int(length) == target.count, 7 + target.count <= source.count else { return nil }
        target.copyMemory(from: UnsafeRawBufferPointer(rebasing: source[7..<7 + target.count]))
        return 7 + target.count
    }

    /// Where the block ends, to the next whole byte.
    private func coded(_ source: UnsafeRawBufferPointer, _ target: UnsafeMutableRawBufferPointer) -> Int? {
        guard let from = source.baseAddress, let to = target.baseAddress else { return nil }
        var bits = UInt64(source[2]) >> 3
        var count = 5
        var (place, filled) = (3, 0)
        func take(_ wanted: Int) -> Int {
            defer {
                bits >>= UInt64(wanted)
                count -= wanted
            }
            return Int(bits & ((1 << UInt64(wanted)) - 1))
        }
        while true {
            // No symbol takes more than 32 bits, with what follows it.
            if count < 32 {
                guard place + 8 <= source.count else { return nil }
                bits |= UInt64(UInt32(littleEndian: from.loadUnaligned(fromByteOffset: place, as: UInt32.self))) << UInt64(count)
                place += 4
                count += 32
            }
            let entry = Int(symbols[Int(bits & 511)])
            _ = take(entry & 15)
            let symbol = entry >> 4
            if symbol < Self.endOfBlock {
                guard filled < target.count else { return nil }
                to.storeBytes(of: UInt8(symbol), toByteOffset: filled, as: UInt8.self)
                filled += 1
            } else if symbol == Self.endOfBlock {
                return filled == target.count ? place - count / 8 : nil
            } else {
                guard symbol < 286 else { return nil }
                let long = Self.lengthBits(symbol)
                let length = Self.length(symbol, long) + take(long)
                let far = Self.reversed(take(5), 5)
                guard far < 30 else { return nil }
                let farBits = far < 4 ? 0 : far / 2 - 1
                let distance = (far < 4 ? far : (2 + (far & 1)) << farBits) + 1 + take(farBits)
                guard distance <= filled, length <= target.count - filled else { return nil }
                // What is copied may be what was just copied.
                for _ in 0..<length {
                    to.storeBytes(of: to.load(fromByteOffset: filled - distance, as: UInt8.self), toByteOffset: filled, as: UInt8.self)
                    filled += 1
                }
            }
        }
    }

    private static func lengthBits(_ symbol: Int) -> Int { symbol < 265 || symbol == 285 ? 0 : (symbol - 257) / 4 - 1 }

    private static func length(_ symbol: Int, _ bits: Int) -> Int {
        let number = symbol - 257
        return symbol == 285 ? 258 : number < 8 ? number + 3 : ((4 + (number & 3)) << bits) + 3
    }

    private static func reversed(_ code: Int, _ length: Int) -> Int {
        var (rest, result) = (code, 0)
        for _ in 0..<length {
            result = result << 1 | rest & 1
            rest >>= 1
        }
        return result
    }
}
