internal import Resume

/// How many years of work a line may claim by the dates of its items: `eight years` stands in no item as it is.
struct CareerYears {
    private struct Period {
        let item: JSONPointer
        let start: PartialDate
        let end: PartialDate
    }

    private let periods: [Period]

    init(_ profile: Profile) {
        // Without a clock: what goes on has lasted at least until the newest date that the profile knows.
        let dates =
            profile.work.flatMap { [$0.startDate, $0.endDate] }
            + profile.projects.flatMap { [$0.startDate, $0.endDate] }
            + profile.education.flatMap { [$0.startDate, $0.endDate] } + profile.certificates.map(\.date)
            + profile.awards.map(\.date) + profile.publications.map(\.releaseDate)
            + profile.volunteer.flatMap { [$0.startDate, $0.endDate] }
        let newest = dates.compactMap { $0 }.max()
        periods = profile.work.enumerated().compactMap { index, work in
            guard let start = work.startDate, let end = work.endDate ?? newest else { return nil }
            return Period(item: JSONPointer.root.member("work").element(index), start: start, end: max(start, end))
        }
    }

    /// From the first beginning to the last end of the roles that are named as a whole; `nil` where none is.
    func most(in items: [JSONPointer]) -> Double? {
        let named = periods.filter { period in items.contains { $0.contains(period.item) } }
        guard let first = named.map(\.start).min(), let last = named.map(\.end).max() else { return nil }
        let months = (last.year - first.year) * 12 + (last.month ?? 12) - (first.month ?? 1) + 1
        return Double(max(months, 0)) / 12
    }
}
