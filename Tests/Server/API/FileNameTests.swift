import Testing

@testable import API

@Suite struct FileNameTests {
    @Test(
        arguments: [
            (["Data Analyst", "Linear"], #"attachment; filename="Data-Analyst-Linear-resume.pdf""#),
            ([nil, nil], #"attachment; filename="resume.pdf""#),
            (["../../etc/passwd", "a\"b\\c\r\nX: y"], #"attachment; filename="etc-passwd-a-b-c-X-y-resume.pdf""#),
            (
                ["Chef de cuisine", "L'Œuvre"],
                #"attachment; filename="Chef-de-cuisine-L-_uvre-resume.pdf"; filename*=UTF-8''Chef-de-cuisine-L-%C5%92uvre-resume.pdf"#
            ),
        ] as [([String?], String)])
    func `a file name is safe everywhere and true in UTF-8`(parts: [String?], header: String) {
        #expect(FileName(parts[0], parts[1]).contentDisposition == header)
    }
}
