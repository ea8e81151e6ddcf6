// Poppler's own classes. poppler-cpp, which is built on them, reads a page once for each question and has no answer to
// what is hidden, so they are used directly. They change from version to version: what is used of them is kept to the
// files beside this one, and to calls that have been there for years.
#pragma once
#pragma GCC system_header // Their warnings are not ours.

#include <Annot.h>
#include <Catalog.h>
#include <Error.h>
#include <ErrorCodes.h>
#include <Gfx.h>
#include <GfxFont.h>
#include <GfxState.h>
#include <GlobalParams.h>
#include <Object.h>
#include <OutputDev.h>
#include <PDFDoc.h>
#include <PDFDocEncoding.h>
#include <Page.h>
#include <Stream.h>
#include <TextOutputDev.h>
#include <goo/GooString.h>
