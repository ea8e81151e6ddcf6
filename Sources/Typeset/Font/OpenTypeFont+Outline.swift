internal import CHarfBuzz

extension OpenTypeFont {
    /// A step of a glyph's outline, in units of the design with the y axis upwards.
    package enum OutlineStep: Sendable, Hashable {
        case move(x: Double, y: Double)
        case line(x: Double, y: Double)
        case curve(x1: Double, y1: Double, x2: Double, y2: Double, x: Double, y: Double)
        case close
    }

    package func outline(of glyph: UInt32) -> [OutlineStep] {
        let pen = Pen()
        withExtendedLifetime(pen) {
            hb_font_get_glyph_shape(font, glyph, Pen.functions, Unmanaged.passUnretained(pen).toOpaque())
        }
        return pen.steps
    }

    /// Glyphs that show nothing, but for the space.
    func findBlanks() -> [UInt32] {
        let invisible: [Unicode.Scalar] = [
            "\u{200C}", "\u{200D}", "\u{200B}", "\u{2002}", "\u{2003}", "\u{2009}", "\u{200A}",
        ]
        var glyphs: [UInt32] = []
        for glyph in invisible.compactMap(glyph(for:))
        where glyph != 0 && glyph != self.glyph(for: " ") && !glyphs.contains(glyph) && outline(of: glyph).isEmpty {
            glyphs.append(glyph)
        }
        return glyphs
    }

    private final class Pen {
        var steps: [OutlineStep] = []

        /// Quadratic curves need no function of their own: HarfBuzz turns them into cubic ones. Made once and then only read.
        nonisolated(unsafe) static let functions: OpaquePointer? = {
            let functions = hb_draw_funcs_create()
            hb_draw_funcs_set_move_to_func(
                functions, { _, pen, _, x, y, _ in Pen.of(pen)?.steps.append(.move(x: Double(x), y: Double(y))) }, nil,
                nil)
            hb_draw_funcs_set_line_to_func(
                functions, { _, pen, _, x, y, _ in Pen.of(pen)?.steps.append(.line(x: Double(x), y: Double(y))) }, nil,
                nil)
            hb_draw_funcs_set_cubic_to_func(
                functions,
                { _, pen, _, x1, y1, x2, y2, x, y, _ in
                    Pen.of(pen)?.steps.append(
                        .curve(
                            x1: Double(x1), y1: Double(y1), x2: Double(x2), y2: Double(y2), x: Double(x), y: Double(y)))
                }, nil, nil)
            hb_draw_funcs_set_close_path_func(
                functions, { _, pen, _, _ in Pen.of(pen)?.steps.append(.close) }, nil, nil)
            hb_draw_funcs_make_immutable(functions)
            return functions
        }()

        static func of(_ pointer: UnsafeMutableRawPointer?) -> Pen? {
            pointer.map { Unmanaged<Pen>.fromOpaque($0).takeUnretainedValue() }
        }
    }
}
