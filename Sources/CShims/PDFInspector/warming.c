#include "inspector.h"

// A font that is not embedded brings in fontconfig, text and metadata bring in iconv's UTF-16. There is no table of
// objects: Poppler rebuilds it, and that it can is worth knowing before the first job.
const char kr_warming_pdf[] = "%PDF-1.4\n"
                              "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                              "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                              "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
                              "/Resources<</Font<</F 5 0 R>>>>>>endobj\n"
                              "4 0 obj<</Length 39>>stream\n"
                              "BT /F 12 Tf 72 700 Td (Warm caf\\351) Tj ET\n"
                              "endstream endobj\n"
                              "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica"
                              "/Encoding/WinAnsiEncoding>>endobj\n"
                              "6 0 obj<</Title<FEFF00E9>/CreationDate(D:20000101000000Z)>>endobj\n"
                              "trailer<</Root 1 0 R/Info 6 0 R/Size 7>>\n"
                              "%%EOF\n";
