/// What a word does in a sentence, in the languages of postings.
struct WordTraits: OptionSet {
    let rawValue: UInt16

    /// No noun phrase goes across it: a pronoun, an auxiliary, a conjunction, an article.
    static let breaks = WordTraits(rawValue: 1)
    /// A preposition, after which a thing is named.
    static let leads = WordTraits(rawValue: 1 << 1)
    /// `of` and its like, which may join two nouns into one.
    static let joins = WordTraits(rawValue: 1 << 2)
    /// `experience`, `knowledge`: with a preposition after it, it leads to a skill.
    static let introduces = WordTraits(rawValue: 1 << 3)
    /// How well something must be known: no skill begins with it.
    static let opens = WordTraits(rawValue: 1 << 4)
    /// No skill ends with it.
    static let closes = WordTraits(rawValue: 1 << 5)
    /// What stands before it is a skill: `certification`, `software`.
    static let labels = WordTraits(rawValue: 1 << 6)
    static let isSoft = WordTraits(rawValue: 1 << 7)
    /// A common noun that names no skill.
    static let isCommon = WordTraits(rawValue: 1 << 8)
    /// A time, a place, a degree: a name that is no skill.
    static let isNoSkill = WordTraits(rawValue: 1 << 9)
    /// `use`, `utiliser`: what follows is a tool.
    static let uses = WordTraits(rawValue: 1 << 10)
    /// A verb of what is done at work.
    static let acts = WordTraits(rawValue: 1 << 11)
    /// A whole field of work.
    static let isField = WordTraits(rawValue: 1 << 12)
    static let isArticle = WordTraits(rawValue: 1 << 13)
    /// `and`, `or`
    static let binds = WordTraits(rawValue: 1 << 14)

    static func of(_ lower: String) -> WordTraits { table[lower] ?? [] }

    private static let table: [String: WordTraits] = {
        var table: [String: WordTraits] = [:]
        table.reserveCapacity(2000)
        for (words, traits) in lists {
            for word in words { table[word, default: []].formUnion(traits) }
        }
        return table
    }()

    private static func set(_ list: String) -> Set<String> {
        Set(list.split(whereSeparator: \.isWhitespace).map(String.init))
    }

    private static let lists: [(Set<String>, WordTraits)] = [
        (SkillWords.verbal, .breaks), (SkillWords.introductions, .introduces), (SkillWords.openers, .opens),
        (SkillWords.closers, .closes), (SkillWords.labels, .labels), (SkillWords.soft, .isSoft),
        (SkillWords.common, .isCommon), (SkillWords.notNames, .isNoSkill), (SkillWords.fields, .isField),
        (conjunctions, [.breaks, .binds]), (articles, [.breaks, .isArticle]), (prepositions, [.breaks, .leads]),
        (joining, [.breaks, .leads, .joins]), (using, [.breaks, .uses]), (acting, .acts),
    ]

    private static let conjunctions = set(
        "and or & und oder sowie et ou y o e u plus bzw oraz lub i as nor but sondern aber mais pero mas")
    private static let articles = set(
        """
        a an the this these those our your their its any some all each every both such der die das den dem des ein eine einen einer
        eines einem unser unsere unserer ihre ihrer le la les l' un une des du notre votre nos vos leur el los las una unos unas
        nuestro nuestra su sus o os as um uma uns umas nosso nossa seu sua
        """)
    private static let prepositions = set(
        """
        in with on using via through from into for at by to under over within between across during per about against towards around
        including include includes e.g i.e like than mit im am bei für zur zum auf aus nach über unter von vom zu als durch ohne
        avec sous sur dans pour par chez en à au aux dont con para por sobre desde hasta em no na nos nas com ao à sem
        w z na do przy dla od ze we
        """)
    private static let joining = set("of de du des da do dos das del d' di von der")
    private static let using = set(
        """
        use uses using used utilise utilize utilising utilizing operate operating run runs nutzen nutzt verwenden verwendet arbeiten
        arbeitet utilisons utilise utiliser utilisez usamos usar utilizamos utilizar utilizando usando
        """)
    /// What bullets of duties begin with.
    private static let acting = set(
        """
        manage lead develop design support maintain ensure coordinate prepare build plan conduct own deliver create write run assist
        monitor perform provide train review handle oversee implement collaborate partner drive operate report analyse analyze mentor
        work keep make set carry teach help take give draft check record answer order sell serve clean cook repair install inspect
        test measure document update organise organize schedule negotiate purchase source track process respond resolve identify
        evaluate assess advise recommend communicate present supervise guide coach recruit hire onboard schedule approve submit
        file code deploy debug optimise optimize migrate automate integrate configure administer troubleshoot investigate research
        define execute establish facilitate contribute participate attend represent liaise build join grow improve increase reduce
        follow meet receive greet direct promote produce edit shoot publish translate load unload drive pack pick move lift diagnose
        replace adjust calibrate assemble weld cut mix apply feed treat administer care observe document teach grade mark supervise
        compile calculate reconcile post forecast audit verify validate enter collect store ship dispatch receive
        """)
}
