#define _GNU_SOURCE
#include "inspector.h"
#include "protocol.h"
#include "report.h"
#include "sandbox.h"
#include "serve.h"
#include <fcntl.h>
#include <iconv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

/// Inspects a PDF of our own, so that every library and table is in memory before files are out of reach.
static int warm(void) {
    // glibc unloads a conversion that nobody has open; Poppler opens and closes its own with every text.
    if (iconv_open("UTF-16", "UTF-8") == (iconv_t)-1 || iconv_open("UTF-8", "UTF-16") == (iconv_t)-1)
        return -1;
    size_t count = strlen(kr_warming_pdf);
    struct kr_pdf *pdf;
    if (kr_pdf_read(kr_warming_pdf, count, 1, &pdf) != KR_PDF_READ)
        return -1;
    int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
    int result = nowhere < 0 ? -1 : kr_report_write(pdf, nowhere);
    int has_text = pdf->pages[0].word_count == 2;
    close(nowhere);
    kr_pdf_free(pdf);
    return has_text ? result : -1;
}

static int inspect(const struct kr_job *job) {
    struct stat status;
    if (fstat(job->input, &status) != 0 || status.st_size <= 0)
        return KR_PDF_DAMAGED;
    size_t count = (size_t)status.st_size;
    void *bytes = mmap(NULL, count, PROT_READ, MAP_PRIVATE, job->input, 0);
    if (bytes == MAP_FAILED)
        return KR_PDF_TOO_COMPLEX;
    struct kr_pdf *pdf;
    enum kr_pdf_status result = kr_pdf_read(bytes, count, job->option ? job->option : KR_DEFAULT_MOST_PAGES, &pdf);
    if (result == KR_PDF_READ && kr_report_write(pdf, job->output) != 0)
        result = KR_PDF_TOO_COMPLEX;
    return result; // Nothing is freed: the process ends here.
}

int main(void) {
    if (fcntl(KR_CONTROL_DESCRIPTOR, F_GETFD) < 0) {
        fputs("pdf-inspector is started by kongresume, with a socket as descriptor 3\n", stderr);
        return 2;
    }
    kr_end_with_pool();
    if (warm() != 0) {
        fputs("Poppler cannot read a simple PDF\n", stderr);
        return 1;
    }
    const char *readable = getenv("KONGRESUME_READABLE");
    int sandbox = kr_sandbox_enter(readable ? readable : "");
    unsetenv("KONGRESUME_READABLE");
    struct kr_job job;
    kr_serve(sandbox);
    kr_take_job(&job);
    kr_finish(inspect(&job));
}
