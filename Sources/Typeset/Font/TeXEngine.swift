/// The two engines that every template works with.
package enum TeXEngine: String, Sendable, CaseIterable {
    /// For text that the template's own 8-bit fonts can print: the faster one.
    case pdftex
    /// For every other script.
    case xetex
}
