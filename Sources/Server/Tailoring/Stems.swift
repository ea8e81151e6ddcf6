/// The words of a text as they are compared: without case, endings and the words that every text has.
struct Stems {
    /// A BCP 47 tag's primary language.
    private let language: String

    init(_ language: String) {
        self.language = language.lowercased().split { $0 == "-" || $0 == "_" }.first.map(String.init) ?? ""
    }

    func stems(of text: String) -> [String] { words(of: text).map(\.stem) }

    /// In order, repetitions included, each with what the text has. Numbers are left out, as they mean something else in
    /// every line.
    func words(of text: String) -> [(stem: String, word: String)] {
        let words = text.lowercased().split { !($0.isLetter || $0.isNumber || "+#".contains($0)) }
        return words.flatMap { word -> [(stem: String, word: String)] in
            guard word.contains(where: \.isLetter) else { return [] }
            if word.unicodeScalars.contains(where: Self.isUnspaced) { return Self.pairs(word).map { ($0, $0) } }
            let word = String(word)
            guard word.count > 1, !Self.common.contains(word) else { return [] }
            return [(stem(word), word)]
        }
    }

    /// One ending is taken away, the longest that leaves four letters. A language without a table keeps the first six
    /// letters, which serves most languages that change their endings (McNamee and Mayfield, 2004).
    private func stem(_ word: String) -> String {
        guard let endings = Self.endings[language] else { return String(word.prefix(6)) }
        guard word.count > 4, let ending = endings.first(where: { word.hasSuffix($0) && word.count - $0.count >= 4 })
        else { return word }
        return String(word.dropLast(ending.count))
    }

    /// Scripts that put no space between words, and Hangul, whose particles stick to them: two letters at a time.
    private static func pairs(_ run: Substring) -> [String] {
        let letters = Array(run)
        guard letters.count > 1 else { return [String(run)] }
        return (1..<letters.count).map { String(letters[($0 - 1)...$0]) }
    }

    private static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        // Thai and Lao; kana; CJK ideographs; Hangul syllables.
        case 0x0E00...0x0EFF, 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7AF: true
        default: false
        }
    }

    /// Longest first.
    private static let endings: [String: [String]] = [
        "en": "ations ation ments ment ingly ings ing edly ers ies ied er es ed ly or s e y",
        "de": "ungen lichen licher liches liche keiten keit heiten heit ischen ische isch ung ern em en er es e n s",
        "nl": "ingen heden heid ende ing en er es e s",
        "sv": "ningar ningen ning arna erna orna ande are ar er or en et a e",
        "da": "ninger ningen ning erne ende ere er en et e",
        "nb": "ninger ningen ning ene ende ere er en et e",
        "fr": "issements issement ations ation ements ement atrices atrice ateurs ateur euses euse eurs eur ions ion "
            + "ées ée és er ez es é e s",
        "es":
            "aciones amientos amiento idades ación adores adora ador iendo ando idad ados adas ado ada os as es ar er "
            + "ir o a e s",
        "pt":
            "amentos amento idades ações adores ação adora ador idade endo ando ados adas ado ada os as es ar er ir o "
            + "a e s",
        "it": "azioni amenti azione amento atori atore ità ando endo ato ata ati ate are ere ire o a e i",
        "ro": "ările area ilor ului ele ii ul ea ă e i a",
        "pl": "owaniem owania owanie eniami eniem enia enie ością ości ość ników nika nik ach ami ego emu owi ów om em "
            + "ie ą ę y i a e u o",
        "cs": "ování ostí osti ost ách ami ého ému ích ých ů ou em ech y i a e u o á é í",
        "ru":
            "ованием ования ование ениями ением ения ение остью ости ость ами ями ого его ому ему ых их ов ев ам ям ой "
            + "ый ий ая ое ые ую у ы и а я о е ь",
        "uk": "ування ення істю ості ість ами ями ого ому их ів ам ям ою ий ій а я о е і и у ь",
        "bg": "ването ването ване ения ение остта ост ите ата ето ият ове и а я о е",
    ].mapValues { $0.split(separator: " ").map(String.init).sorted { ($1.count, $0) < ($0.count, $1) } }

    /// Of the languages that postings are understood in.
    private static let common = Set(
        """
        a an and are as at be by can for from has have in into is it its of on or our that the their they this to was we \
        were will with you your who what which not all more most other than us any so if work working job role team \
        experience years year new good strong must plus well also about within across up out over
        der die das den dem des ein eine einen einem einer und oder mit für von zu zur zum im in am an auf aus bei bis als \
        auch ist sind wird werden wir sie ihr ihre ihrer uns unser unsere nicht sowie über durch nach dich du dein deine
        le la les un une des de du et ou à au aux en dans pour par sur avec est sont vous nous votre vos notre nos qui que \
        se sa son ses ce cette plus
        el los las unos unas y o del al con por para su sus es son que se lo como más tu tus nuestro nuestra
        os as um uma do da dos das no na nos nas e ou com por para é são que se seu sua nosso nossa mais você ao à
        i w z na do od po za o u oraz lub dla jest są że się nie przez przy jak nasz nasza naszego twój ze
        il lo gli i di del della dei delle che con per è sono una uno
        """.split { $0 == " " || $0 == "\n" }.map(String.init))
}
