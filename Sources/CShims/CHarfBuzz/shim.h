// HarfBuzz's subsetter (https://harfbuzz.github.io/harfbuzz-hb-subset.html).
#pragma once

#include <hb-ot.h>
#include <hb-subset.h>
#include <hb.h>
