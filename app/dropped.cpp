#include "app/dropped.h"

#include "engine/data/data_spec.h"

#include <QDir>
#include <QFileInfo>
#include <QUrl>

namespace glassbox {
namespace {

const QString kLesson = QStringLiteral("lesson.json");

bool holdsLessons(const QDir& folder) {
  for (const QString& inside : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
    if (QFileInfo::exists(folder.filePath(inside + u'/' + kLesson))) return true;
  return false;
}

} // namespace

Result<Dropped> droppedFrom(const QMimeData& mime) {
  const QList<QUrl> urls = mime.urls();
  if (urls.size() > 1) return Error(GB_TEXT("app", "%1 files were dragged here. Drag one file, or one folder that holds them.").arg(static_cast<std::int64_t>(urls.size())));
  const QString path = urls.value(0).toLocalFile();
  if (path.isEmpty()) return Error(GB_TEXT("app", "This is no file of this computer. Save it first, and drag the file."));
  const QFileInfo info(path);
  const std::string name = info.fileName().toStdString();
  if (!info.exists()) return Error(GB_TEXT("app", "%1 is not there any more.").arg(name));
  if (info.suffix() == QLatin1String("glassbox") && info.isFile()) return Dropped{DroppedKind::Project, path};
  if (info.isDir()) {
    if (QFileInfo::exists(QDir(path).filePath(kLesson))) return Dropped{DroppedKind::LessonFolder, info.absoluteDir().path()};
    if (holdsLessons(QDir(path))) return Dropped{DroppedKind::LessonFolder, path};
  }
  if (const Result<DataSpec> data = sniff(path.toStdString()); !data) return data.error();
  return Dropped{DroppedKind::Data, path};
}

} // namespace glassbox
