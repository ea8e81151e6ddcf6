// libxml2's HTML parser (https://gnome.pages.gitlab.gnome.org/libxml2/devhelp/libxml2-HTMLparser.html).
#pragma once

#include <libxml/xmlversion.h>
// Debian's libxml2 shows ICU's types in the tail of a structure that is not used here; Foundation brings an ICU of its
// own, and Swift takes no two definitions of one type.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
