// What a program that meets hostile input gives up before it meets it.
#pragma once

/// Leaves the process able to read below `readable` (paths separated by colons), to use the descriptors it has, and
/// nothing else: no write, no other file, no program, no socket. Returns the KR_SANDBOX_… bits that are in force: on a
/// kernel without Landlock or seccomp the rest still is.
int kr_sandbox_enter(const char *readable);

/// Takes from a child what only its parent needs: to fork and to signal. Returns 0, or -1.
int kr_sandbox_tighten(void);
