internal import CXML2

/// A page as a list of nodes in the order of the document. What libxml2 made of it is copied and let go at once; no step
/// recurses, however deep the page nests.
struct HTMLPage: Sendable {
    enum Content: Sendable, Hashable {
        case element(name: String, attributes: [String: String])
        case text(String)
        case comment(String)
    }

    struct Node: Sendable {
        let content: Content
        /// The index behind the last node that is inside this one.
        fileprivate(set) var end: Int
    }

    private(set) var nodes: [Node] = []

    /// Reads anything: what is no HTML becomes text. More than `most` nodes are left out.
    init(_ html: String, most: Int = 200_000) {
        // To libxml2 a NUL is the end.
        var bytes = html.utf8.map { CChar(bitPattern: $0 == 0 ? 0x20 : $0) }
        bytes.removeLast(max(0, bytes.count - (8 << 20)))
        let options =
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
            | HTML_PARSE_NONET.rawValue
        guard !bytes.isEmpty,
            let document = htmlReadMemory(&bytes, CInt(bytes.count), nil, "UTF-8", CInt(bitPattern: options))
        else { return }
        defer { xmlFreeDoc(document) }
        copy(document, most)
    }

    private mutating func copy(_ document: xmlDocPtr, _ most: Int) {
        var open: [Int] = []
        var next = document.pointee.children
        while let node = next, nodes.count < most {
            let content = Self.content(node)
            if let content { nodes.append(Node(content: content, end: nodes.count + 1)) }
            if node.pointee.type == XML_ELEMENT_NODE, let child = node.pointee.children {
                open.append(nodes.count - 1)
                next = child
                continue
            }
            var last: xmlNodePtr? = node
            while let current = last, current.pointee.next == nil {
                last = current.pointee.parent
                guard last?.pointee.type == XML_ELEMENT_NODE, let index = open.popLast() else {
                    last = nil
                    break
                }
                nodes[index].end = nodes.count
            }
            next = last?.pointee.next
        }
        for index in open { nodes[index].end = nodes.count }
    }

    private static func content(_ node: xmlNodePtr) -> Content? {
        func text() -> String { node.pointee.content.map { String(cString: $0) } ?? "" }
        switch node.pointee.type {
        case XML_TEXT_NODE, XML_CDATA_SECTION_NODE: return .text(text())
        case XML_COMMENT_NODE: return .comment(text())
        case XML_ELEMENT_NODE:
            var attributes: [String: String] = [:]
            var attribute = node.pointee.properties
            while let current = attribute {
                let value = current.pointee.children?.pointee.content.map { String(cString: $0) } ?? ""
                if let name = current.pointee.name { attributes[String(cString: name)] = value }
                attribute = current.pointee.next
            }
            return .element(name: node.pointee.name.map { String(cString: $0) } ?? "", attributes: attributes)
        default: return nil
        }
    }
}

extension HTMLPage {
    /// Elements that hold no words for a reader.
    private static let silent: Set<String> = [
        "script", "style", "noscript", "template", "button", "svg", "head",
    ]
    private static let blocks: Set<String> = [
        "p", "div", "section", "article", "ul", "ol", "table", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "header",
        "footer", "main", "blockquote", "dt", "dd", "dl",
    ]

    func elements(where matches: (_ name: String, _ attributes: [String: String]) -> Bool) -> [Int] {
        nodes.indices.filter { index in
            if case .element(let name, let attributes) = nodes[index].content { return matches(name, attributes) }
            return false
        }
    }

    func elements(ofClass name: String, in range: Range<Int>? = nil) -> [Int] {
        (range ?? 0..<nodes.count).filter { index in
            guard case .element(_, let attributes) = nodes[index].content, let classes = attributes["class"] else {
                return false
            }
            return classes.split(whereSeparator: \.isWhitespace).contains { $0 == name }
        }
    }

    func inside(_ index: Int) -> Range<Int> { index + 1..<nodes[index].end }

    /// The words inside an element on one line; `nil` if there are none.
    func line(_ index: Int) -> String? {
        let line = text(index).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return line.isEmpty ? nil : line
    }

    /// The text inside an element, with a line for each block and `• ` before the items of lists.
    func text(_ index: Int) -> String {
        var text = ""
        var ends: [(at: Int, isBlock: Bool)] = []
        var position = index
        while position < nodes[index].end {
            while let end = ends.last, end.at <= position {
                if end.isBlock { text += "\n" }
                ends.removeLast()
            }
            switch nodes[position].content {
            case .comment: break
            case .text(let words): text += Self.flowing(words)
            case .element(let name, _):
                if Self.silent.contains(name), position != index {
                    position = nodes[position].end
                    continue
                }
                switch name {
                case "br": text += "\n"
                case "li": text += "\n• "
                case _ where Self.blocks.contains(name): text += "\n"
                default: break
                }
                ends.append((nodes[position].end, name == "li" || Self.blocks.contains(name)))
            }
            position += 1
        }
        return text
    }

    /// What is inside as it was written, such as a script or a comment.
    func source(_ index: Int) -> String {
        inside(index).reduce(into: "") { source, position in
            switch nodes[position].content {
            case .text(let text), .comment(let text): source += text
            case .element: break
            }
        }
    }

    /// White space of the source, line breaks too, is one space to a reader (CSS Text 3, 4.1.1).
    private static func flowing(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if [" ", "\n", "\r", "\t"].contains(scalar) {
                if scalars.last != " " { scalars.append(" ") }
            } else {
                scalars.append(scalar)
            }
        }
        return String(scalars)
    }
}
