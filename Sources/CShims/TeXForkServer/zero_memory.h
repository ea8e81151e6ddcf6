// Memory that an engine has written nothing but zeros to.
#pragma once

/// Opens the list of this process's mappings, which a sandbox keeps it from later. -1 when there is none.
int kr_open_mappings(void);

/// Gives back to the kernel what holds only zeros, in blocks of 2 MB, and closes the list. It reads as zeros ever
/// after. XeTeX fills tables for every character of Unicode, and two fifths of its memory are zeros: memory that it
/// holds, and that the kernel has to go through for every fork.
void kr_give_back_zeros(int mappings);
