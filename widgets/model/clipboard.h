// Copied layers as text: a project that holds only the part, so that it can be pasted in another window, or mailed.
#pragma once

#include "engine/io/project.h"

#include <QString>

namespace glassbox {

/// The nodes with the wires between them and the places of their tiles.
struct ClipboardPart {
  NetworkSpec spec;
  Layout layout;
};

QString clipboardText(const ClipboardPart& part);

/// Fails when the text is no project, or has no layers.
Result<ClipboardPart> parseClipboard(const QString& text);

} // namespace glassbox
