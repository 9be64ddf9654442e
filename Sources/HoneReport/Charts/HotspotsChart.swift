import HoneFacts
package import HoneLoop

/// A box for each file, as large as its heat; the files that hold half of all heat are filled.
package struct HotspotsChart: Chart {
    let model: Hotspots

    package init(_ model: Hotspots) {
        self.model = model
    }

    private var heat: Double { model.files.reduce(model.rest.heat) { $0 + $1.heat } }
    private var count: Int { model.files.count + model.rest.count }

    package var title: String { "Hotspots: \(ValueText.grouped(count)) changed files by heat" }

    package var sentence: String {
        guard let hottest = model.files.first, heat > 0 else { return "No file was changed where it is long and deep." }
        let share = ValueText.percent(hottest.heat / heat)
        let half =
            model.filesWithHalf.map { " \(ValueText.grouped($0)) of \(ValueText.grouped(count)) changed files hold half of all heat." }
            ?? ""
        return "The hottest file in \(DayText.window(model.window)) is \(hottest.path) with \(share) % of the heat "
            + "(commits × lines × indentation).\(half)"
    }

    package var drawing: Node? {
        guard !model.files.isEmpty, heat > 0 else { return nil }
        let values = model.files.map(\.heat)
        // The rest is laid last whatever its size, so that the order of the files holds.
        let all = values + (model.rest.heat > 0 ? [model.rest.heat] : [])
        let whole = Treemap.Box(x: 0, y: 18, width: Plot.width, height: 190)
        let restWidth = model.rest.heat > 0 ? max(14, whole.width * model.rest.heat / heat) : 0
        let map = Treemap(values, in: .init(x: 0, y: whole.y, width: whole.width - restWidth, height: whole.height))
        var boxes = map.boxes
        if restWidth > 0 { boxes.append(.init(x: whole.width - restWidth, y: whole.y, width: restWidth, height: whole.height)) }
        var nodes = [Drawing.label("area: commits × lines × indentation · n \(CountText.counted(count, "file"))", x: 0, y: 11)]
        for (index, box) in boxes.enumerated() {
            let isRest = index >= values.count
            let isHot = !isRest && index < model.filesWithHalf ?? 0
            nodes.append(
                Drawing.box(
                    box.x + 0.75, box.y + 0.75, box.width - 1.5, box.height - 1.5, opacity: isHot ? "0.32" : isRest ? "0.05" : "0.12",
                    name: isHot ? "accent" : "box"))
            nodes += words(
                isRest ? "\(ValueText.grouped(model.rest.count)) other files" : Self.name(model.files[index].path), all[index] / heat, box)
        }
        return Drawing(width: Plot.width, height: whole.y + whole.height, title: title, description: words).svg(nodes)
    }

    /// The name and the share, where there is room for them.
    private func words(_ name: String, _ share: Double, _ box: Treemap.Box) -> [Node] {
        let letters = Int((box.width - 6) / 6.8)
        guard letters >= 5, box.height >= 15 else { return [] }
        let text = name.count > letters ? name.prefix(letters - 1) + "…" : name
        let first = Drawing.label(text, x: box.x + 4, y: box.y + 12, size: 10, isStrong: true)
        return box.height < 28 ? [first] : [first, Drawing.label("\(ValueText.percent(share)) %", x: box.x + 4, y: box.y + 24, size: 10)]
    }

    private static func name(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

    private var words: String {
        let files = model.files.prefix(10).map { "\($0.path) \(ValueText.percent($0.heat / heat)) %" }
        return "\(sentence) The hottest: \(files.joined(separator: ", "))."
    }
}
