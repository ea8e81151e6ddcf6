/// How long a resume in a setting would be, by those that were typeset: the text's height grows with its lines, and each
/// step of density changes it by about a twentieth.
struct FitForecast {
    /// Of each part.
    private let lines: [Double]
    private var measured: [(setting: FitSearch.Setting, pages: Double)] = []
    /// The length at a density beside that at 0; those of the templates are near these.
    private var ratios: [Int: Double] = [-2: 1.15, -1: 1.05, 0: 1, 1: 0.955, 2: 0.905, 3: 0.865]
    /// Pages at density 0 for each line, at first as if 50 lines were a page.
    private var pagesPerLine = 1.0 / 50

    init(lines: [Double]) { self.lines = lines }

    mutating func learn(_ setting: FitSearch.Setting, pages: Double) {
        if let same = measured.first(where: { $0.setting.dropped == setting.dropped }), same.pages > 0, pages > 0 {
            ratios[setting.density] = ratio(same.setting.density) * pages / same.pages
        }
        if let other = measured.last(where: { $0.setting.density == setting.density }) {
            let difference = sum(other.setting.dropped) - sum(setting.dropped)
            let perLine = (pages - other.pages) / difference / ratio(setting.density)
            // Two that differ by a line or so say little of lines in general.
            if abs(difference) > 3, perLine > 1.0 / 120, perLine < 1.0 / 30 { pagesPerLine = perLine }
        }
        measured.append((setting, pages))
    }

    /// Infinite where nothing was typeset yet.
    func pages(of setting: FitSearch.Setting) -> Double {
        let nearest =
            measured.last { $0.setting.density == setting.density } ?? measured.last {
                $0.setting.dropped == setting.dropped
            } ?? measured.last
        guard let nearest else { return .infinity }
        let less = sum(setting.dropped) - sum(nearest.setting.dropped)
        return (nearest.pages / ratio(nearest.setting.density) - less * pagesPerLine) * ratio(setting.density)
    }

    /// How many lines so many pages hold.
    func lines(in pages: Double, _ setting: FitSearch.Setting) -> Double {
        pages / (pagesPerLine * ratio(setting.density))
    }

    private func ratio(_ density: Int) -> Double { ratios[density] ?? 1 }

    private func sum(_ dropped: Set<Int>) -> Double {
        // In order, so that the same parts always come to the same sum.
        lines.indices.reduce(0) { dropped.contains($1) ? $0 + lines[$1] : $0 }
    }
}
