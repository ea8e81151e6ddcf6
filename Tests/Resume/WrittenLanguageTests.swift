import Foundation
import Resume
import Testing

/// A profile that does not say its language has the one that its letters tell.
struct WrittenLanguageTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../samples/profiles").standardizedFileURL

    /// The samples that say their language, in letters that tell it.
    private static let files = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
        .filter { file in
            ["ar", "bg", "el", "he", "hi", "ja", "ko", "ru", "th", "uk", "zh"].contains { file.hasPrefix($0 + "-") }
        }.sorted()

    @Test(arguments: files)
    func `a sample without its language is read in that language`(file: String) throws {
        let json = try JSON(parsing: Array(Data(contentsOf: Self.folder.appending(path: file))))
        let members = try #require(json.object).filter { $0.name != "language" }
        let traditional = file.hasPrefix("zh-hant")
        #expect(try Profile(json: .object(members)).language == (traditional ? "zh-Hant" : String(file.prefix(2))))
    }

    @Test func `there are samples of eleven languages`() {
        #expect(Set(Self.files.map { $0.prefix(2) }).count == 11)
    }

    @Test(arguments: [
        ("en", "Nurse with eight years in intensive care"),
        // English as before, whoever is quoted in it.
        ("en", "Led the team of 山田 太郎 and אבי כהן at Κόσμος AE"),
        ("ja", "Go と Kubernetes による開発"),
        ("ko", "Kubernetes 기반 서비스 개발과 운영"),
        ("fa", "مهندس نرم‌افزار با ده سال سابقه در طراحی سامانه‌های بزرگ"),
        ("ur", "سافٹ ویئر انجینئر جو بڑے نظام بناتے ہیں"),
        // Serbian and Kazakh letters, for which there is no wording.
        ("en", "Инжењер са десет година искуства у пројектима"),
        ("en", "Қазақ тіліндегі мәтін үшін өңдеуші"),
        ("en", "2019 – 2024: +12 %"),
    ])
    func `most letters decide`(language: String, label: String) throws {
        let profile = try Profile(json: ["basics": ["name": "Ana", "label": .string(label)]])
        #expect(profile.language == language)
    }

    @Test func `a name decides where there is nothing else, and what is said decides before all`() throws {
        #expect(try Profile(json: ["basics": ["name": "דנה לוי"]]).language == "he")
        #expect(try Profile(json: ["basics": ["name": "דנה לוי"], "language": "en"]).language == "en")
        #expect(try Profile(json: ["basics": ["name": "דנה לוי", "label": "Nurse"]]).language == "en")
    }
}
