/// Languages that people speak: their tags, and how well they are asked for.
enum SpokenLanguage {
    /// - Parameter canonical: the lexicon's name.
    static func tag(of canonical: String) -> String? { tags[canonical.lowercased()] }

    /// A level of the CEFR, or `native`, `fluent`, `professional`, `conversational`.
    static func level(in folded: [UInt8]) -> String? {
        var level: String?
        levels.scan(folded) { _, meaning in
            level = names[meaning]
            return false
        }
        return level
    }

    private static let names = [
        "A1", "A2", "B1", "B2", "C1", "C2", "native", "fluent", "professional", "conversational",
    ]

    private static let levels: CueTable = {
        var table = CueTable()
        let lists = [
            "a1_", "a2_", "b1_", "b2_", "c1_", "c2_",
            "native, mother tongue, muttersprach, langue maternelle, nativo, nativa, lengua materna, língua materna",
            "fluent, fluency, fluently, verhandlungssicher, fließend, courant, bilingue, fluido, fluidez, fluente, fluência, biegł, bilingual, perfect",
            "professional, business, working proficiency, professionnel, profesional, profissional, working, geschäftssicher",
            "conversational, basic, grundkenntnisse, notions, conversación, conversacional, conversação, intermediate",
        ]
        for (meaning, list) in lists.enumerated() { table.insert(list: list, meaning: meaning) }
        return table
    }()

    private static let tags: [String: String] = [
        "english": "en", "german": "de", "french": "fr", "spanish": "es", "portuguese": "pt", "italian": "it",
        "polish": "pl",
        "dutch": "nl", "russian": "ru", "ukrainian": "uk", "czech": "cs", "turkish": "tr", "arabic": "ar",
        "mandarin": "zh",
        "chinese": "zh", "cantonese": "yue", "japanese": "ja", "korean": "ko", "hindi": "hi", "urdu": "ur",
        "punjabi": "pa",
        "bengali": "bn", "tamil": "ta", "telugu": "te", "gujarati": "gu", "vietnamese": "vi", "thai": "th",
        "indonesian": "id",
        "malay": "ms", "swedish": "sv", "norwegian": "no", "danish": "da", "finnish": "fi", "greek": "el",
        "hebrew": "he",
        "romanian": "ro", "bulgarian": "bg", "hungarian": "hu", "slovak": "sk", "slovenian": "sl", "croatian": "hr",
        "serbian": "sr", "catalan": "ca", "basque": "eu", "galician": "gl", "welsh": "cy", "irish": "ga",
        "persian": "fa",
        "farsi": "fa", "swahili": "sw", "tagalog": "tl", "somali": "so", "haitian creole": "ht", "lithuanian": "lt",
        "latvian": "lv", "estonian": "et", "albanian": "sq", "gaelic": "gd", "scottish gaelic": "gd", "māori": "mi",
        "te reo māori": "mi", "luxembourgish": "lb", "icelandic": "is", "valencian": "ca",
    ]
}
