// The side of a fork server that lives in the warm program. Single-threaded by design: nothing here takes a lock.
#pragma once

#include <stdint.h>

/// A job's descriptors: what to read, where to write the result, where to write what a person may want to know.
struct kr_job {
    int input;
    int output;
    int log;
    uint32_t option;
};

/// Has the kernel end this process, stopped or not, when the thread of the pool that started it is gone. To be called
/// as soon as the program runs.
void kr_end_with_pool(void);

/// Serves the control socket until it closes, then ends the process. Returns only in a child, limited and confined,
/// which may now prepare itself before it asks for its job.
void kr_serve(int sandbox);

/// Waits for the child's one job. Ends the process when the pool lets go of the child instead.
void kr_take_job(struct kr_job *job);

/// Tells the pool how the job ended, and ends the child without running its exit handlers.
_Noreturn void kr_finish(int status);

/// Whether this process is a child.
int kr_is_child(void);
