/// A date known to the year, the month or the day, as JSON Resume writes it: `2021`, `2021-06` or `2021-06-30`.
package struct PartialDate: Sendable, Hashable {
    /// 1000 to 9999.
    package let year: Int
    /// 1 to 12.
    package let month: Int?
    /// 1 to 31, only with a month.
    package let day: Int?

    /// Parses the three forms of JSON Resume's `iso8601`; anything else, such as `2021-13`, is `nil`.
    package init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count), zip(parts, [4, 2, 2]).allSatisfy({ $0.utf8.count == $1 }),
            parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } })
        else { return nil }
        let numbers = parts.compactMap { Int($0) }
        guard let year = numbers.first, year >= 1000 else { return nil }
        let month = numbers.count > 1 ? numbers[1] : nil
        let day = numbers.count > 2 ? numbers[2] : nil
        if let month {
            guard (1...12).contains(month) else { return nil }
            if let day {
                let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
                let lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
                guard (1...lengths[month - 1]).contains(day) else { return nil }
            }
        }
        self.year = year
        self.month = month
        self.day = day
    }
}

extension PartialDate: CustomStringConvertible {
    package var description: String {
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return ["\(year)", month.map(padded), day.map(padded)].compactMap { $0 }.joined(separator: "-")
    }
}

extension PartialDate: Comparable {
    /// Orders by what is known; an unknown month or day comes before every known one.
    package static func < (left: PartialDate, right: PartialDate) -> Bool {
        (left.year, left.month ?? 0, left.day ?? 0) < (right.year, right.month ?? 0, right.day ?? 0)
    }
}
