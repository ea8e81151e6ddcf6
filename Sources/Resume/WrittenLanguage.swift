/// The language that a text is written in, as far as its letters tell: for a profile that does not say it.
enum WrittenLanguage {
    /// A BCP 47 tag of the language that most letters belong to; `en` for Latin letters, which many languages share, and
    /// for scripts and alphabets that no wording is for.
    static func language(of texts: [String]) -> String {
        var counts = Script.allCases.map { _ in 0 }
        for text in texts {
            for scalar in text.unicodeScalars {
                if let script = Script(scalar) { counts[script.rawValue] += 1 }
            }
        }
        func weight(_ script: Script) -> Int { counts[script.rawValue] * script.weight }
        let alphabets = Script.allCases.filter { $0 != .kana && $0 != .han }
        // The first of equals: Latin before all others.
        let most = alphabets.reduce(Script.latin) { weight($1) > weight($0) ? $1 : $0 }
        if weight(.kana) + weight(.han) > weight(most) {
            return weight(.kana) * 10 > weight(.han) ? "ja" : chinese(texts)
        }
        switch most {
        case .hebrew: return "he"
        case .arabic: return arabic(texts, letters: counts[most.rawValue])
        case .greek: return "el"
        case .cyrillic: return cyrillic(texts, letters: counts[most.rawValue])
        case .devanagari: return "hi"
        case .thai: return "th"
        case .hangul: return "ko"
        case .latin, .kana, .han: return "en"
        }
    }

    /// Persian and Urdu by the letters that Arabic does without.
    private static func arabic(_ texts: [String], letters: Int) -> String {
        if count("ٹڈڑںےہ", in: texts) * 50 > letters { return "ur" }
        return count("پچژگکی", in: texts) * 50 > letters ? "fa" : "ar"
    }

    /// Russian, Ukrainian and Bulgarian by the letters that the others lack. An alphabet with letters that none of them
    /// has is of a language that no wording is for.
    private static func cyrillic(_ texts: [String], letters: Int) -> String {
        let (ukrainian, russian) = (count("іїєґІЇЄҐ", in: texts), count("ыэёЫЭЁ", in: texts))
        let common = count("абвгдежзийклмнопрстуфхцчшщъьюяАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЬЮЯ", in: texts)
        if (letters - common - ukrainian - russian) * 200 > letters { return "en" }
        if ukrainian > russian { return "uk" }
        return count("ъЪ", in: texts) > russian ? "bg" : "ru"
    }

    /// Traditional characters or simplified ones, by frequent ones that only one of the two has.
    private static func chinese(_ texts: [String]) -> String {
        let traditional = "專業經開發設計數據與團隊產務學國實現負責優電個為護師們這會來時對過還從東車門問間說話請"
        let simplified = "专业经开发设计数据与团队产务学国实现负责优电个为护师们这会来时对过还从东车门问间说话请"
        return count(traditional, in: texts) > count(simplified, in: texts) ? "zh-Hant" : "zh"
    }

    private static func count(_ wanted: String, in texts: [String]) -> Int {
        let wanted = Set(wanted.unicodeScalars)
        return texts.reduce(0) { sum, text in sum + text.unicodeScalars.count { wanted.contains($0) } }
    }

    private enum Script: Int, CaseIterable {
        case latin, greek, cyrillic, hebrew, arabic, devanagari, thai, hangul, kana, han

        /// How many letters of an alphabet say as much as one of these.
        var weight: Int {
            switch self {
            case .han, .hangul: 3
            case .kana: 2
            default: 1
            }
        }

        /// `nil` for what is no letter, and for scripts that no resume is printed in.
        init?(_ scalar: Unicode.Scalar) {
            switch scalar.value {
            case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x1E00...0x1EFF: self = .latin
            case 0x370...0x3FF, 0x1F00...0x1FFF: self = .greek
            case 0x400...0x52F: self = .cyrillic
            case 0x5D0...0x5F2: self = .hebrew
            case 0x620...0x64A, 0x66E...0x6D3, 0x6FA...0x6FF, 0x750...0x77F: self = .arabic
            case 0x904...0x94D, 0x958...0x963: self = .devanagari
            case 0xE01...0xE4E: self = .thai
            case 0x1100...0x11FF, 0x3131...0x318E, 0xAC00...0xD7A3: self = .hangul
            case 0x3041...0x30FF, 0x31F0...0x31FF: self = .kana
            case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: self = .han
            default: return nil
            }
        }
    }
}

extension Profile {
    /// The language of the person's own sentences; of the name, where there are none.
    var writtenLanguage: String {
        var texts = [basics.label, basics.summary].compactMap { $0 } + work.flatMap(\.highlights)
        texts += work.flatMap { [$0.position, $0.summary] }.compactMap { $0 }
        texts += volunteer.flatMap { [$0.position, $0.summary].compactMap { $0 } + $0.highlights }
        texts += projects.flatMap { [$0.description].compactMap { $0 } + $0.highlights }
        texts += education.flatMap { [$0.area, $0.studyType] }.compactMap { $0 }
        return WrittenLanguage.language(of: texts.allSatisfy(\.isEmpty) ? [basics.name] : texts)
    }
}
