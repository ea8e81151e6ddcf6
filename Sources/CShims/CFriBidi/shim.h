// The Unicode bidirectional algorithm (UAX #9) by GNU FriBidi.
#pragma once

#include <fribidi.h>
#include <stdlib.h>

/// The embedding level of each character of one line. Returns 1, or 0 when memory ran out. FriBidi's constants for
/// directions are macros of casts, which Swift cannot see.
static inline int kr_bidi_levels(const uint32_t *text, int count, int right_to_left, int8_t *levels) {
    FriBidiCharType *types = malloc((size_t)count * sizeof *types);
    FriBidiBracketType *brackets = malloc((size_t)count * sizeof *brackets);
    FriBidiParType base = right_to_left ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
    int highest = 0;
    if (types && brackets) {
        fribidi_get_bidi_types(text, count, types);
        fribidi_get_bracket_types(text, count, types, brackets);
        highest = fribidi_get_par_embedding_levels_ex(types, brackets, count, &base, levels);
    }
    free(types);
    free(brackets);
    return highest != 0;
}
