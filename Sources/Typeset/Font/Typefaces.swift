internal import Synchronization

/// What a template can print under XeTeX: its faces, script by script. Fonts are opened when they are first asked for.
package final class Typefaces: Sendable {
    private let faces: [FaceTable.Face]
    private let find: @Sendable (String) -> String?
    private let coverage = Mutex<[String: CharacterRanges]>([:])

    /// - Parameter find: the absolute path of a font's file, `nil` where it is not installed.
    package init(_ faces: [FaceTable.Face], find: @escaping @Sendable (String) -> String?) {
        self.faces = faces
        self.find = find
    }

    /// The scripts that have a face here, in the order in which a text of `language` looks for a character.
    package func scripts(for language: String) -> [String] {
        let own = Self.han(language)
        let rest = faces.map(\.script)
        guard rest.contains(own) else { return rest }
        // Chinese, Japanese and Korean share characters that each draws in its own way.
        let others = rest.filter { $0 != own }
        let place = others.firstIndex { Self.ideographic.contains($0) } ?? others.endIndex
        return others[..<place] + [own] + others[place...]
    }

    /// Whether upright and bold text of `script` can show the character.
    package func contains(_ character: Unicode.Scalar, in script: String) -> Bool {
        coverage.withLock { coverage in
            if let known = coverage[script] { return known.contains(character.value) }
            let read = read(script)
            coverage[script] = read
            return read.contains(character.value)
        }
    }

    private func read(_ script: String) -> CharacterRanges {
        guard let face = faces.first(where: { $0.script == script }) else { return CharacterRanges([]) }
        var common: Set<UInt32>?
        for file in Set(face.files) {
            let characters = find(file.name).flatMap { try? OpenTypeFont(contentsOf: $0, index: file.index) }?
                .characters()
            common = common?.intersection(characters ?? []) ?? characters ?? []
        }
        return CharacterRanges(common ?? [])
    }

    private static let ideographic: Set<String> = ["japanese", "korean", "hans", "hant"]

    private static func han(_ language: String) -> String {
        let tags = language.lowercased().split { $0 == "-" || $0 == "_" }
        switch tags.first {
        case "ja": return "japanese"
        case "ko": return "korean"
        case "zh" where tags.contains { ["hant", "tw", "hk", "mo"].contains($0) }: return "hant"
        default: return "hans"
        }
    }
}

/// A set of characters as ranges, in order: fonts cover whole blocks.
struct CharacterRanges: Sendable {
    private var ranges: [ClosedRange<UInt32>] = []

    init(_ characters: Set<UInt32>) {
        for code in characters.sorted() {
            if let last = ranges.last, last.upperBound + 1 == code {
                ranges[ranges.count - 1] = last.lowerBound...code
            } else {
                ranges.append(code...code)
            }
        }
    }

    func contains(_ code: UInt32) -> Bool {
        var (low, high) = (0, ranges.count)
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound < code { low = middle + 1 } else { high = middle }
        }
        return low < ranges.count && ranges[low].contains(code)
    }
}
