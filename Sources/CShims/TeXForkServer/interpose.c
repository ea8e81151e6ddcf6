// Loaded into a stock TeX engine (LD_PRELOAD), this library stops it where it opens a magic input name: by then the
// format, the fonts and the map are in memory. From there it serves (CForkServer); a child gets its body, its PDF and
// its log through memory, and ends where the engine would have ended.

#define _GNU_SOURCE
#include "sandbox.h"
#include "serve.h"
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define EXPORTED __attribute__((visibility("default")))

/// The name that the format's last line reads, and the names that the engine makes of `-jobname=resume`.
static const char magic_name[] = "kongresume-job.tex";
static const char log_name[] = "resume.log";
static const char pdf_name[] = "resume.pdf";

static int sandbox;
static struct kr_job job = {-1, -1, -1, 0};
static int log_descriptor = -1;

typedef FILE *open_function(const char *, const char *);
typedef void exit_function(int);

static open_function *real_fopen;
static exit_function *real_exit;

__attribute__((constructor)) static void enter(void) {
    real_fopen = (open_function *)dlsym(RTLD_NEXT, "fopen");
    real_exit = (exit_function *)dlsym(RTLD_NEXT, "exit");
    log_descriptor = memfd_create("log", MFD_CLOEXEC);
    const char *readable = getenv("KONGRESUME_READABLE");
    if (readable)
        sandbox = kr_sandbox_enter(readable);
    unsetenv("KONGRESUME_READABLE");
    unsetenv("LD_PRELOAD");
}

static int is_named(const char *path, const char *name) {
    const char *slash = strrchr(path, '/');
    return strcmp(slash ? slash + 1 : path, name) == 0;
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

static FILE *open_body(void) {
    if (kr_is_child())
        return refuse(); // A body that inputs itself.
    kr_serve(sandbox, &job);
    dup2(job.log, log_descriptor);
    return fdopen(job.input, "r");
}

static FILE *open_pdf(void) {
    if (!kr_is_child() || job.output < 0)
        return refuse();
    FILE *file = fdopen(job.output, "w");
    job.output = -1;
    return file;
}

EXPORTED FILE *fopen(const char *path, const char *mode) {
    if (mode[0] == 'r' && !strchr(mode, '+'))
        return is_named(path, magic_name) ? open_body() : real_fopen(path, mode);
    if (is_named(path, log_name))
        return open_log();
    return is_named(path, pdf_name) ? open_pdf() : refuse();
}

EXPORTED _Noreturn void exit(int status) {
    if (kr_is_child()) {
        fflush(NULL);
        kr_finish(status);
    }
    real_exit(status);
    abort(); // Not reached; tells the compiler that exit does not return.
}
