/// A checked value of `hone.yaml`.
package indirect enum SettingsValue: Hashable, Sendable {
    case text(String)
    case integer(Int)
    /// 0...1.
    case share(Double)
    case day(CalendarDay)
    case boolean(Bool)
    case list([SettingsValue])
    case table([String: SettingsValue])

    package var text: String? { if case .text(let text) = self { text } else { nil } }
    package var integer: Int? { if case .integer(let number) = self { number } else { nil } }
    package var share: Double? { if case .share(let share) = self { share } else { nil } }
    package var day: CalendarDay? { if case .day(let day) = self { day } else { nil } }
    package var boolean: Bool? { if case .boolean(let flag) = self { flag } else { nil } }
    package var list: [SettingsValue] { if case .list(let values) = self { values } else { [] } }
    package var table: [String: SettingsValue] { if case .table(let values) = self { values } else { [:] } }
    package var texts: [String] { list.compactMap(\.text) }
}
