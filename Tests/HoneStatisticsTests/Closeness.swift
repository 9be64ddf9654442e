/// Whether `actual` exists and is within `tolerance` of `expected`, absolutely or relatively, whichever is looser.
func isClose(_ actual: Double?, _ expected: Double, _ tolerance: Double = 1e-12) -> Bool {
    guard let actual else { return false }
    return actual == expected || abs(actual - expected) <= tolerance * max(1, abs(expected))
}

/// Whether `actual` exists and agrees with `expected` in about so many of its leading digits.
func isRelativelyClose(_ actual: Double?, _ expected: Double, _ tolerance: Double) -> Bool {
    guard let actual else { return false }
    return actual == expected || abs(actual - expected) <= tolerance * abs(expected)
}
