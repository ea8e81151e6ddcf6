// Written by Tests/Evaluation/fit_skills.py; not by hand.
extension SkillWeights {
    /// From this likelihood on a phrase is a skill.
    static let sure: Float = 0.62

    /// Of the lexicon's terms.
    static let known = SkillWeights(
        """
        afterAct 8, afterAct allLower 7, afterArticle allLower 10, afterArticle beforeEnd -9, afterArticle besideKnown
        6, afterArticle endsCommon 9, afterArticle endsInS -5, afterArticle inBullet -5, afterArticle inDuties -27,
        afterArticle inList -14, afterArticle inPreferred 11, afterArticle inRequirements 11, afterArticle
        lowerInDuties -19, afterArticle lowerWord 6, afterArticle lowerWordInDuties -15, afterArticle oneWord 6,
        afterArticle partOfRun 8, afterArticle twoWords -16, afterBind allLower -10, afterBind beforeEnd -14,
        afterBind beforeNoun -6, afterBind besideKnown 9, afterBind inDuties 5, afterBind inRequirements 5, afterBind
        lowerWord -18, afterBind lowerWordInDuties -5, afterBind oneWord -8, afterBind partOfRun -6, afterBind
        twoWords 8, afterBind wholeItem -12, afterBreak -19, afterBreak allLower -15, afterBreak besideKnown -19,
        afterBreak inRequirements -23, afterBreak oneWord -5, afterIntroduction 16, afterIntroduction afterLead 16,
        afterIntroduction introducedBefore 16, afterKnown inBullet -6, afterLead allLower -9, afterLead beforeBind 12,
        afterLead beforeEnd 9, afterLead beforeLead -15, afterLead beforeNoun 12, afterLead besideKnown -20, afterLead
        endsCommon -11, afterLead endsInS -11, afterLead hasCommon -15, afterLead inBullet -13, afterLead inList 9,
        afterLead inPreferred -5, afterLead introducedBefore 13, afterLead lowerInDuties -15, afterLead twoWords -10,
        afterNoun -6, afterNoun allCapital 8, afterNoun allLower -7, afterNoun beforeBind -15, afterNoun beforeBreak
        9, afterNoun beforeEnd -14, afterNoun beforeLead 5, afterNoun beforeNoun 12, afterNoun besideKnown -12,
        afterNoun endsCommon 13, afterNoun endsInPerson 7, afterNoun endsInS -9, afterNoun hasCommon 12, afterNoun
        inDuties 5, afterNoun inList -9, afterNoun inRequirements -15, afterNoun introducedBefore -6, afterNoun
        lowerInDuties 9, afterNoun lowerWord -16, afterNoun oneWord -16, afterNoun partOfRun -6, afterUse -24,
        allCapital beforeBind 6, allCapital beforeNoun -7, allCapital besideKnown -20, allCapital inDuties 14,
        allCapital inRequirements -15, allCapital isCanonical 19, allCapital nameInDuties 13, allCapital oneWord 11,
        allCapital partOfRun 11, allCapital twoWords -19, allLower -12, allLower beforeKnown -15, allLower beforeLead
        -11, allLower besideNames 11, allLower endsCommon 14, allLower endsInIng 11, allLower endsInS -18, allLower
        firstCapital -5, allLower hasOpening -12, allLower inBrackets -6, allLower inDuties -14, allLower inList -8,
        allLower inRomance -9, allLower introducedBefore 21, allLower isJoined -6, allLower lowerInDuties -14,
        allLower lowerWord -10, allLower manyWords -14, allLower oneWord -10, allLower partOfRun -30, allLower
        threeWords 7, allLower twoWords 5, allLower wholeItem 14, beforeBind 14, beforeBind besideKnown 18, beforeBind
        inBullet 6, beforeBind inDuties -7, beforeBind inPreferred 8, beforeBind inRequirements 14, beforeBind
        lowerInDuties -7, beforeBind lowerWord -5, beforeBind oneWord 14, beforeBind partOfRun -9, beforeBreak 5,
        beforeBreak besideKnown -8, beforeBreak inRequirements 15, beforeBreak lowerWordInDuties -5, beforeBreak
        partOfRun 9, beforeBreak twoWords 7, beforeEnd besideKnown 6, beforeEnd besideManyKnown 14, beforeEnd
        besideNames 6, beforeEnd endsInIng 16, beforeEnd endsInPerson -9, beforeEnd endsInS 10, beforeEnd firstInUnit
        6, beforeEnd hasCapitals -5, beforeEnd hasCommon -24, beforeEnd inDuties 11, beforeEnd inList -5, beforeEnd
        inPreferred -31, beforeEnd inRequirements 16, beforeEnd inRomance -8, beforeEnd introducedBefore 15, beforeEnd
        isCanonical 17, beforeEnd lowerWordInDuties -9, beforeEnd nameInDuties 5, beforeEnd oneWord -5, beforeEnd
        partOfRun -14, beforeEnd threeWords 17, beforeEnd twoWords -10, beforeEnd wholeItem 9, beforeKnown -18,
        beforeKnown besideKnown -18, beforeKnown partOfRun -18, beforeLabel -5, beforeLead -8, beforeLead besideKnown
        -11, beforeLead endsInS -10, beforeLead firstCapital -9, beforeLead firstInUnit -14, beforeLead hasCommon 9,
        beforeLead inBullet 21, beforeLead inRequirements -15, beforeLead inRomance -10, beforeLead partOfRun 5,
        beforeLead twoWords -9, beforeNoun 5, beforeNoun beginsWithAct -8, beforeNoun besideKnown 14, beforeNoun
        endsInS 16, beforeNoun firstInUnit 19, beforeNoun inBullet 24, beforeNoun inDuties -6, beforeNoun inList 6,
        beforeNoun inPreferred 6, beforeNoun inRequirements 5, beforeNoun inRomance 9, beforeNoun introducedBefore 11,
        beforeNoun lowerWordInDuties 20, beforeNoun nameInDuties 8, beforeNoun oneWord 12, beforeNoun partOfRun 5,
        beforeNoun twoWords -7, beforeOpen 9, beginsWithAct besideKnown -9, beginsWithAct firstCapital -7,
        beginsWithAct firstInUnit -6, beginsWithAct inBullet -5, beginsWithAct partOfRun -15, besideKnown besideNames
        6, besideKnown endsCommon -11, besideKnown endsInIng -17, besideKnown endsInPerson 16, besideKnown endsInS 32,
        besideKnown firstCapital 14, besideKnown firstInUnit 15, besideKnown hasCapitals 6, besideKnown hasCommon -12,
        besideKnown hasOpening 7, besideKnown inBrackets -11, besideKnown inBullet -31, besideKnown inDuties 7,
        besideKnown inGerman -15, besideKnown inList 20, besideKnown inRequirements -9, besideKnown inRomance 8,
        besideKnown isCanonical 30, besideKnown lowerInDuties 9, besideKnown lowerWord 14, besideKnown
        lowerWordInDuties 23, besideKnown lowerWordInWholeItem 19, besideKnown manyWords -7, besideKnown oneWord -5,
        besideKnown partOfRun -17, besideKnown threeWords 11, besideKnown wholeItem 27, besideManyKnown inDuties -7,
        besideManyKnown inList 17, besideManyKnown inRequirements 7, besideManyKnown lowerInDuties -13,
        besideManyKnown partOfRun 8, besideNames lowerWord 6, besideNames oneWord 5, bias 180, endsCommon inBullet 10,
        endsCommon inList 14, endsCommon inPreferred -12, endsCommon inRequirements 13, endsCommon lowerInDuties 5,
        endsCommon partOfRun 9, endsCommon twoWords 7, endsInIcs 14, endsInIng 15, endsInIng inBullet -8, endsInIng
        inDuties 8, endsInIng inRequirements 13, endsInIng lowerInDuties 6, endsInIng lowerWord -15, endsInIng oneWord
        -14, endsInIng partOfRun -25, endsInIng twoWords 28, endsInIty -5, endsInLogy 9, endsInMent -5, endsInPerson
        11, endsInPerson inDuties -15, endsInPerson lowerInDuties -16, endsInPerson lowerWordInDuties -8, endsInPerson
        oneWord 5, endsInPerson partOfRun 6, endsInS firstCapital 5, endsInS firstInUnit 15, endsInS hasCommon -8,
        endsInS inBullet 14, endsInS inDuties 6, endsInS inPreferred 15, endsInS inRequirements -17, endsInS inRomance
        10, endsInS introducedBefore 11, endsInS lowerInDuties -7, endsInS lowerWord -12, endsInS lowerWordInDuties
        -5, endsInS wholeItem 6, endsInTion -8, endsInUng -14, firstCapital inDuties -16, firstCapital inPreferred -5,
        firstCapital inRequirements 19, firstCapital lowerInDuties -16, firstCapital lowerWord -5, firstCapital
        lowerWordInDuties -9, firstCapital oneWord -5, firstCapital threeWords -7, firstCapital twoWords 10,
        firstCapital wholeItem 8, firstInUnit 13, firstInUnit inDuties -17, firstInUnit inPreferred 12, firstInUnit
        inRequirements 18, firstInUnit lowerInDuties -10, firstInUnit lowerWord 11, firstInUnit oneWord 26,
        firstInUnit partOfRun 14, firstInUnit threeWords -12, firstInUnit wholeItem 8, hasCapitals -7, hasCapitals
        inBullet 9, hasCapitals inDuties -5, hasCapitals inPreferred -9, hasCapitals inRequirements 7, hasCapitals
        nameInDuties -5, hasCapitals oneWord -9, hasCommon -8, hasCommon inBullet -5, hasCommon inDuties -11,
        hasCommon inList -12, hasCommon inPreferred -5, hasCommon inRequirements 8, hasCommon partOfRun 5, hasCommon
        threeWords 8, hasCommon twoWords -12, hasMixed 18, hasNumber 10, hasOpening -9, hasOpening inBullet -9,
        hasOpening inDuties -11, hasOpening inRequirements 7, hasOpening isJoined -5, hasSoft -7, inBrackets -13,
        inBrackets inBullet -12, inBrackets inDuties -12, inBrackets oneWord -10, inBullet 26, inBullet inDuties 10,
        inBullet inList 15, inBullet inRequirements 17, inBullet introducedBefore -6, inBullet isCanonical 35,
        inBullet lowerItemInRequirements 11, inBullet lowerWord -16, inBullet lowerWordInDuties -5, inBullet
        lowerWordInWholeItem 5, inBullet oneWord 9, inBullet twoWords 14, inBullet wholeItem 23, inDuties -8, inDuties
        inList -5, inDuties inRomance -9, inDuties lowerInDuties -14, inDuties lowerWordInWholeItem -5, inDuties
        nameInDuties 12, inDuties twoWords -8, inDuties wholeItem 11, inList inRequirements 5, inList lowerInDuties
        -6, inList lowerWord -12, inList lowerWordInDuties -18, inList lowerWordInWholeItem -6, inList oneWord -12,
        inList partOfRun -10, inList wholeItem 8, inPreferred -5, inPreferred introducedBefore 7, inPreferred
        partOfRun 7, inPreferred wholeItem -20, inRequirements 12, inRequirements inRomance 12, inRequirements
        introducedBefore 11, inRequirements isCanonical 11, inRequirements lowerWord -7, inRequirements partOfRun -31,
        inRequirements threeWords 13, inRequirements wholeItem 21, inRomance lowerInDuties -13, inRomance lowerWord
        12, inRomance lowerWordInDuties -10, inRomance oneWord 12, inRomance partOfRun 12, introducedBefore 20,
        introducedBefore lowerWord -6, introducedBefore oneWord -7, introducedBefore twoWords 22, isCanonical 42,
        isCanonical oneWord 15, isCanonical wholeItem 17, isCareer -19, isField -66, isJoined -5, isLanguage 48,
        lowerInDuties -14, lowerInDuties lowerWordInWholeItem -5, lowerInDuties partOfRun 7, lowerInDuties threeWords
        -5, lowerInDuties twoWords -7, lowerInDuties wholeItem 15, lowerWholeUnit 10, lowerWord -10, lowerWord oneWord
        -10, lowerWord partOfRun -30, lowerWordInDuties lowerWordInWholeItem -5, lowerWordInDuties partOfRun 20,
        lowerWordInDuties wholeItem -5, manyWords -8, nameAfterLeadInDuties 16, nameInBracketsInDuties -11,
        nameInDuties 12, nameInDuties oneWord 5, oneWord partOfRun -34, oneWord wholeItem 12, partOfRun -26, partOfRun
        threeWords 11, partOfRun twoWords -5, threeWords 14, twoWords -10, wholeItem 12
        """)

    /// Of other phrases.
    static let unknown = SkillWeights(
        """
        afterAct inDuties 25, afterAct lowerInDuties 29, afterArticle allLower -23, afterArticle allOfTerms 9,
        afterArticle beforeEnd -27, afterArticle beforeLead -13, afterArticle beforeNoun 11, afterArticle endsCommon
        -6, afterArticle hasCommon 12, afterArticle headOfFew 6, afterArticle headOfNone -21, afterArticle headOfSome
        -6, afterArticle inDuties -33, afterArticle inList -6, afterArticle inPreferred 17, afterArticle
        inRequirements 16, afterArticle leadOfFew 16, afterArticle leadOfSome -7, afterArticle lowerInDuties 20,
        afterArticle lowerWord 10, afterArticle lowerWordInDuties 14, afterArticle noneOfTerms -25, afterArticle
        oneWord -14, afterArticle partOfRun 5, afterArticle threeWords 28, afterArticle twoWords -43, afterBind 12,
        afterBind allLower 12, afterBind allOfTerms -11, afterBind beforeEnd -13, afterBind beforeNoun 16, afterBind
        besideKnown 16, afterBind endsInS -11, afterBind hasCommon -10, afterBind headOfNoTerm 20, afterBind
        headOfNone 17, afterBind inBullet -10, afterBind inDuties -44, afterBind inRequirements -7, afterBind
        leadOfNone 19, afterBind lowerWord 8, afterBind lowerWordInDuties 10, afterBind noneOfTerms 5, afterBind
        oneWord 26, afterBind partOfRun 6, afterBind twoWords -8, afterBind wholeItem -20, afterBreak -24, afterBreak
        allLower -14, afterBreak allOfTerms 14, afterBreak beforeNoun 8, afterBreak besideKnown -28, afterBreak
        headOfNone -36, afterBreak inBullet 9, afterBreak inDuties -12, afterBreak leadOfNone -27, afterBreak
        lowerInDuties -8, afterBreak lowerWordInDuties 8, afterBreak noneOfTerms -25, afterBreak oneWord 10,
        afterBreak partOfRun 15, afterIntroduction 34, afterIntroduction afterLead 34, afterIntroduction
        inRequirements 21, afterIntroduction introducedBefore 34, afterKnown -18, afterKnown allOfTerms -10,
        afterKnown besideKnown -18, afterKnown inBullet -5, afterKnown oneWord -6, afterKnown partOfRun -18, afterLead
        allCapital -10, afterLead allLower 7, afterLead beforeBind 14, afterLead beforeEnd 18, afterLead beforeLead
        11, afterLead beforeNoun -18, afterLead capitalAfterLead -10, afterLead hasCommon -11, afterLead headOfNoTerm
        -17, afterLead headOfSome -15, afterLead inBullet 5, afterLead inDuties 5, afterLead inPreferred -7, afterLead
        inRomance -28, afterLead introducedBefore -6, afterLead leadOfFew 16, afterLead leadOfNoTerm 5, afterLead
        leadOfNone -21, afterLead lowerInDuties -42, afterLead lowerWordInDuties 10, afterLead oneWord 23, afterLead
        partOfRun -23, afterLead twoWords 31, afterNoun -9, afterNoun allCapital -6, afterNoun allOfTerms -5,
        afterNoun beforeBreak 21, afterNoun beforeEnd -24, afterNoun beforeLead 9, afterNoun beforeNoun -13, afterNoun
        besideKnown -13, afterNoun endsCommon 7, afterNoun endsInPerson -15, afterNoun hasCommon -6, afterNoun
        headOfMany 7, afterNoun headOfNoTerm 9, afterNoun headOfSome -17, afterNoun inBullet -17, afterNoun inDuties
        17, afterNoun inList -8, afterNoun inPreferred -24, afterNoun introducedBefore -15, afterNoun leadOfFew -5,
        afterNoun leadOfNone -8, afterNoun lowerInDuties 8, afterNoun lowerWord -9, afterNoun lowerWordInDuties -12,
        afterNoun oneWord -20, afterNoun partOfRun -9, afterNoun twoWords 11, afterUse 50, allCapital 42, allCapital
        beforeBind -16, allCapital beforeEnd 28, allCapital beforeNoun -17, allCapital besideKnown 34, allCapital
        capitalAfterLead -10, allCapital headOfNone -8, allCapital inBullet 26, allCapital inList -6, allCapital
        inPreferred 28, allCapital inRequirements 13, allCapital introducedBefore 29, allCapital leadOfNone -17,
        allCapital leadOfSome -18, allCapital nameInDuties -5, allCapital noneOfTerms -37, allCapital oneWord -47,
        allCapital partOfRun -22, allLower -19, allLower allOfTerms 25, allLower beforeBind 5, allLower beforeBreak
        -9, allLower beforeEnd -5, allLower beforeKnown -12, allLower beforeLead -22, allLower beforeNoun -5, allLower
        beginsWithAct -12, allLower besideKnown 20, allLower besideManyKnown -16, allLower besideNames 28, allLower
        endsCommon -8, allLower endsInIng 46, allLower endsInS 31, allLower endsInTion 39, allLower firstCapital -19,
        allLower firstInUnit 5, allLower hasCommon -57, allLower hasNoSkill -13, allLower hasOpening -11, allLower
        headOfMany 36, allLower headOfNone -56, allLower headOfSome 9, allLower holdsKnown 40, allLower inBrackets
        -45, allLower inBullet 26, allLower inDuties -8, allLower inList -17, allLower inPreferred -6, allLower
        inRequirements -5, allLower inRomance 9, allLower introducedBefore 5, allLower isJoined 35, allLower
        leadOfNoTerm -29, allLower leadOfNone -6, allLower leadOfSome 16, allLower lowerInDuties -8, allLower
        lowerItemInRequirements 11, allLower lowerWord -16, allLower manyWords -47, allLower noneOfTerms -38, allLower
        oneWord -16, allLower partOfRun -8, allLower twoWords 40, allOfTerms beforeBind -10, allOfTerms beforeBreak 6,
        allOfTerms beforeEnd 6, allOfTerms beginsWithAct -11, allOfTerms beginsWithKnown -5, allOfTerms besideKnown
        -6, allOfTerms besideNames 9, allOfTerms endsInIng 13, allOfTerms endsInPerson -12, allOfTerms endsInS 12,
        allOfTerms endsInTion -10, allOfTerms endsWithKnown 7, allOfTerms firstCapital -12, allOfTerms hasCapitals 28,
        allOfTerms hasCommon -13, allOfTerms headOfFew -8, allOfTerms headOfNoTerm 8, allOfTerms headOfSome -5,
        allOfTerms holdsKnown 8, allOfTerms inBullet 7, allOfTerms inDuties 12, allOfTerms inList 12, allOfTerms
        inPreferred -7, allOfTerms inRequirements -6, allOfTerms inRomance -5, allOfTerms introducedBefore -13,
        allOfTerms leadOfFew 5, allOfTerms leadOfNoTerm 6, allOfTerms leadOfSome -12, allOfTerms lowerWord -13,
        allOfTerms lowerWordInWholeItem -6, allOfTerms partOfRun -10, allOfTerms threeWords -10, allOfTerms twoWords
        10, allOfTerms wholeItem 12, beforeBind 40, beforeBind besideKnown 13, beforeBind endsInS -22, beforeBind
        firstInUnit 8, beforeBind headOfFew -9, beforeBind headOfNone 17, beforeBind headOfSome -6, beforeBind
        inPreferred 13, beforeBind inRequirements 31, beforeBind leadOfFew 12, beforeBind leadOfNone 18, beforeBind
        leadOfSome 9, beforeBind lowerInDuties 5, beforeBind lowerWordInDuties 5, beforeBind noneOfTerms -19,
        beforeBind twoWords 12, beforeBind wholeItem -21, beforeBreak -27, beforeBreak besideKnown -8, beforeBreak
        endsInS 18, beforeBreak firstInUnit -11, beforeBreak headOfFew -24, beforeBreak headOfNone -34, beforeBreak
        inDuties -25, beforeBreak leadOfFew -14, beforeBreak leadOfNone -19, beforeBreak lowerInDuties -7, beforeBreak
        lowerWordInDuties -12, beforeBreak noneOfTerms -24, beforeBreak oneWord -14, beforeBreak partOfRun 19,
        beforeBreak twoWords 5, beforeEnd -5, beforeEnd beginsWithKnown -23, beforeEnd besideKnown 10, beforeEnd
        besideManyKnown -9, beforeEnd besideNames 6, beforeEnd endsCommon -12, beforeEnd endsInIng 35, beforeEnd
        endsInS 15, beforeEnd firstCapital 7, beforeEnd firstInUnit -14, beforeEnd hasCapitals -10, beforeEnd
        hasOpening 7, beforeEnd headOfMany 7, beforeEnd headOfNoTerm 6, beforeEnd headOfNone -9, beforeEnd headOfSome
        -10, beforeEnd holdsKnown 12, beforeEnd inBrackets 34, beforeEnd inBullet -14, beforeEnd inDuties 12,
        beforeEnd inList 20, beforeEnd inPreferred -31, beforeEnd inRequirements 14, beforeEnd inRomance 9, beforeEnd
        introducedBefore 16, beforeEnd leadOfFew -5, beforeEnd leadOfSome 7, beforeEnd lowerItemInRequirements 21,
        beforeEnd lowerWord -31, beforeEnd lowerWordInDuties 7, beforeEnd manyWords -15, beforeEnd nameInDuties 18,
        beforeEnd noneOfTerms 26, beforeEnd partOfRun -6, beforeEnd threeWords -15, beforeEnd twoWords 25, beforeEnd
        wholeItem 15, beforeKnown -16, beforeKnown besideKnown -16, beforeKnown partOfRun -16, beforeLabel 44,
        beforeLead -18, beforeLead besideKnown -22, beforeLead endsCommon -21, beforeLead endsInS 5, beforeLead
        firstCapital -6, beforeLead hasCommon -25, beforeLead headOfFew 23, beforeLead headOfNone -19, beforeLead
        inBullet 14, beforeLead inDuties 30, beforeLead inPreferred -34, beforeLead inRequirements -14, beforeLead
        inRomance -5, beforeLead leadOfFew -9, beforeLead leadOfNoTerm -15, beforeLead lowerInDuties 18, beforeLead
        lowerWord -24, beforeLead lowerWordInDuties 6, beforeLead noneOfTerms -15, beforeLead oneWord -12, beforeLead
        threeWords 8, beforeLead twoWords -8, beforeNoun -8, beforeNoun besideKnown 27, beforeNoun besideNames -14,
        beforeNoun endsCommon -10, beforeNoun endsInPerson 9, beforeNoun firstCapital -15, beforeNoun hasCommon -19,
        beforeNoun headOfFew 13, beforeNoun headOfNoTerm -22, beforeNoun headOfSome 23, beforeNoun inBullet -5,
        beforeNoun inList -19, beforeNoun inRequirements -8, beforeNoun introducedBefore -14, beforeNoun leadOfFew -9,
        beforeNoun leadOfNoTerm 17, beforeNoun leadOfNone -7, beforeNoun leadOfSome -9, beforeNoun nameInDuties -10,
        beforeNoun noneOfTerms 12, beforeNoun partOfRun -8, beforeOpen -10, beginsWithAct -15, beginsWithAct
        besideKnown -27, beginsWithAct firstCapital -23, beginsWithAct firstInUnit -14, beginsWithAct leadOfNone -7,
        beginsWithAct leadOfSome 16, beginsWithAct lowerWord -12, beginsWithAct oneWord -13, beginsWithAct partOfRun
        6, beginsWithAct twoWords 8, beginsWithKnown inBullet -9, beginsWithKnown inRequirements -5, beginsWithKnown
        twoWords -18, besideKnown -10, besideKnown besideNames -16, besideKnown endsCommon -21, besideKnown endsInIng
        8, besideKnown firstCapital -30, besideKnown firstInUnit -38, besideKnown hasCapitals 14, besideKnown
        hasCommon -9, besideKnown hasNoSkill -36, besideKnown hasOpening -21, besideKnown headOfFew -9, besideKnown
        headOfMany 10, besideKnown headOfNoTerm -18, besideKnown headOfNone 21, besideKnown headOfSome -13,
        besideKnown holdsKnown -8, besideKnown inBrackets -16, besideKnown inBullet -15, besideKnown inDuties 7,
        besideKnown inGerman -25, besideKnown inList 11, besideKnown inPreferred -12, besideKnown inRequirements -5,
        besideKnown inRomance -16, besideKnown introducedBefore 14, besideKnown leadOfFew 20, besideKnown leadOfNone
        -21, besideKnown leadOfSome -12, besideKnown lowerInDuties 18, besideKnown lowerItemInRequirements 38,
        besideKnown lowerWord 6, besideKnown lowerWordInDuties 7, besideKnown lowerWordInWholeItem 17, besideKnown
        manyWords -18, besideKnown nameInDuties -7, besideKnown noneOfTerms 7, besideKnown oneWord -5, besideKnown
        partOfRun -21, besideKnown threeWords -7, besideKnown twoWords 21, besideKnown wholeItem 13, besideManyKnown
        inList -14, besideManyKnown introducedBefore 9, besideManyKnown leadOfNone 13, besideManyKnown lowerInDuties
        -16, besideManyKnown lowerWord 9, besideManyKnown noneOfTerms 8, besideManyKnown partOfRun 9, besideManyKnown
        twoWords 16, besideNames headOfNone 8, besideNames inBullet 27, besideNames inDuties -25, besideNames
        inRequirements 18, besideNames leadOfNone -9, besideNames lowerInDuties 14, besideNames lowerWord 6,
        besideNames noneOfTerms 16, besideNames oneWord -12, besideNames partOfRun -10, bias -219, capitalAfterLead
        -10, endsCommon headOfFew -18, endsCommon headOfNoTerm -25, endsCommon headOfNone -24, endsCommon headOfSome
        -17, endsCommon inBullet -15, endsCommon inList 14, endsCommon leadOfFew -23, endsCommon leadOfNoTerm 14,
        endsCommon leadOfSome 13, endsCommon lowerWord -10, endsCommon lowerWordInDuties -5, endsCommon oneWord -29,
        endsInIcs 13, endsInIng 13, endsInIng inBullet -10, endsInIng inRequirements 16, endsInIng lowerWord 17,
        endsInIng oneWord 13, endsInIng partOfRun -40, endsInIng twoWords 35, endsInIty 15, endsInMent 19,
        endsInPerson -21, endsInPerson inBullet -20, endsInPerson inDuties -6, endsInPerson lowerInDuties 7,
        endsInPerson lowerWord 10, endsInPerson lowerWordInDuties 15, endsInPerson noneOfTerms 8, endsInPerson
        partOfRun -5, endsInPerson twoWords 10, endsInS -5, endsInS firstCapital 6, endsInS firstInUnit -26, endsInS
        hasCommon 7, endsInS headOfFew 6, endsInS headOfMany -26, endsInS headOfSome 15, endsInS inPreferred -22,
        endsInS inRequirements 20, endsInS inRomance 10, endsInS leadOfFew -14, endsInS leadOfSome 14, endsInS
        lowerInDuties 18, endsInS lowerWordInDuties -15, endsInS noneOfTerms -8, endsInS partOfRun -18, endsInS
        threeWords 11, endsInS twoWords 14, endsInS wholeItem -25, endsInTion 34, endsInTion inBullet 15, endsInTion
        lowerWord 9, endsInTion oneWord 10, endsInUng 11, endsWithKnown inBullet -5, firstCapital 8, firstCapital
        hasCommon 31, firstCapital hasOpening -7, firstCapital headOfNoTerm 15, firstCapital headOfNone -12,
        firstCapital holdsKnown -19, firstCapital inBullet 15, firstCapital inDuties -9, firstCapital inPreferred 13,
        firstCapital leadOfFew 12, firstCapital leadOfNone 21, firstCapital leadOfSome -12, firstCapital lowerInDuties
        -22, firstCapital lowerWordInDuties -16, firstCapital noneOfTerms -19, firstCapital partOfRun -10,
        firstCapital wholeItem -8, firstInUnit 20, firstInUnit hasCommon 5, firstInUnit headOfFew -12, firstInUnit
        headOfNoTerm 20, firstInUnit holdsKnown -18, firstInUnit inBullet 29, firstInUnit inDuties -29, firstInUnit
        inPreferred 33, firstInUnit inRequirements 16, firstInUnit leadOfFew -7, firstInUnit leadOfNone -5,
        firstInUnit leadOfSome 21, firstInUnit lowerInDuties -24, firstInUnit lowerWord 10, firstInUnit
        lowerWordInDuties -11, firstInUnit noneOfTerms -21, firstInUnit oneWord 8, firstInUnit partOfRun 13,
        firstInUnit threeWords -10, firstInUnit twoWords -6, hasCapitals 40, hasCapitals headOfNone 10, hasCapitals
        inBullet -20, hasCapitals inPreferred 27, hasCapitals inRequirements 12, hasCapitals leadOfNone 21,
        hasCapitals oneWord 56, hasCapitals partOfRun 10, hasCapitals twoWords 18, hasCapitals wholeItem 9, hasCommon
        hasNoSkill 22, hasCommon hasOpening -9, hasCommon headOfFew -16, hasCommon headOfMany 75, hasCommon
        headOfNoTerm -24, hasCommon headOfNone -21, hasCommon headOfSome -13, hasCommon inBullet 5, hasCommon inDuties
        -30, hasCommon inList 18, hasCommon inPreferred 28, hasCommon leadOfFew -31, hasCommon leadOfSome 25,
        hasCommon lowerInDuties -25, hasCommon lowerWord -10, hasCommon lowerWordInDuties -5, hasCommon oneWord -29,
        hasCommon partOfRun -25, hasCommon threeWords 27, hasCommon twoWords -26, hasMixed 23, hasMixed inBullet 19,
        hasNoSkill -43, hasNoSkill inBullet -38, hasNoSkill inDuties -30, hasNoSkill inRequirements -17, hasNoSkill
        leadOfNone -29, hasNoSkill oneWord -62, hasNoSkill partOfRun -10, hasNumber 16, hasOpening -12, hasOpening
        headOfNone -9, hasOpening inBullet 9, hasOpening inDuties 39, hasOpening inRequirements -33, hasOpening
        isJoined 18, hasSoft -33, headOfFew inDuties 11, headOfFew inPreferred -14, headOfFew introducedBefore 14,
        headOfFew leadOfFew -27, headOfFew leadOfNoTerm 21, headOfFew leadOfNone -6, headOfFew leadOfSome 10,
        headOfFew lowerInDuties 6, headOfFew lowerWord -5, headOfFew lowerWordInDuties 18, headOfFew oneWord 21,
        headOfFew partOfRun -11, headOfFew threeWords -11, headOfMany 12, headOfMany inBullet 9, headOfMany inDuties
        -19, headOfMany inRequirements 33, headOfMany lowerWordInDuties -8, headOfMany oneWord -17, headOfMany
        twoWords 27, headOfNoTerm -14, headOfNoTerm holdsKnown -26, headOfNoTerm inBullet -9, headOfNoTerm inPreferred
        -7, headOfNoTerm inRequirements -11, headOfNoTerm introducedBefore 18, headOfNoTerm leadOfFew 24, headOfNoTerm
        leadOfNoTerm -15, headOfNoTerm leadOfNone -11, headOfNoTerm leadOfSome -11, headOfNoTerm lowerInDuties -10,
        headOfNoTerm lowerWord -15, headOfNoTerm oneWord 19, headOfNoTerm partOfRun -7, headOfNoTerm threeWords -15,
        headOfNoTerm twoWords -10, headOfNoTerm wholeItem -9, headOfNone -16, headOfNone inBullet 7, headOfNone inList
        10, headOfNone inRequirements -16, headOfNone inRomance 34, headOfNone introducedBefore 21, headOfNone
        leadOfSome 11, headOfNone lowerInDuties 18, headOfNone lowerWordInDuties 6, headOfNone nameInDuties -13,
        headOfNone noneOfTerms 5, headOfNone oneWord 32, headOfNone threeWords -10, headOfNone twoWords -14,
        headOfNone wholeItem 15, headOfSome 20, headOfSome inDuties -10, headOfSome inList -6, headOfSome
        inRequirements -8, headOfSome leadOfNone 28, headOfSome leadOfSome -11, headOfSome lowerInDuties -21,
        headOfSome lowerWord 6, headOfSome lowerWordInDuties -13, headOfSome oneWord -22, headOfSome partOfRun -9,
        holdsKnown -8, holdsKnown inBullet -11, holdsKnown inDuties 14, holdsKnown inRequirements 7, holdsKnown
        partOfRun -13, holdsKnown wholeItem -31, inBrackets 5, inBrackets inBullet -8, inBrackets inDuties 31,
        inBrackets oneWord -13, inBullet 13, inBullet inDuties 7, inBullet inGerman -12, inBullet inList -5, inBullet
        inPreferred 32, inBullet inRequirements -25, inBullet leadOfNone -10, inBullet leadOfSome 19, inBullet
        lowerInDuties -14, inBullet lowerItemInRequirements 12, inBullet lowerWord -16, inBullet lowerWordInDuties -7,
        inBullet lowerWordInWholeItem 15, inBullet nameInDuties 27, inBullet noneOfTerms 7, inBullet oneWord 9,
        inBullet partOfRun -7, inBullet wholeItem 20, inDuties -14, inDuties inList -24, inDuties inRomance 24,
        inDuties leadOfFew -9, inDuties leadOfSome -5, inDuties lowerInDuties -8, inDuties lowerWordInWholeItem -6,
        inDuties manyWords -17, inDuties noneOfTerms -6, inDuties oneWord 21, inDuties partOfRun -7, inDuties
        threeWords -21, inGerman -13, inGerman noneOfTerms -7, inGerman oneWord 5, inList -11, inList inPreferred -30,
        inList inRequirements 44, inList leadOfFew 27, inList leadOfNoTerm -6, inList leadOfNone -16, inList
        leadOfSome -15, inList lowerInDuties 42, inList lowerWordInDuties 17, inList lowerWordInWholeItem 10, inList
        oneWord 7, inList partOfRun -22, inList twoWords 16, inList wholeItem 9, inPreferred 15, inPreferred
        introducedBefore 26, inPreferred leadOfFew 8, inPreferred leadOfNoTerm 7, inPreferred lowerWord -10,
        inPreferred noneOfTerms 9, inPreferred oneWord 5, inPreferred partOfRun -16, inPreferred wholeItem 20,
        inRequirements inRomance 12, inRequirements introducedBefore 14, inRequirements leadOfNoTerm -13,
        inRequirements leadOfSome 9, inRequirements lowerItemInRequirements 11, inRequirements lowerWord -8,
        inRequirements oneWord 7, inRequirements threeWords -6, inRequirements wholeItem -20, inRomance 25, inRomance
        leadOfNone -16, inRomance lowerInDuties 9, inRomance lowerWord -33, inRomance lowerWordInDuties -38, inRomance
        noneOfTerms -8, inRomance oneWord -16, inRomance partOfRun -10, introducedBefore 23, introducedBefore
        leadOfFew 6, introducedBefore lowerWord 6, introducedBefore noneOfTerms 8, introducedBefore partOfRun -27,
        introducedBefore twoWords -6, introducedItem 9, isJoined 18, leadOfFew lowerWord -5, leadOfFew
        lowerWordInDuties -9, leadOfFew oneWord 21, leadOfFew partOfRun -16, leadOfFew threeWords -13, leadOfFew
        twoWords 7, leadOfNoTerm lowerWord 5, leadOfNoTerm lowerWordInDuties -5, leadOfNoTerm oneWord 14, leadOfNoTerm
        twoWords -9, leadOfNoTerm wholeItem -12, leadOfNone 5, leadOfNone lowerWordInDuties 6, leadOfNone nameInDuties
        14, leadOfNone noneOfTerms 5, leadOfNone oneWord 32, leadOfNone partOfRun -16, leadOfNone threeWords -8,
        leadOfNone twoWords -5, leadOfSome lowerInDuties -10, leadOfSome lowerWord -13, leadOfSome lowerWordInDuties
        10, leadOfSome oneWord -34, leadOfSome partOfRun 7, leadOfSome threeWords -6, leadOfSome twoWords 13,
        leadOfSome wholeItem 13, lowerInDuties -8, lowerInDuties lowerWordInWholeItem -6, lowerInDuties noneOfTerms
        -9, lowerInDuties partOfRun 6, lowerInDuties wholeItem 14, lowerItemInRequirements 11, lowerItemInRequirements
        wholeItem 11, lowerWord -16, lowerWord oneWord -16, lowerWordInDuties lowerWordInWholeItem -6,
        lowerWordInDuties noneOfTerms 6, lowerWordInDuties wholeItem -6, manyWords -27, nameAfterLeadInDuties 36,
        nameInBracketsInDuties 32, nameInDuties noneOfTerms 13, nameInDuties oneWord 12, nameInDuties partOfRun -28,
        noneOfTerms 5, noneOfTerms oneWord 32, noneOfTerms partOfRun 24, noneOfTerms twoWords -15, noneOfTerms
        wholeItem 12, oneWord 33, oneWord partOfRun -13, oneWord wholeItem 41, partOfRun -25, partOfRun threeWords 5,
        threeWords -12, threeWords wholeItem -8, twoWords 6, twoWords wholeItem -13
        """)
}
