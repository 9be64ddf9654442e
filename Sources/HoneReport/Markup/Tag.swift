/// The elements our pages are made of. A name that is not here cannot be written, `script` least of all.
package enum Tag: String, Sendable {
    case html, head, meta, title, style, body
    case header, main, nav, section, footer, div, figure, figcaption
    case h1, h2, h3, h4, p, ul, ol, li, dl, dt, dd
    case table, caption, thead, tbody, tr, th, td
    case a, code, span, strong, br
    case svg, desc, g, defs, pattern, rect, line, polyline, path, circle
    /// The `text` element of SVG.
    case label = "text"

    /// Elements of HTML that never have content and are written without an end tag.
    var isVoid: Bool { self == .meta || self == .br }

    /// Elements that stand on a line of their own in the source, where white space means nothing.
    var isBlock: Bool {
        switch self {
        case .title, .a, .code, .span, .strong, .br: false
        default: true
        }
    }

    /// Elements whose text is shown, so that a line break between their children would be seen as a space.
    var holdsText: Bool {
        switch self {
        case .p, .h1, .h2, .h3, .h4, .title, .desc, .a, .code, .span, .strong, .label, .caption, .figcaption: true
        default: false
        }
    }
}

/// The attributes our pages use.
package enum Attribute: String, Sendable {
    case id, `class`, href, lang, charset, name, content, role, scope, title, tabindex
    case ariaLabel = "aria-label"
    case ariaLabelledBy = "aria-labelledby"
    case ariaHidden = "aria-hidden"
    case dataLabel = "data-label"
    case viewBox, xmlns, width, height, preserveAspectRatio, focusable
    case x, y, x1, y1, x2, y2, cx, cy, r, rx, d, points, fill, stroke, patternUnits, patternTransform
    case fillOpacity = "fill-opacity"
    case strokeOpacity = "stroke-opacity"
    case strokeWidth = "stroke-width"
    case strokeDasharray = "stroke-dasharray"
    case strokeLinecap = "stroke-linecap"
    case strokeLinejoin = "stroke-linejoin"
    case textAnchor = "text-anchor"
    case fontSize = "font-size"
    case fontWeight = "font-weight"
}
