#pragma once
#include <kpathsea/kpathsea.h>
