// Written by Tests/Evaluation/fit_skills.py; not by hand.
extension SkillWeights {
    /// From this likelihood on a phrase is a skill.
    static let sure: Float = 0.6

    /// Of the lexicon's terms.
    static let known = SkillWeights(
        """
        afterAct 11, afterAct allLower 10, afterAct inDuties 8, afterAct lowerInDuties 8, afterArticle -10,
        afterArticle allLower -10, afterArticle beforeEnd -27, afterArticle beforeNoun 8, afterArticle besideKnown 10,
        afterArticle besideManyKnown -7, afterArticle endsCommon 11, afterArticle inBullet -10, afterArticle inDuties
        -34, afterArticle inList -14, afterArticle inPreferred 22, afterArticle lowerInDuties -24, afterArticle
        lowerWord 7, afterArticle lowerWordInDuties -11, afterArticle partOfRun 19, afterArticle twoWords -8,
        afterBind 10, afterBind allLower -16, afterBind beforeEnd -13, afterBind beforeNoun -6, afterBind besideKnown
        5, afterBind endsInS -20, afterBind inBullet 12, afterBind lowerWord -24, afterBind lowerWordInDuties -16,
        afterBind partOfRun -8, afterBind wholeItem -19, afterBreak -23, afterBreak allLower -22, afterBreak
        beforeNoun -6, afterBreak besideKnown -23, afterBreak inDuties -8, afterBreak inRequirements -13, afterBreak
        lowerInDuties -12, afterBreak oneWord -6, afterBreak partOfRun -6, afterIntroduction 20, afterIntroduction
        afterLead 20, afterIntroduction introducedBefore 20, afterKnown -9, afterKnown beforeEnd -10, afterKnown
        besideKnown -9, afterKnown inBullet -6, afterKnown inRequirements -8, afterKnown lowerWord -7, afterKnown
        oneWord -5, afterKnown partOfRun -9, afterLead -8, afterLead allCapital -10, afterLead allLower -9, afterLead
        beforeBind 7, afterLead beforeEnd 24, afterLead beforeLead -20, afterLead beforeNoun 11, afterLead besideKnown
        -18, afterLead capitalAfterLead -10, afterLead hasCommon -5, afterLead inBullet -6, afterLead inList 10,
        afterLead inPreferred -19, afterLead inRequirements 7, afterLead inRomance 10, afterLead introducedBefore 14,
        afterLead lowerInDuties -9, afterLead lowerWord 8, afterLead partOfRun -6, afterLead twoWords -8, afterNoun
        -6, afterNoun allCapital 15, afterNoun allLower -15, afterNoun beforeBind -12, afterNoun beforeEnd -5,
        afterNoun beforeNoun 8, afterNoun besideKnown -11, afterNoun besideManyKnown 5, afterNoun endsCommon 16,
        afterNoun endsInS -20, afterNoun hasCommon 9, afterNoun inBullet -12, afterNoun inDuties 11, afterNoun
        inPreferred -12, afterNoun inRequirements -5, afterNoun introducedBefore -19, afterNoun lowerInDuties 5,
        afterNoun lowerWord -29, afterNoun oneWord -22, afterNoun partOfRun -6, afterNoun twoWords 6, afterUse -21,
        allCapital 21, allCapital beforeBind -9, allCapital beforeEnd 13, allCapital beforeNoun 9, allCapital
        besideKnown -22, allCapital capitalAfterLead -10, allCapital inBullet 5, allCapital inDuties 14, allCapital
        inGerman -14, allCapital isCanonical 15, allCapital nameInDuties 16, allCapital oneWord 21, allCapital
        partOfRun 24, allCapital plainInGerman -14, allCapital twoWords -13, allLower -25, allLower beforeBreak -20,
        allLower beforeEnd 6, allLower beforeLead -14, allLower beforeNoun -14, allLower besideKnown 5, allLower
        besideManyKnown -10, allLower besideNames 5, allLower endsInIng 19, allLower endsInPerson -8, allLower endsInS
        -17, allLower endsInTion 20, allLower firstInUnit 5, allLower hasCommon -24, allLower hasNoSkill 6, allLower
        hasOpening -62, allLower inBullet 9, allLower inDuties -12, allLower inPreferred -15, allLower inRomance -6,
        allLower introducedBefore 18, allLower isJoined 5, allLower lowerInDuties -12, allLower lowerWord -14,
        allLower lowerWordInDuties -5, allLower manyWords -18, allLower oneWord -14, allLower partOfRun -21, allLower
        threeWords -9, allLower twoWords 17, allLower wholeItem 29, beforeBind 9, beforeBind besideKnown 21,
        beforeBind endsInS -8, beforeBind inBullet 9, beforeBind inDuties -20, beforeBind inRequirements 28,
        beforeBind lowerInDuties -10, beforeBind lowerWord 10, beforeBind lowerWordInDuties 8, beforeBind oneWord 27,
        beforeBreak -11, beforeBreak inPreferred -12, beforeBreak lowerWord -26, beforeBreak lowerWordInDuties -5,
        beforeBreak oneWord -17, beforeBreak twoWords 12, beforeEnd 5, beforeEnd besideKnown -5, beforeEnd endsCommon
        -17, beforeEnd endsInIng 29, beforeEnd endsInPerson -7, beforeEnd firstInUnit 10, beforeEnd hasCapitals 5,
        beforeEnd hasCommon -41, beforeEnd hasOpening -17, beforeEnd inBullet -13, beforeEnd inDuties 17, beforeEnd
        inPreferred -21, beforeEnd inRequirements 8, beforeEnd introducedBefore 8, beforeEnd isCanonical 14, beforeEnd
        lowerWordInDuties -8, beforeEnd manyWords 5, beforeEnd partOfRun -14, beforeEnd threeWords 13, beforeEnd
        twoWords -11, beforeEnd wholeItem 15, beforeKnown inBullet -7, beforeKnown inDuties 9, beforeKnown
        lowerInDuties 5, beforeKnown lowerWord -16, beforeKnown oneWord -14, beforeLead -11, beforeLead
        besideManyKnown -25, beforeLead endsInS -13, beforeLead firstInUnit -17, beforeLead hasCommon 7, beforeLead
        inBullet 31, beforeLead inDuties 10, beforeLead inRequirements -15, beforeLead inRomance -10, beforeLead
        lowerWord 7, beforeLead partOfRun 5, beforeLead twoWords -8, beforeNoun beginsWithAct -18, beforeNoun
        besideKnown -8, beforeNoun endsInPerson -12, beforeNoun endsInS 22, beforeNoun firstCapital 6, beforeNoun
        firstInUnit 12, beforeNoun hasCommon 5, beforeNoun inBullet 25, beforeNoun inDuties -12, beforeNoun
        inPreferred 19, beforeNoun inRomance 13, beforeNoun introducedBefore 15, beforeNoun lowerWordInDuties 17,
        beforeNoun oneWord 10, beforeNoun threeWords 10, beforeNoun twoWords -19, beginsWithAct besideKnown -5,
        beginsWithAct firstCapital -13, beginsWithAct firstInUnit -12, beginsWithAct partOfRun -15, beginsWithAct
        twoWords 10, besideKnown endsCommon 7, besideKnown endsInIng -8, besideKnown endsInPerson 9, besideKnown
        endsInS 31, besideKnown endsInTion 15, besideKnown firstCapital 7, besideKnown hasCapitals 19, besideKnown
        hasOpening -9, besideKnown inBrackets -13, besideKnown inBullet -18, besideKnown inDuties 13, besideKnown
        inGerman -15, besideKnown inPreferred 8, besideKnown inRequirements -22, besideKnown inRomance 10, besideKnown
        introducedBefore 15, besideKnown isCanonical 17, besideKnown lowerItemInRequirements 7, besideKnown lowerWord
        6, besideKnown lowerWordInDuties 16, besideKnown lowerWordInWholeItem 8, besideKnown manyWords -5, besideKnown
        nameInDuties -6, besideKnown oneWord -6, besideKnown partOfRun -19, besideKnown threeWords 10, besideKnown
        wholeItem 19, besideManyKnown endsInS -11, besideManyKnown hasCommon -5, besideManyKnown inBullet -9,
        besideManyKnown inDuties -7, besideManyKnown inList 16, besideManyKnown introducedBefore 18, besideManyKnown
        lowerInDuties -13, besideManyKnown lowerWordInDuties -5, besideManyKnown partOfRun 6, besideNames -5,
        besideNames oneWord -11, besideNames partOfRun 9, bias 167, capitalAfterLead -10, capitalAfterLead oneWord -6,
        endsCommon -11, endsCommon hasCommon -11, endsCommon inList 7, endsCommon inPreferred -14, endsCommon
        inRequirements 5, endsCommon partOfRun 17, endsCommon twoWords 19, endsInIcs 19, endsInIng 16, endsInIng
        inBullet -19, endsInIng inDuties 14, endsInIng inRequirements 14, endsInIng lowerInDuties 13, endsInIng
        lowerWord -10, endsInIng oneWord -9, endsInIng partOfRun -16, endsInIng twoWords 31, endsInLogy 8, endsInMent
        -5, endsInPerson inDuties -20, endsInPerson inRequirements 22, endsInPerson lowerInDuties -11, endsInPerson
        lowerWord -5, endsInPerson lowerWordInDuties -7, endsInPerson oneWord -11, endsInPerson twoWords 14, endsInS
        firstCapital 9, endsInS firstInUnit 19, endsInS hasCommon -7, endsInS hasOpening 15, endsInS inBullet 14,
        endsInS inList 10, endsInS inPreferred 10, endsInS inRequirements -10, endsInS inRomance 8, endsInS
        introducedBefore -6, endsInS lowerInDuties -6, endsInS lowerWord -11, endsInS threeWords 6, endsInS twoWords
        -5, endsInTion 11, endsInTion inBullet 11, endsInTion oneWord 18, endsInUng -6, firstCapital 5, firstCapital
        hasCommon -12, firstCapital hasOpening -10, firstCapital inBullet 12, firstCapital inDuties -14, firstCapital
        inPreferred 18, firstCapital lowerInDuties -15, firstCapital partOfRun 12, firstCapital threeWords -18,
        firstCapital twoWords 14, firstInUnit hasCommon -6, firstInUnit hasOpening -20, firstInUnit inDuties -18,
        firstInUnit inPreferred 23, firstInUnit inRequirements -8, firstInUnit lowerInDuties -11, firstInUnit
        lowerWord 15, firstInUnit oneWord 24, firstInUnit partOfRun 17, firstInUnit threeWords -13, firstInUnit
        twoWords -12, hasCapitals 6, hasCapitals inRequirements 5, hasCapitals oneWord -5, hasCapitals partOfRun -7,
        hasCapitals wholeItem -9, hasCommon -17, hasCommon hasNoSkill -6, hasCommon hasOpening -35, hasCommon inBullet
        -7, hasCommon inDuties -7, hasCommon inList -13, hasCommon inPreferred -7, hasCommon partOfRun 13, hasCommon
        threeWords -8, hasCommon wholeItem -10, hasMixed 17, hasNoSkill -10, hasNoSkill inBullet -7, hasNoSkill
        inDuties 5, hasNoSkill inRequirements -7, hasNumber 10, hasOpening -55, hasOpening inBullet -24, hasOpening
        inRequirements -36, hasOpening isJoined 13, hasOpening lowerInDuties -5, hasOpening lowerWord -40, hasOpening
        oneWord -40, hasOpening partOfRun -18, hasSoft -6, inBrackets -7, inBrackets inBullet -15, inBrackets inDuties
        -18, inBrackets oneWord -11, inBullet 19, inBullet inDuties 12, inBullet inList 17, inBullet inRequirements 7,
        inBullet inRomance 7, inBullet introducedBefore -16, inBullet isCanonical 14, inBullet lowerInDuties 13,
        inBullet lowerItemInRequirements 9, inBullet lowerWord -8, inBullet lowerWordInWholeItem 11, inBullet
        nameInDuties -17, inBullet oneWord 13, inBullet wholeItem 15, inDuties -11, inDuties inList -12, inDuties
        inRomance -5, inDuties lowerInDuties -12, inDuties lowerWord -5, inDuties lowerWordInDuties -5, inDuties
        lowerWordInWholeItem -10, inDuties nameInDuties 8, inDuties oneWord -11, inDuties partOfRun 9, inGerman -11,
        inGerman plainInGerman -14, inList inPreferred -10, inList inRequirements 20, inList lowerWord 7, inList
        oneWord -7, inList partOfRun -14, inList wholeItem 10, inPreferred oneWord 12, inPreferred partOfRun 8,
        inPreferred twoWords -15, inPreferred wholeItem -17, inRequirements 13, inRequirements inRomance 19,
        inRequirements introducedBefore 15, inRequirements lowerWord -9, inRequirements oneWord 8, inRequirements
        partOfRun -24, inRequirements twoWords 9, inRequirements wholeItem 16, inRomance 11, inRomance lowerInDuties
        -9, inRomance lowerWord 13, inRomance lowerWordInDuties -11, inRomance oneWord 13, inRomance partOfRun 14,
        introducedBefore 18, introducedBefore lowerWord -9, introducedBefore oneWord -11, introducedBefore partOfRun
        -6, introducedBefore twoWords 17, isCanonical 34, isCanonical oneWord 27, isCareer -19, isField -47, isJoined
        13, isLanguage 45, lowerInDuties -12, lowerInDuties lowerWord -5, lowerInDuties lowerWordInDuties -5,
        lowerInDuties lowerWordInWholeItem -10, lowerInDuties oneWord -5, lowerInDuties partOfRun 14, lowerInDuties
        threeWords 5, lowerInDuties twoWords -14, lowerInDuties wholeItem 18, lowerWholeUnit 13, lowerWord -14,
        lowerWord lowerWordInDuties -5, lowerWord oneWord -14, lowerWord partOfRun -30, lowerWordInDuties -5,
        lowerWordInDuties lowerWordInWholeItem -10, lowerWordInDuties oneWord -5, lowerWordInDuties partOfRun 22,
        lowerWordInDuties wholeItem -10, manyWords -8, nameAfterLeadInDuties 17, nameInBracketsInDuties -14,
        nameInDuties 8, nameInDuties partOfRun -9, oneWord 9, oneWord partOfRun -31, oneWord wholeItem 9, partOfRun
        -8, partOfRun threeWords 19, plainInGerman -14, threeWords 5, threeWords wholeItem -6, twoWords -6, twoWords
        wholeItem -5
        """)

    /// Of other phrases.
    static let unknown = SkillWeights(
        """
        afterAct allLower 8, afterAct inDuties 20, afterAct lowerInDuties 31, afterArticle allLower -22, afterArticle
        allOfTerms 15, afterArticle beforeEnd -25, afterArticle beforeLead -9, afterArticle beforeNoun 8, afterArticle
        endsCommon -10, afterArticle hasCommon 9, afterArticle headOfMany 7, afterArticle headOfNoTerm -11,
        afterArticle headOfNone -13, afterArticle headOfSome 21, afterArticle inBullet -5, afterArticle inDuties -29,
        afterArticle inList -8, afterArticle inPreferred 16, afterArticle inRequirements 15, afterArticle leadOfFew
        -15, afterArticle leadOfNone 7, afterArticle lowerInDuties 16, afterArticle lowerWordInDuties 10, afterArticle
        noneOfTerms -5, afterArticle oneWord -19, afterArticle threeWords 21, afterArticle twoWords -34, afterBind 15,
        afterBind allLower 17, afterBind allOfTerms -20, afterBind beforeEnd -14, afterBind beforeNoun 12, afterBind
        besideKnown 30, afterBind endsInS -6, afterBind hasCommon -18, afterBind headOfNone 15, afterBind inBullet -7,
        afterBind inDuties -27, afterBind inRequirements -11, afterBind leadOfFew 6, afterBind leadOfNone 18,
        afterBind lowerInDuties -10, afterBind lowerWord 8, afterBind lowerWordInDuties 11, afterBind oneWord 23,
        afterBind partOfRun 5, afterBind wholeItem -19, afterBreak -25, afterBreak allLower -16, afterBreak allOfTerms
        15, afterBreak besideKnown -11, afterBreak headOfNone -34, afterBreak inBullet 5, afterBreak inDuties -7,
        afterBreak inRequirements -6, afterBreak leadOfNone -34, afterBreak lowerWord -7, afterBreak lowerWordInDuties
        9, afterBreak noneOfTerms -28, afterBreak partOfRun 14, afterIntroduction 32, afterIntroduction afterLead 32,
        afterIntroduction introducedBefore 32, afterKnown -11, afterKnown allLower -6, afterKnown allOfTerms -7,
        afterKnown beforeEnd 24, afterKnown besideKnown -11, afterKnown inDuties -13, afterKnown inRequirements -9,
        afterKnown leadOfSome -7, afterKnown lowerWord 8, afterKnown oneWord 6, afterKnown partOfRun -11, afterLead
        allCapital -10, afterLead allLower 12, afterLead beforeBind 20, afterLead beforeEnd 13, afterLead beforeLead
        20, afterLead beforeNoun -11, afterLead capitalAfterLead -10, afterLead endsCommon -9, afterLead endsInS 6,
        afterLead hasCommon -6, afterLead headOfNoTerm -29, afterLead headOfNone 5, afterLead headOfSome -12,
        afterLead inDuties 6, afterLead inPreferred -5, afterLead inRomance -25, afterLead introducedBefore -7,
        afterLead leadOfFew 17, afterLead leadOfNone -15, afterLead leadOfSome -10, afterLead lowerInDuties -47,
        afterLead oneWord 16, afterLead partOfRun -21, afterLead twoWords 32, afterNoun -16, afterNoun allCapital -17,
        afterNoun allOfTerms -13, afterNoun beforeBreak 21, afterNoun beforeEnd -23, afterNoun beforeLead 5, afterNoun
        beforeNoun -8, afterNoun besideKnown -18, afterNoun endsInPerson -15, afterNoun hasCommon -6, afterNoun
        headOfFew -6, afterNoun headOfNone 6, afterNoun headOfSome -15, afterNoun inBullet -8, afterNoun inDuties 10,
        afterNoun inList -15, afterNoun inPreferred -31, afterNoun introducedBefore -10, afterNoun leadOfFew -22,
        afterNoun leadOfNoTerm -5, afterNoun leadOfNone 6, afterNoun leadOfSome 5, afterNoun lowerInDuties 11,
        afterNoun lowerWord -15, afterNoun lowerWordInDuties -11, afterNoun noneOfTerms 12, afterNoun oneWord -17,
        afterNoun partOfRun -16, afterNoun twoWords 6, afterUse 48, allCapital 23, allCapital allOfTerms 15,
        allCapital beforeBind -22, allCapital beforeEnd 23, allCapital beforeNoun -15, allCapital besideKnown 33,
        allCapital capitalAfterLead -10, allCapital headOfNone -22, allCapital inBullet 33, allCapital inDuties -9,
        allCapital inList -7, allCapital inPreferred 15, allCapital inRequirements 18, allCapital leadOfFew 16,
        allCapital leadOfNone -10, allCapital leadOfSome -24, allCapital nameInDuties -9, allCapital noneOfTerms -35,
        allCapital oneWord -34, allCapital partOfRun -27, allCapital twoWords 7, allLower -24, allLower allOfTerms 20,
        allLower beforeBind 9, allLower beforeBreak -13, allLower beforeEnd -13, allLower beforeKnown -14, allLower
        beforeLead -20, allLower beforeNoun -5, allLower beginsWithAct -5, allLower beginsWithKnown 14, allLower
        besideKnown 7, allLower besideNames 28, allLower endsInIng 33, allLower endsInS 17, allLower endsInTion 28,
        allLower endsWithKnown 38, allLower firstCapital -8, allLower firstInUnit 7, allLower hasCommon -47, allLower
        hasNoSkill -13, allLower hasOpening -16, allLower headOfFew -5, allLower headOfMany 44, allLower headOfNoTerm
        -26, allLower headOfNone -49, allLower headOfSome 12, allLower holdsKnown 29, allLower inBrackets -48,
        allLower inBullet 20, allLower inDuties -11, allLower inList -24, allLower inRequirements -9, allLower
        inRomance 20, allLower isJoined 34, allLower leadOfFew 8, allLower leadOfNoTerm -31, allLower leadOfNone -14,
        allLower leadOfSome 13, allLower lowerInDuties -11, allLower lowerItemInRequirements 10, allLower lowerWord
        -14, allLower lowerWordInWholeItem -5, allLower manyWords -35, allLower noneOfTerms -23, allLower oneWord -14,
        allLower partOfRun -8, allLower twoWords 25, allOfTerms 5, allOfTerms beforeBind 6, allOfTerms beforeBreak -6,
        allOfTerms beforeEnd 7, allOfTerms beforeKnown -14, allOfTerms beforeLead -5, allOfTerms beginsWithAct -10,
        allOfTerms beginsWithKnown -22, allOfTerms besideKnown -10, allOfTerms besideManyKnown 18, allOfTerms
        besideNames -23, allOfTerms endsInIng 16, allOfTerms endsInPerson -16, allOfTerms firstCapital 5, allOfTerms
        hasCapitals 22, allOfTerms hasCommon -12, allOfTerms hasNoSkill -9, allOfTerms hasOpening 6, allOfTerms
        headOfMany -7, allOfTerms headOfNoTerm 15, allOfTerms headOfSome -7, allOfTerms inBrackets -29, allOfTerms
        inDuties 10, allOfTerms inList 21, allOfTerms inRomance 5, allOfTerms leadOfSome 7, allOfTerms lowerWord -10,
        allOfTerms nameInDuties -10, allOfTerms oneWord 6, allOfTerms wholeItem -9, beforeBind 36, beforeBind
        besideKnown 17, beforeBind endsInS -29, beforeBind firstInUnit 14, beforeBind headOfFew 6, beforeBind
        headOfMany 19, beforeBind headOfNone 12, beforeBind inBullet -5, beforeBind inRequirements 18, beforeBind
        leadOfFew -10, beforeBind leadOfNone 14, beforeBind leadOfSome 6, beforeBind lowerWord -8, beforeBind oneWord
        8, beforeBind partOfRun -13, beforeBind twoWords 19, beforeBind wholeItem -19, beforeBreak -25, beforeBreak
        endsInS 18, beforeBreak firstInUnit -7, beforeBreak headOfFew -9, beforeBreak headOfNone -27, beforeBreak
        inDuties -26, beforeBreak inPreferred -8, beforeBreak inRequirements 9, beforeBreak leadOfNone -5, beforeBreak
        lowerInDuties -8, beforeBreak lowerWord -5, beforeBreak lowerWordInDuties -12, beforeBreak noneOfTerms -16,
        beforeBreak oneWord -14, beforeBreak partOfRun 35, beforeBreak twoWords 5, beforeEnd beginsWithKnown -26,
        beforeEnd besideKnown 12, beforeEnd besideManyKnown -6, beforeEnd endsCommon -13, beforeEnd endsInIng 27,
        beforeEnd endsInPerson 12, beforeEnd endsInS 21, beforeEnd endsWithKnown 10, beforeEnd firstInUnit -17,
        beforeEnd hasCapitals -9, beforeEnd hasOpening 13, beforeEnd headOfFew 21, beforeEnd headOfNoTerm -10,
        beforeEnd headOfNone -9, beforeEnd headOfSome -6, beforeEnd holdsKnown 11, beforeEnd inBrackets 32, beforeEnd
        inBullet -5, beforeEnd inDuties 13, beforeEnd inList 22, beforeEnd inPreferred -24, beforeEnd inRequirements
        8, beforeEnd inRomance -7, beforeEnd introducedBefore 17, beforeEnd leadOfFew 10, beforeEnd leadOfNoTerm -18,
        beforeEnd leadOfSome 9, beforeEnd lowerInDuties -8, beforeEnd lowerItemInRequirements 30, beforeEnd lowerWord
        -29, beforeEnd lowerWordInDuties 11, beforeEnd manyWords -9, beforeEnd nameInDuties 24, beforeEnd noneOfTerms
        28, beforeEnd threeWords -12, beforeEnd twoWords 22, beforeEnd wholeItem 14, beforeKnown -14, beforeKnown
        besideKnown -14, beforeKnown inBullet -7, beforeKnown inDuties 12, beforeKnown lowerInDuties 8, beforeKnown
        partOfRun -14, beforeLabel 39, beforeLead -17, beforeLead besideKnown -10, beforeLead besideManyKnown -13,
        beforeLead endsCommon -19, beforeLead endsInS 5, beforeLead firstCapital -11, beforeLead hasCommon -20,
        beforeLead headOfFew 6, beforeLead headOfMany 6, beforeLead headOfNoTerm -18, beforeLead headOfNone -7,
        beforeLead inBullet 14, beforeLead inDuties 16, beforeLead inRequirements -11, beforeLead inRomance 5,
        beforeLead leadOfFew -13, beforeLead leadOfNoTerm -14, beforeLead leadOfNone -9, beforeLead leadOfSome 18,
        beforeLead lowerInDuties 17, beforeLead lowerWord -15, beforeLead lowerWordInDuties 6, beforeLead noneOfTerms
        -8, beforeLead oneWord -13, beforeLead twoWords -22, beforeNoun -8, beforeNoun besideKnown 17, beforeNoun
        besideManyKnown 15, beforeNoun endsCommon -5, beforeNoun endsInPerson 14, beforeNoun endsInS -15, beforeNoun
        firstCapital -16, beforeNoun firstInUnit 11, beforeNoun hasCommon -19, beforeNoun headOfFew -25, beforeNoun
        headOfMany 6, beforeNoun headOfSome 8, beforeNoun inDuties -9, beforeNoun inList -16, beforeNoun inPreferred
        13, beforeNoun inRequirements -12, beforeNoun introducedBefore -9, beforeNoun leadOfSome -11, beforeNoun
        partOfRun -8, beforeNoun threeWords 7, beforeOpen -9, beginsWithAct -9, beginsWithAct besideKnown -16,
        beginsWithAct firstCapital -10, beginsWithAct headOfMany -21, beginsWithAct inBullet 6, beginsWithAct
        lowerWord -14, beginsWithAct lowerWordInDuties -7, beginsWithAct oneWord -15, beginsWithAct partOfRun 9,
        beginsWithAct twoWords 5, beginsWithKnown inBullet -5, beginsWithKnown twoWords -22, besideKnown endsCommon
        -30, besideKnown endsInIng 22, besideKnown endsWithKnown -16, besideKnown firstCapital -31, besideKnown
        firstInUnit -42, besideKnown hasCommon -13, besideKnown hasMixed -6, besideKnown hasNoSkill -21, besideKnown
        hasOpening -10, besideKnown headOfFew 21, besideKnown headOfMany -21, besideKnown headOfNoTerm 10, besideKnown
        headOfNone 6, besideKnown headOfSome -20, besideKnown inBrackets -9, besideKnown inBullet -13, besideKnown
        inGerman -27, besideKnown inList 9, besideKnown inPreferred -18, besideKnown inRequirements 11, besideKnown
        inRomance -12, besideKnown leadOfNoTerm 9, besideKnown leadOfSome -9, besideKnown lowerInDuties 20,
        besideKnown lowerItemInRequirements 33, besideKnown lowerWord -10, besideKnown lowerWordInDuties 20,
        besideKnown lowerWordInWholeItem 20, besideKnown manyWords -10, besideKnown nameInDuties -19, besideKnown
        noneOfTerms -9, besideKnown oneWord 11, besideKnown partOfRun -7, besideKnown threeWords -22, besideKnown
        twoWords 17, besideKnown wholeItem 22, besideManyKnown endsInS -25, besideManyKnown hasCommon -7,
        besideManyKnown headOfFew -19, besideManyKnown headOfMany 18, besideManyKnown headOfNoTerm 14, besideManyKnown
        headOfNone 5, besideManyKnown headOfSome -14, besideManyKnown holdsKnown 15, besideManyKnown inBullet 36,
        besideManyKnown inDuties -7, besideManyKnown inRequirements 11, besideManyKnown leadOfFew 11, besideManyKnown
        leadOfNone -21, besideManyKnown leadOfSome -14, besideManyKnown lowerInDuties -15, besideManyKnown noneOfTerms
        -5, besideManyKnown partOfRun 8, besideManyKnown twoWords 12, besideNames 22, besideNames inDuties -9,
        besideNames partOfRun -21, bias -249, capitalAfterLead -10, endsCommon headOfFew -27, endsCommon headOfMany
        67, endsCommon headOfNoTerm -13, endsCommon headOfSome -16, endsCommon inBullet -20, endsCommon inList 12,
        endsCommon inPreferred -5, endsCommon inRequirements 7, endsCommon leadOfFew 7, endsCommon leadOfNone -12,
        endsCommon leadOfSome -5, endsCommon lowerWord -13, endsCommon lowerWordInDuties -6, endsCommon oneWord -30,
        endsCommon partOfRun -6, endsInIcs 10, endsInIng 12, endsInIng lowerWord 10, endsInIng oneWord 8, endsInIng
        partOfRun -34, endsInIng twoWords 23, endsInIty 20, endsInMent 28, endsInPerson -17, endsInPerson headOfNoTerm
        -6, endsInPerson inBullet -20, endsInPerson inDuties -5, endsInPerson inRequirements -17, endsInPerson
        leadOfFew -5, endsInPerson leadOfSome -14, endsInPerson lowerInDuties 12, endsInPerson lowerWord 5,
        endsInPerson lowerWordInDuties 14, endsInPerson oneWord -5, endsInPerson twoWords 9, endsInS 8, endsInS
        firstCapital 12, endsInS firstInUnit -14, endsInS hasOpening -5, endsInS headOfNoTerm 12, endsInS holdsKnown
        -40, endsInS inPreferred -12, endsInS inRequirements 15, endsInS inRomance 13, endsInS introducedBefore -7,
        endsInS leadOfFew -11, endsInS leadOfNoTerm 11, endsInS leadOfSome 10, endsInS lowerInDuties 19, endsInS
        lowerWordInDuties -10, endsInS noneOfTerms -13, endsInS partOfRun -6, endsInS threeWords 11, endsInS twoWords
        17, endsInS wholeItem -27, endsInTion 32, endsInTion inBullet 21, endsInTion oneWord 17, endsInUng 9,
        endsWithKnown -16, endsWithKnown holdsKnown -16, endsWithKnown inBullet -7, endsWithKnown inDuties -19,
        endsWithKnown partOfRun -12, endsWithKnown twoWords 28, firstCapital 5, firstCapital firstInUnit -5,
        firstCapital hasCommon 28, firstCapital headOfMany 10, firstCapital headOfNoTerm 26, firstCapital headOfNone
        -24, firstCapital headOfSome -8, firstCapital holdsKnown -9, firstCapital inBullet 8, firstCapital inDuties
        -5, firstCapital inPreferred 8, firstCapital leadOfFew 13, firstCapital leadOfNone 26, firstCapital leadOfSome
        -18, firstCapital lowerInDuties -27, firstCapital lowerWordInDuties -26, firstCapital partOfRun -13,
        firstCapital threeWords 14, firstCapital twoWords -15, firstInUnit 15, firstInUnit hasCommon 5, firstInUnit
        headOfFew 22, firstInUnit headOfMany -9, firstInUnit headOfNoTerm 7, firstInUnit holdsKnown -14, firstInUnit
        inBullet 20, firstInUnit inDuties -22, firstInUnit inPreferred 30, firstInUnit inRequirements 7, firstInUnit
        leadOfFew 12, firstInUnit leadOfSome 21, firstInUnit lowerInDuties -20, firstInUnit lowerWordInDuties -16,
        firstInUnit noneOfTerms -10, firstInUnit oneWord 5, firstInUnit partOfRun 5, firstInUnit twoWords -8,
        firstInUnit wholeItem 5, hasCapitals 46, hasCapitals inBullet -10, hasCapitals inPreferred 29, hasCapitals
        inRequirements 14, hasCapitals oneWord 63, hasCapitals partOfRun 7, hasCapitals twoWords 7, hasCapitals
        wholeItem 9, hasCommon -8, hasCommon hasNoSkill 17, hasCommon hasOpening -11, hasCommon headOfFew -13,
        hasCommon headOfMany 70, hasCommon headOfNoTerm -24, hasCommon headOfNone -18, hasCommon headOfSome -24,
        hasCommon inDuties -29, hasCommon inList 19, hasCommon inPreferred 7, hasCommon inRequirements 14, hasCommon
        leadOfFew -8, hasCommon leadOfNone 5, hasCommon leadOfSome -15, hasCommon lowerInDuties -25, hasCommon
        lowerWord -13, hasCommon lowerWordInDuties -6, hasCommon oneWord -30, hasCommon partOfRun -32, hasCommon
        threeWords 18, hasCommon twoWords -31, hasCommon wholeItem 17, hasMixed 23, hasNoSkill -49, hasNoSkill
        inBullet -37, hasNoSkill inDuties -29, hasNoSkill inRequirements -16, hasNoSkill oneWord -59, hasNoSkill
        partOfRun -18, hasNumber -9, hasOpening -15, hasOpening holdsKnown 5, hasOpening inDuties 36, hasOpening
        inRequirements -33, hasOpening isJoined 6, hasOpening lowerInDuties 21, hasOpening lowerWord -12, hasOpening
        manyWords -18, hasOpening oneWord -16, hasOpening partOfRun -22, hasOpening threeWords 38, hasSoft -29,
        headOfFew holdsKnown 15, headOfFew inBullet -7, headOfFew inDuties -10, headOfFew inList 14, headOfFew
        inPreferred 6, headOfFew inRomance 15, headOfFew introducedBefore 29, headOfFew leadOfFew -14, headOfFew
        leadOfNone 6, headOfFew lowerWord -16, headOfFew lowerWordInDuties 5, headOfFew oneWord 8, headOfFew partOfRun
        -10, headOfFew threeWords 5, headOfFew twoWords -27, headOfFew wholeItem 8, headOfMany 22, headOfMany inBullet
        8, headOfMany inDuties -16, headOfMany inList 6, headOfMany inPreferred 29, headOfMany inRequirements 9,
        headOfMany leadOfFew -5, headOfMany lowerInDuties -11, headOfMany lowerWord 6, headOfMany manyOfTermsInItem
        -6, headOfMany oneWord -25, headOfMany threeWords 11, headOfMany twoWords 31, headOfMany wholeItem -6,
        headOfNoTerm -9, headOfNoTerm holdsKnown -39, headOfNoTerm inBullet -20, headOfNoTerm inList 7, headOfNoTerm
        inPreferred 14, headOfNoTerm inRequirements -20, headOfNoTerm leadOfFew 14, headOfNoTerm leadOfNoTerm -9,
        headOfNoTerm leadOfNone -22, headOfNoTerm leadOfSome 9, headOfNoTerm lowerInDuties -7, headOfNoTerm lowerWord
        -16, headOfNoTerm lowerWordInDuties -8, headOfNoTerm oneWord 38, headOfNoTerm partOfRun -12, headOfNoTerm
        twoWords -24, headOfNone -8, headOfNone inBullet 20, headOfNone inDuties 5, headOfNone inList -17, headOfNone
        inPreferred -8, headOfNone inRequirements -5, headOfNone inRomance 14, headOfNone introducedBefore 10,
        headOfNone leadOfNone -8, headOfNone leadOfSome -11, headOfNone noneOfTerms 5, headOfNone oneWord 31,
        headOfNone threeWords -15, headOfNone wholeItem 9, headOfSome inBullet 17, headOfSome inDuties 13, headOfSome
        inList -16, headOfSome inPreferred -27, headOfSome inRequirements 10, headOfSome lowerInDuties 9, headOfSome
        lowerWord 16, headOfSome lowerWordInDuties 9, headOfSome oneWord -16, headOfSome twoWords 23, holdsKnown
        inBullet -12, holdsKnown inDuties 17, holdsKnown inPreferred -19, holdsKnown leadOfFew -29, holdsKnown
        leadOfNone -21, holdsKnown leadOfSome 14, holdsKnown lowerInDuties -6, holdsKnown partOfRun -14, holdsKnown
        wholeItem -30, inBrackets inDuties 35, inBrackets oneWord -5, inBullet 17, inBullet inDuties 13, inBullet
        inGerman -8, inBullet inPreferred 29, inBullet inRequirements -26, inBullet inRomance 13, inBullet leadOfFew
        18, inBullet leadOfNone -8, inBullet leadOfSome 5, inBullet lowerInDuties -20, inBullet
        lowerItemInRequirements 12, inBullet lowerWord -20, inBullet lowerWordInDuties -8, inBullet
        lowerWordInWholeItem 11, inBullet manyWords -7, inBullet nameInDuties 26, inBullet noneOfTerms -5, inBullet
        oneWord 15, inBullet threeWords 7, inBullet wholeItem 18, inDuties -10, inDuties inGerman -17, inDuties inList
        -23, inDuties inRomance 19, inDuties leadOfFew 10, inDuties leadOfNoTerm -6, inDuties leadOfNone -10, inDuties
        lowerInDuties -11, inDuties manyWords -13, inDuties oneWord 17, inDuties partOfRun -5, inDuties threeWords
        -11, inDuties wholeItem 8, inGerman -17, inGerman leadOfNone 6, inGerman oneWord -5, inList -7, inList
        inPreferred -28, inList inRequirements 44, inList leadOfNone -6, inList leadOfSome -12, inList lowerInDuties
        34, inList lowerWordInDuties 5, inList lowerWordInWholeItem 19, inList oneWord 15, inList partOfRun -14,
        inList threeWords -7, inList twoWords 7, inList wholeItem 9, inPreferred 14, inPreferred introducedBefore 18,
        inPreferred leadOfFew -7, inPreferred leadOfNone 16, inPreferred leadOfSome -5, inPreferred lowerWord -12,
        inPreferred oneWord 13, inPreferred partOfRun -13, inPreferred twoWords 8, inPreferred wholeItem 20,
        inRequirements inRomance 5, inRequirements introducedBefore 7, inRequirements leadOfFew -5, inRequirements
        leadOfSome 5, inRequirements lowerItemInRequirements 10, inRequirements oneWord 7, inRequirements threeWords
        -11, inRequirements wholeItem -21, inRomance 13, inRomance leadOfNone -16, inRomance lowerInDuties 8,
        inRomance lowerWord -30, inRomance lowerWordInDuties -39, inRomance noneOfTerms -6, inRomance oneWord -17,
        inRomance partOfRun -23, inRomance twoWords 7, introducedBefore 23, introducedBefore leadOfFew -5,
        introducedBefore leadOfNone 13, introducedBefore leadOfSome 7, introducedBefore lowerWord 10, introducedBefore
        oneWord 14, introducedBefore partOfRun -28, introducedBefore twoWords 7, introducedItem 13, isField 6,
        isJoined 6, leadOfFew lowerWord 8, leadOfFew oneWord 24, leadOfFew partOfRun -23, leadOfFew threeWords -8,
        leadOfFew twoWords 6, leadOfFew wholeItem -10, leadOfNoTerm lowerInDuties -11, leadOfNoTerm twoWords -15,
        leadOfNone 5, leadOfNone noneOfTerms 5, leadOfNone oneWord 31, leadOfNone threeWords -7, leadOfNone twoWords
        -12, leadOfSome -5, leadOfSome lowerWord -21, leadOfSome lowerWordInDuties 5, leadOfSome oneWord -23,
        leadOfSome threeWords -18, leadOfSome twoWords 26, leadOfSome wholeItem 10, lowerInDuties -11, lowerInDuties
        noneOfTerms -5, lowerInDuties partOfRun 20, lowerInDuties threeWords -7, lowerInDuties twoWords 8,
        lowerInDuties wholeItem 8, lowerItemInRequirements 10, lowerItemInRequirements wholeItem 10, lowerWord -14,
        lowerWord lowerWordInWholeItem -5, lowerWord oneWord -14, lowerWord partOfRun -9, lowerWord wholeItem -5,
        lowerWordInDuties partOfRun 7, lowerWordInWholeItem -5, lowerWordInWholeItem oneWord -5, lowerWordInWholeItem
        wholeItem -5, manyOfTermsInItem -6, manyOfTermsInItem wholeItem -6, manyWords -22, nameAfterLeadInDuties 35,
        nameInBracketsInDuties 27, nameInDuties oneWord 15, nameInDuties partOfRun -21, noneOfTerms 5, noneOfTerms
        oneWord 31, noneOfTerms partOfRun 7, noneOfTerms twoWords -18, noneOfTerms wholeItem 8, oneWord 37, oneWord
        partOfRun -7, oneWord wholeItem 30, partOfRun -20, threeWords -19, twoWords 5, twoWords wholeItem -5,
        wholeItem 6
        """)
}
