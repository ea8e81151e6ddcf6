internal import Resume

extension PDFFacts {
    /// Reads the report of pdf-inspector (CShims/PDFInspector/report.h). It was written by a process that a PDF may
    /// have taken over, so nothing in it is believed before it was looked at.
    init(report: [UInt8]) throws(InspectError) {
        let json: JSON
        do throws(JSONError) {
            json = try JSON(parsing: report, limits: JSON.Limits(bytes: 32 << 20, depth: 8))
        } catch {
            throw .unusableReport(error.description)
        }
        guard json[member: "version"]?.integer == 2 else { throw .unusableReport("not of version 2") }
        guard let facts = PDFFacts(json) else { throw .unusableReport("a member is missing or of another type") }
        self = facts
    }

    private init?(_ json: JSON) {
        guard let version = json[member: "pdf_version"]?.string,
            let isEncrypted = json[member: "encrypted"]?.bool,
            let peakMemory = json[member: "peak_memory"]?.integer,
            let actualTexts = json[member: "actual_text"]?.integer,
            let fields = json[member: "fields"]?.integer,
            let metadata = json[member: "metadata"].flatMap(Metadata.init),
            let fonts = json[member: "fonts"]?.array?.all(Font.init),
            let active = json[member: "active"]?.array?.all(Active.init),
            let links = json[member: "links"]?.array?.all(\.string),
            let faces = json[member: "font_names"]?.array?.all({ $0.string.map(Face.init) }),
            let pages = json[member: "pages"]?.array?.all({ Page($0, faces: faces) }),
            !pages.isEmpty
        else { return nil }
        self.init(
            version: version, isEncrypted: isEncrypted, peakMemory: peakMemory, actualTexts: actualTexts,
            fields: fields, metadata: metadata,
            fonts: fonts, active: active, links: links, pages: pages)
        putWordsInReadingOrder()
    }
}

extension PDFFacts.Metadata {
    fileprivate init?(_ json: JSON) {
        guard let title = json[member: "title"]?.string, let author = json[member: "author"]?.string,
            let subject = json[member: "subject"]?.string, let keywords = json[member: "keywords"]?.string,
            let creator = json[member: "creator"]?.string, let producer = json[member: "producer"]?.string
        else { return nil }
        self.init(
            title: title, author: author, subject: subject, keywords: keywords, creator: creator, producer: producer)
    }
}

extension PDFFacts.Font {
    fileprivate init?(_ json: JSON) {
        guard let name = json[member: "name"]?.string, let type = json[member: "type"]?.string,
            let isEmbedded = json[member: "embedded"]?.bool, let isSubset = json[member: "subset"]?.bool,
            let hasToUnicode = json[member: "to_unicode"]?.bool, let glyphs = json[member: "glyphs"]?.integer,
            let unmapped = json[member: "unmapped"]?.integer
        else { return nil }
        self.init(
            name: name, type: type, isEmbedded: isEmbedded, isSubset: isSubset, hasToUnicode: hasToUnicode,
            glyphs: glyphs, unmapped: unmapped)
    }
}

extension PDFFacts.Active {
    fileprivate init?(_ json: JSON) {
        guard let kind = json[member: "kind"]?.string, let place = json[member: "where"]?.string else { return nil }
        self.init(kind: kind, place: place)
    }
}

extension PDFFacts.Hidden {
    fileprivate init?(_ json: JSON) {
        guard let kind = json[member: "kind"]?.string.flatMap(Kind.init), let count = json[member: "count"]?.integer,
            let text = json[member: "text"]?.string
        else { return nil }
        self.init(kind: kind, count: count, text: text)
    }
}

extension PDFFacts.Page {
    fileprivate init?(_ json: JSON, faces: [PDFFacts.Face]) {
        guard let width = json[member: "width"]?.double, let height = json[member: "height"]?.double,
            let raw = json[member: "raw"]?.string, let reading = json[member: "reading"]?.string,
            let words = json[member: "words"]?.array?.all({ PDFFacts.Word($0, faces: faces) }),
            let hidden = json[member: "hidden"]?.array?.all(PDFFacts.Hidden.init),
            let artifact = json[member: "artifact"]?.string, let glyphs = json[member: "glyphs"]?.integer,
            let spaces = json[member: "spaces"]?.integer, let images = json[member: "images"]?.integer,
            let imageArea = json[member: "image_area"]?.double, let shapes = json[member: "shapes"]?.integer
        else { return nil }
        self.init(
            width: width, height: height, rawText: raw, readingText: reading, words: words, hidden: hidden,
            artifactText: artifact, glyphs: glyphs, spaces: spaces, images: images, imageArea: imageArea, shapes: shapes
        )
    }
}

extension PDFFacts.Word {
    fileprivate init?(_ json: JSON, faces: [PDFFacts.Face]) {
        guard let elements = json.array, elements.count >= 8,
            let left = elements[0].double, let top = elements[1].double,
            let right = elements[2].double, let bottom = elements[3].double,
            let text = elements[4].string, let font = elements[5].integer,
            let size = elements[6].double, let after = elements[7].integer.flatMap(PDFFacts.After.init)
        else { return nil }
        let face = faces.indices.contains(font) ? faces[font] : PDFFacts.Face("")
        self.init(
            text: text, box: PDFFacts.Box(left: left, top: top, right: right, bottom: bottom),
            face: face, fontSize: size, after: after)
    }
}

extension Array<JSON> {
    /// The elements, if each of them is what it should be.
    fileprivate func all<Part>(_ read: (JSON) -> Part?) -> [Part]? {
        var elements: [Part] = []
        elements.reserveCapacity(count)
        for value in self {
            guard let element = read(value) else { return nil }
            elements.append(element)
        }
        return elements
    }
}
