// Loaded into a stock TeX engine (LD_PRELOAD), this library stops it where it opens a magic input name: by then the
// format, the fonts and the map are in memory. From there it serves (CForkServer); a child gets its body, its PDF and
// its log through memory, and ends when its PDF is complete, or where the engine would have ended.

#define _GNU_SOURCE
#include "sandbox.h"
#include "serve.h"
#include "zero_memory.h"
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define EXPORTED __attribute__((visibility("default")))

/// Where the engine forks, where its child waits for the job, and the names it makes of `-jobname=resume`. A program
/// that has nothing to prepare in the child opens only its job.
static const char fork_name[] = "kongresume-fork.tex";
static const char job_prefix[] = "kongresume-job.";
static const char log_name[] = "resume.log";
static const char pdf_name[] = "resume.pdf";
static const char xdv_name[] = "resume.xdv";

static int sandbox;
static struct kr_job job = {-1, -1, -1, 0};
static int log_descriptor = -1;
static int nowhere = -1;
static int mappings = -1;
/// What a child of pdfTeX writes.
static FILE *pdf;

typedef FILE *open_function(const char *, const char *);
typedef void exit_function(int);

static open_function *real_fopen;
static exit_function *real_exit;

__attribute__((constructor)) static void enter(void) {
    kr_end_with_pool();
    real_fopen = (open_function *)dlsym(RTLD_NEXT, "fopen");
    real_exit = (exit_function *)dlsym(RTLD_NEXT, "exit");
    log_descriptor = memfd_create("log", MFD_CLOEXEC);
    nowhere = open("/dev/null", O_RDWR | O_CLOEXEC);
    mappings = kr_open_mappings();
    const char *readable = getenv("KONGRESUME_READABLE");
    if (readable)
        sandbox = kr_sandbox_enter(readable);
    unsetenv("KONGRESUME_READABLE");
    unsetenv("LD_PRELOAD");
}

static const char *base_name(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static FILE *refuse(void) {
    errno = EACCES;
    return NULL;
}

/// The engine's log begins before the fork. Until then it goes nowhere; the child puts its own in the same descriptor.
static FILE *open_log(void) {
    static int opened;
    if (opened || log_descriptor < 0)
        return refuse();
    opened = 1;
    return fdopen(log_descriptor, "w");
}

/// Returns in a child, for which the engine's log goes nowhere until its job brings one.
static void fork_here(void) {
    kr_give_back_zeros(mappings);
    kr_serve(sandbox);
    dup2(nowhere, log_descriptor);
    dup2(nowhere, 1);
    dup2(nowhere, 2);
}

static FILE *open_fork(void) {
    if (kr_is_child())
        return refuse();
    fork_here();
    return fdopen(nowhere, "r"); // An empty file; what follows it prepares the child.
}

static FILE *open_job(void) {
    if (job.input >= 0)
        return refuse(); // A body that inputs itself.
    if (!kr_is_child())
        fork_here();
    kr_take_job(&job);
    dup2(job.log, log_descriptor);
    return fdopen(job.input, "r");
}

static FILE *open_output(void) {
    if (job.output < 0)
        return refuse();
    FILE *file = fdopen(job.output, "w");
    job.output = -1;
    return file;
}

EXPORTED FILE *fopen(const char *path, const char *mode) {
    const char *name = base_name(path);
    if (mode[0] == 'r' && !strchr(mode, '+')) {
        if (strcmp(name, fork_name) == 0)
            return open_fork();
        return strncmp(name, job_prefix, sizeof job_prefix - 1) == 0 ? open_job() : real_fopen(path, mode);
    }
    if (strcmp(name, log_name) == 0)
        return open_log();
    if (strcmp(name, pdf_name) == 0)
        return pdf = open_output();
    return strcmp(name, xdv_name) == 0 ? open_output() : refuse();
}

static _Noreturn void finish(int status) {
    fflush(NULL);
    kr_finish(status);
}

/// Behind the last line of its PDF pdfTeX gives back all that it holds, piece by piece, and each is on a page of memory
/// that would have to be copied from the parent's first: a fifth of the time that it takes for a document. An error
/// ends it before that line (-halt-on-error).
EXPORTED size_t fwrite(const void *bytes, size_t size, size_t count, FILE *file) {
    static const char last_line[] = "%%EOF\n";
    const size_t length = sizeof last_line - 1;
    size_t written = fwrite_unlocked(bytes, size, count, file); // The engine has one thread.
    if (pdf && file == pdf && written == count && size * count >= length &&
        memcmp((const char *)bytes + size * count - length, last_line, length) == 0)
        finish(0);
    return written;
}

EXPORTED _Noreturn void exit(int status) {
    if (kr_is_child())
        finish(status);
    real_exit(status);
    abort(); // Not reached; tells the compiler that exit does not return.
}
