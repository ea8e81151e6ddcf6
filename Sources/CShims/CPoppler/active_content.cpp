#include "active_content.h"
#include <algorithm>

namespace {

constexpr size_t most_findings = 50, most_links = 200;
constexpr int most_annotations = 2000, deepest = 8;

/// ISO 32000-1, 12.6.4, and what is common outside of it. Going to a page or an address is what links are for.
const char *action_kind(const Object &type) {
    const struct {
        const char *name, *kind;
    } kinds[] = {{"JavaScript", "javascript"},       {"Launch", "launch"},        {"SubmitForm", "submit-form"},
                 {"ImportData", "import-data"},      {"GoToR", "go-to-remote"},   {"GoToE", "embedded-file"},
                 {"Rendition", "rich-media"},        {"Movie", "rich-media"},     {"Sound", "rich-media"},
                 {"RichMediaExecute", "rich-media"}, {"GoTo3DView", "rich-media"}};
    for (const auto &each : kinds)
        if (type.isName(each.name))
            return each.kind;
    return nullptr;
}

/// A name tree with something in it (ISO 32000-1, 7.9.6).
bool holds_names(const Object &tree) {
    return tree.isDict() && (tree.dictLookup("Names").isArray() || tree.dictLookup("Kids").isArray());
}

} // namespace

void ActiveContent::note(const char *kind, const std::string &where) {
    bool is_known = std::any_of(findings.begin(), findings.end(), [&](const Finding &each) {
        return each.kind == std::string_view(kind) && each.where == where;
    });
    if (!is_known && findings.size() < most_findings)
        findings.push_back({kind, where});
}

void ActiveContent::read_action(const Object &action, const std::string &where, int depth) {
    if (!action.isDict() || depth > deepest)
        return;
    Object type = action.dictLookup("S");
    if (const char *kind = action_kind(type))
        note(kind, where);
    if (type.isName("URI") && links.size() < most_links) {
        Object uri = action.dictLookup("URI");
        if (uri.isString())
            links.push_back(uri.getString()->toStr());
    }
    Object next = action.dictLookup("Next");
    if (next.isArray())
        for (int index = 0; index < std::min(next.arrayGetLength(), 20); index++)
            read_action(next.arrayGet(index), where, depth + 1);
    else
        read_action(next, where, depth + 1);
}

/// Actions by what sets them off (ISO 32000-1, 12.6.3).
void ActiveContent::read_actions(const Object &actions, const std::string &where) {
    if (!actions.isDict())
        return;
    for (int index = 0; index < std::min(actions.dictGetLength(), 30); index++)
        read_action(actions.dictLookup(actions.dictGetKey(index)), where, 0);
}

void ActiveContent::read_catalog(PDFDoc &document) {
    Object catalog = document.getXRef()->getCatalog();
    if (!catalog.isDict())
        return;
    Object open = catalog.dictLookup("OpenAction");
    if (open.isDict()) {
        read_action(open, "the document's opening", 0);
        Object type = open.dictLookup("S");
        if (!type.isName("GoTo") && !action_kind(type))
            note("open-action", "the document's opening");
    }
    read_actions(catalog.dictLookup("AA"), "the document");
    Object names = catalog.dictLookup("Names");
    if (names.isDict()) {
        if (holds_names(names.dictLookup("JavaScript")))
            note("javascript", "the document");
        if (holds_names(names.dictLookup("EmbeddedFiles")))
            note("embedded-file", "the document");
    }
    Object form = catalog.dictLookup("AcroForm");
    if (form.isDict()) {
        if (!form.dictLookup("XFA").isNull())
            note("xfa", "the document");
        Object all = form.dictLookup("Fields");
        if (all.isArray())
            fields = static_cast<uint32_t>(all.arrayGetLength());
    }
}

void ActiveContent::read_page(Page &page, int number) {
    std::string where = "page " + std::to_string(number);
    read_actions(page.getActions(), where);
    Object annotations = page.getAnnotsObject();
    if (!annotations.isArray())
        return;
    for (int index = 0; index < std::min(annotations.arrayGetLength(), most_annotations); index++)
        read_annotation(annotations.arrayGet(index), where);
}

void ActiveContent::read_annotation(const Object &annotation, const std::string &where) {
    if (!annotation.isDict())
        return;
    Object type = annotation.dictLookup("Subtype");
    for (const char *media : {"RichMedia", "Movie", "Sound", "Screen", "3D"})
        if (type.isName(media))
            note("rich-media", where);
    if (type.isName("FileAttachment"))
        note("embedded-file", where);
    read_action(annotation.dictLookup("A"), where, 0);
    read_actions(annotation.dictLookup("AA"), where);
}
