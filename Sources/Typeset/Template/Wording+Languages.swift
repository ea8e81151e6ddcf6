// The tables of each language: the heading of the summary, the end of what goes on, how months are written, and the
// headings in the order of `Section.Kind`: experience, projects, education, skills, certificates, languages, volunteer,
// awards, publications, interests, references.

extension Wording {
    static let english = Wording(
        "SUMMARY", "Present",
        .names(["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]),
        [
            "EXPERIENCE", "PROJECTS", "EDUCATION", "SKILLS", "CERTIFICATIONS", "LANGUAGES", "VOLUNTEERING", "AWARDS",
            "PUBLICATIONS", "INTERESTS", "REFERENCES",
        ])

    /// Of `zh-Hant`, and of `zh` in Taiwan, Hong Kong and Macao.
    static let traditionalChinese = Wording(
        "個人簡介", "至今", .pattern("{year}年{month}月", year: "{year}年"),
        ["工作經歷", "專案經歷", "學歷", "專業技能", "證照", "語言能力", "志工經歷", "獲獎紀錄", "著作發表", "興趣", "推薦人"])

    /// `nb` and `no`.
    private static let norwegian = Wording(
        "PROFIL", "nå",
        .names(["jan.", "feb.", "mars", "apr.", "mai", "juni", "juli", "aug.", "sep.", "okt.", "nov.", "des."]),
        [
            "ARBEIDSERFARING", "PROSJEKTER", "UTDANNING", "FERDIGHETER", "SERTIFISERINGER", "SPRÅK", "FRIVILLIG ARBEID",
            "UTMERKELSER", "PUBLIKASJONER", "INTERESSER", "REFERANSER",
        ])

    /// By primary language subtag.
    static let all: [String: Wording] = latin.merging(otherScripts) { wording, _ in wording }

    private static let latin: [String: Wording] = [
        "en": english,
        "nb": norwegian,
        "no": norwegian,
        "cs": Wording(
            "PROFIL", "současnost", .numbers(separator: "/"),
            [
                "PRACOVNÍ ZKUŠENOSTI", "PROJEKTY", "VZDĚLÁNÍ", "DOVEDNOSTI", "CERTIFIKÁTY", "JAZYKY", "DOBROVOLNICTVÍ",
                "OCENĚNÍ", "PUBLIKACE", "ZÁJMY", "REFERENCE",
            ]),
        "da": Wording(
            "PROFIL", "nu",
            .names(["jan.", "feb.", "mar.", "apr.", "maj", "jun.", "jul.", "aug.", "sep.", "okt.", "nov.", "dec."]),
            [
                "ERHVERVSERFARING", "PROJEKTER", "UDDANNELSE", "KOMPETENCER", "CERTIFICERINGER", "SPROG",
                "FRIVILLIGT ARBEJDE", "UDMÆRKELSER", "PUBLIKATIONER", "INTERESSER", "REFERENCER",
            ]),
        "de": Wording(
            "PROFIL", "heute", .numbers(separator: "/"),
            [
                "BERUFSERFAHRUNG", "PROJEKTE", "AUSBILDUNG", "KENNTNISSE", "ZERTIFIKATE", "SPRACHEN", "EHRENAMT",
                "AUSZEICHNUNGEN", "VERÖFFENTLICHUNGEN", "INTERESSEN", "REFERENZEN",
            ]),
        "es": Wording(
            "PERFIL", "actualidad",
            .names(["ene.", "feb.", "mar.", "abr.", "may.", "jun.", "jul.", "ago.", "sept.", "oct.", "nov.", "dic."]),
            [
                "EXPERIENCIA LABORAL", "PROYECTOS", "EDUCACIÓN", "COMPETENCIAS", "CERTIFICACIONES", "IDIOMAS",
                "VOLUNTARIADO", "PREMIOS", "PUBLICACIONES", "INTERESES", "REFERENCIAS",
            ]),
        "et": Wording(
            "PROFIIL", "praegu", .numbers(separator: "."),
            [
                "TÖÖKOGEMUS", "PROJEKTID", "HARIDUS", "OSKUSED", "SERTIFIKAADID", "KEELEOSKUS", "VABATAHTLIK TÖÖ",
                "TUNNUSTUSED", "PUBLIKATSIOONID", "HUVID", "SOOVITAJAD",
            ]),
        "fi": Wording(
            "PROFIILI", "nykyhetki", .pattern("{month}/{year}"),
            [
                "TYÖKOKEMUS", "PROJEKTIT", "KOULUTUS", "OSAAMINEN", "SERTIFIKAATIT", "KIELITAITO", "VAPAAEHTOISTYÖ",
                "PALKINNOT", "JULKAISUT", "KIINNOSTUKSEN KOHTEET", "SUOSITTELIJAT",
            ]),
        "fr": Wording(
            "PROFIL", "aujourd'hui",
            .names([
                "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc.",
            ]),
            [
                "EXPÉRIENCE PROFESSIONNELLE", "PROJETS", "FORMATION", "COMPÉTENCES", "CERTIFICATIONS", "LANGUES",
                "BÉNÉVOLAT", "DISTINCTIONS", "PUBLICATIONS", "CENTRES D'INTÉRÊT", "RÉFÉRENCES",
            ]),
        "hr": Wording(
            "PROFIL", "danas", .numbers(separator: "/"),
            [
                "RADNO ISKUSTVO", "PROJEKTI", "OBRAZOVANJE", "VJEŠTINE", "CERTIFIKATI", "JEZICI", "VOLONTIRANJE",
                "NAGRADE", "PUBLIKACIJE", "INTERESI", "PREPORUKE",
            ]),
        "hu": Wording(
            "SZAKMAI ÖSSZEFOGLALÓ", "jelenleg", .pattern("{year}. {MM}."),
            [
                "SZAKMAI TAPASZTALAT", "PROJEKTEK", "TANULMÁNYOK", "KÉSZSÉGEK", "TANÚSÍTVÁNYOK", "NYELVTUDÁS",
                "ÖNKÉNTES MUNKA", "DÍJAK", "PUBLIKÁCIÓK", "ÉRDEKLŐDÉSI KÖR", "REFERENCIÁK",
            ]),
        "id": Wording(
            "RINGKASAN", "sekarang",
            .names(["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"]),
            [
                "PENGALAMAN KERJA", "PROYEK", "PENDIDIKAN", "KEAHLIAN", "SERTIFIKASI", "BAHASA", "KEGIATAN SUKARELA",
                "PENGHARGAAN", "PUBLIKASI", "MINAT", "REFERENSI",
            ]),
        "it": Wording(
            "PROFILO", "oggi",
            .names(["gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic"]),
            [
                "ESPERIENZA PROFESSIONALE", "PROGETTI", "ISTRUZIONE", "COMPETENZE", "CERTIFICAZIONI", "LINGUE",
                "VOLONTARIATO", "PREMI", "PUBBLICAZIONI", "INTERESSI", "REFERENZE",
            ]),
        "lt": Wording(
            "PROFILIS", "dabar", .pattern("{year}-{MM}"),
            [
                "DARBO PATIRTIS", "PROJEKTAI", "IŠSILAVINIMAS", "ĮGŪDŽIAI", "SERTIFIKATAI", "KALBOS", "SAVANORYSTĖ",
                "APDOVANOJIMAI", "PUBLIKACIJOS", "POMĖGIAI", "REKOMENDACIJOS",
            ]),
        "lv": Wording(
            "PROFILS", "šobrīd", .numbers(separator: "."),
            [
                "DARBA PIEREDZE", "PROJEKTI", "IZGLĪTĪBA", "PRASMES", "SERTIFIKĀTI", "VALODAS", "BRĪVPRĀTĪGAIS DARBS",
                "APBALVOJUMI", "PUBLIKĀCIJAS", "INTERESES", "ATSAUKSMES",
            ]),
        "nl": Wording(
            "PROFIEL", "heden",
            .names(["jan.", "feb.", "mrt.", "apr.", "mei", "jun.", "jul.", "aug.", "sep.", "okt.", "nov.", "dec."]),
            [
                "WERKERVARING", "PROJECTEN", "OPLEIDING", "VAARDIGHEDEN", "CERTIFICATEN", "TALEN", "VRIJWILLIGERSWERK",
                "ONDERSCHEIDINGEN", "PUBLICATIES", "INTERESSES", "REFERENTIES",
            ]),
        "pl": Wording(
            "PODSUMOWANIE", "obecnie", .numbers(separator: "."),
            [
                "DOŚWIADCZENIE ZAWODOWE", "PROJEKTY", "WYKSZTAŁCENIE", "UMIEJĘTNOŚCI", "CERTYFIKATY", "JĘZYKI",
                "WOLONTARIAT", "NAGRODY", "PUBLIKACJE", "ZAINTERESOWANIA", "REFERENCJE",
            ]),
        "pt": Wording(
            "PERFIL", "atual",
            .names(["jan.", "fev.", "mar.", "abr.", "maio", "jun.", "jul.", "ago.", "set.", "out.", "nov.", "dez."]),
            [
                "EXPERIÊNCIA PROFISSIONAL", "PROJETOS", "FORMAÇÃO", "COMPETÊNCIAS", "CERTIFICAÇÕES", "IDIOMAS",
                "VOLUNTARIADO", "PRÊMIOS", "PUBLICAÇÕES", "INTERESSES", "REFERÊNCIAS",
            ]),
        "ro": Wording(
            "PROFIL", "prezent",
            .names(["ian.", "feb.", "mar.", "apr.", "mai", "iun.", "iul.", "aug.", "sept.", "oct.", "nov.", "dec."]),
            [
                "EXPERIENȚĂ PROFESIONALĂ", "PROIECTE", "EDUCAȚIE", "COMPETENȚE", "CERTIFICĂRI", "LIMBI", "VOLUNTARIAT",
                "PREMII", "PUBLICAȚII", "INTERESE", "REFERINȚE",
            ]),
        "sk": Wording(
            "PROFIL", "súčasnosť", .numbers(separator: "/"),
            [
                "PRACOVNÉ SKÚSENOSTI", "PROJEKTY", "VZDELANIE", "ZRUČNOSTI", "CERTIFIKÁTY", "JAZYKY",
                "DOBROVOĽNÍCTVO", "OCENENIA", "PUBLIKÁCIE", "ZÁUJMY", "REFERENCIE",
            ]),
        "sl": Wording(
            "PROFIL", "danes", .numbers(separator: "/"),
            [
                "DELOVNE IZKUŠNJE", "PROJEKTI", "IZOBRAZBA", "VEŠČINE", "CERTIFIKATI", "JEZIKI", "PROSTOVOLJSTVO",
                "NAGRADE", "OBJAVE", "INTERESI", "PRIPOROČILA",
            ]),
        "sv": Wording(
            "PROFIL", "nu",
            .names(["jan.", "feb.", "mars", "apr.", "maj", "juni", "juli", "aug.", "sep.", "okt.", "nov.", "dec."]),
            [
                "ARBETSLIVSERFARENHET", "PROJEKT", "UTBILDNING", "KOMPETENSER", "CERTIFIERINGAR", "SPRÅK",
                "IDEELLT ENGAGEMANG", "UTMÄRKELSER", "PUBLIKATIONER", "INTRESSEN", "REFERENSER",
            ]),
        "tr": Wording(
            "ÖZET", "halen",
            .names(["Oca", "Şub", "Mar", "Nis", "May", "Haz", "Tem", "Ağu", "Eyl", "Eki", "Kas", "Ara"]),
            [
                "İŞ DENEYİMİ", "PROJELER", "EĞİTİM", "BECERİLER", "SERTİFİKALAR", "DİLLER", "GÖNÜLLÜ ÇALIŞMALAR",
                "ÖDÜLLER", "YAYINLAR", "İLGİ ALANLARI", "REFERANSLAR",
            ]),
        "vi": Wording(
            "TÓM TẮT", "hiện tại", .numbers(separator: "/"),
            [
                "KINH NGHIỆM LÀM VIỆC", "DỰ ÁN", "HỌC VẤN", "KỸ NĂNG", "CHỨNG CHỈ", "NGÔN NGỮ", "HOẠT ĐỘNG TÌNH NGUYỆN",
                "GIẢI THƯỞNG", "ẤN PHẨM", "SỞ THÍCH", "NGƯỜI THAM CHIẾU",
            ]),
    ]

    private static let otherScripts: [String: Wording] = [
        "ar": Wording(
            "الملخص المهني", "حتى الآن",
            .names([
                "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر",
                "ديسمبر",
            ]),
            [
                "الخبرة العملية", "المشاريع", "التعليم", "المهارات", "الشهادات", "اللغات", "العمل التطوعي", "الجوائز",
                "المنشورات", "الاهتمامات", "المراجع",
            ]),
        "bg": Wording(
            "ПРОФИЛ", "понастоящем", .numbers(separator: "."),
            [
                "ПРОФЕСИОНАЛЕН ОПИТ", "ПРОЕКТИ", "ОБРАЗОВАНИЕ", "УМЕНИЯ", "СЕРТИФИКАТИ", "ЕЗИЦИ", "ДОБРОВОЛЧЕСТВО",
                "НАГРАДИ", "ПУБЛИКАЦИИ", "ИНТЕРЕСИ", "ПРЕПОРЪКИ",
            ]),
        "el": Wording(
            "ΠΡΟΦΙΛ", "σήμερα", .numbers(separator: "/"),
            [
                "ΕΠΑΓΓΕΛΜΑΤΙΚΗ ΕΜΠΕΙΡΙΑ", "ΕΡΓΑ", "ΕΚΠΑΙΔΕΥΣΗ", "ΔΕΞΙΟΤΗΤΕΣ", "ΠΙΣΤΟΠΟΙΗΣΕΙΣ", "ΓΛΩΣΣΕΣ",
                "ΕΘΕΛΟΝΤΙΣΜΟΣ", "ΔΙΑΚΡΙΣΕΙΣ", "ΔΗΜΟΣΙΕΥΣΕΙΣ", "ΕΝΔΙΑΦΕΡΟΝΤΑ", "ΣΥΣΤΑΣΕΙΣ",
            ]),
        "he": Wording(
            "תקציר", "היום",
            .names([
                "ינואר", "פברואר", "מרץ", "אפריל", "מאי", "יוני", "יולי", "אוגוסט", "ספטמבר", "אוקטובר", "נובמבר",
                "דצמבר",
            ]),
            [
                "ניסיון תעסוקתי", "פרויקטים", "השכלה", "מיומנויות", "הסמכות", "שפות", "התנדבות", "פרסים", "פרסומים",
                "תחומי עניין", "ממליצים",
            ]),
        "hi": Wording(
            "सारांश", "वर्तमान",
            .names([
                "जनवरी", "फ़रवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई", "अगस्त", "सितंबर", "अक्टूबर", "नवंबर",
                "दिसंबर",
            ]),
            [
                "कार्य अनुभव", "परियोजनाएँ", "शिक्षा", "कौशल", "प्रमाणपत्र", "भाषाएँ", "स्वयंसेवा", "पुरस्कार",
                "प्रकाशन", "रुचियाँ", "संदर्भ",
            ]),
        "ja": Wording(
            "職務要約", "現在", .pattern("{year}年{month}月", year: "{year}年"),
            ["職務経歴", "プロジェクト", "学歴", "スキル", "資格", "語学", "ボランティア活動", "受賞歴", "著書・論文", "趣味・関心", "推薦者"]),
        "ko": Wording(
            "자기소개", "현재", .pattern("{year}.{MM}"),
            ["경력", "프로젝트", "학력", "보유 기술", "자격증", "어학", "봉사 활동", "수상 경력", "논문 및 저서", "관심사", "추천인"]),
        "ru": Wording(
            "О СЕБЕ", "настоящее время", .numbers(separator: "."),
            [
                "ОПЫТ РАБОТЫ", "ПРОЕКТЫ", "ОБРАЗОВАНИЕ", "НАВЫКИ", "СЕРТИФИКАТЫ", "ЯЗЫКИ", "ВОЛОНТЁРСТВО", "НАГРАДЫ",
                "ПУБЛИКАЦИИ", "ИНТЕРЕСЫ", "РЕКОМЕНДАЦИИ",
            ]),
        "th": Wording(
            "ประวัติโดยย่อ", "ปัจจุบัน",
            .names([
                "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.",
            ]),
            [
                "ประสบการณ์ทำงาน", "โครงการ", "การศึกษา", "ทักษะ", "ใบรับรอง", "ภาษา", "งานอาสาสมัคร", "รางวัล",
                "ผลงานตีพิมพ์", "ความสนใจ", "บุคคลอ้างอิง",
            ]),
        "uk": Wording(
            "ПРО СЕБЕ", "дотепер", .numbers(separator: "."),
            [
                "ДОСВІД РОБОТИ", "ПРОЄКТИ", "ОСВІТА", "НАВИЧКИ", "СЕРТИФІКАТИ", "МОВИ", "ВОЛОНТЕРСТВО", "НАГОРОДИ",
                "ПУБЛІКАЦІЇ", "ІНТЕРЕСИ", "РЕКОМЕНДАЦІЇ",
            ]),
        "zh": Wording(
            "个人简介", "至今", .pattern("{year}年{month}月", year: "{year}年"),
            ["工作经历", "项目经历", "教育背景", "专业技能", "资格证书", "语言能力", "志愿者经历", "获奖情况", "论文著作", "兴趣爱好", "推荐人"]),
    ]
}
