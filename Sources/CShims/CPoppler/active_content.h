// What a PDF would do besides being read: scripts, programs, files, forms; and where its links lead.
#pragma once

#include "poppler_core.h"
#include <string>
#include <vector>

struct ActiveContent {
    struct Finding {
        const char *kind;
        std::string where;
    };
    std::vector<Finding> findings;
    std::vector<std::string> links;
    uint32_t fields = 0;

    void read_catalog(PDFDoc &document);
    void read_page(Page &page, int number);

  private:
    void note(const char *kind, const std::string &where);
    void read_action(const Object &action, const std::string &where, int depth);
    void read_actions(const Object &actions, const std::string &where);
    void read_annotation(const Object &annotation, const std::string &where);
};
