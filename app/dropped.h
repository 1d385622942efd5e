// What a file or folder is that was dragged onto the window.
#pragma once

#include "engine/core/result.h"

#include <QMimeData>
#include <QString>

namespace glassbox {

enum class DroppedKind { Project, LessonFolder, Data };

struct Dropped {
  DroppedKind kind = DroppedKind::Data;
  QString path;
};

/// Found by looking: a .glassbox file, a folder of lessons or one lesson's folder (then the folder around it), or data of any kind that
/// "Open data…" reads. Fails with one sentence: more than one, nothing of this computer, or nothing that can be read.
Result<Dropped> droppedFrom(const QMimeData& mime);

} // namespace glassbox
