#include "widgets/model/clipboard.h"

namespace glassbox {

QString clipboardText(const ClipboardPart& part) {
  Project project;
  project.spec = part.spec;
  project.layout = part.layout;
  return QString::fromStdString(writeProject(project));
}

Result<ClipboardPart> parseClipboard(const QString& text) {
  // Any text may lie on the clipboard; only one that begins like a project is worth its line and column.
  if (!text.trimmed().startsWith(u'{'))
    return Error(GB_TEXT("document", "The clipboard holds no layers."), {}, GB_TEXT("document", "Copy some in the diagram first."));
  Result<Project> project = parseProject(text.toStdString(), "clipboard");
  if (!project) return project.error();
  if (project->spec.nodes.empty())
    return Error(GB_TEXT("document", "The clipboard holds no layers."), {}, GB_TEXT("document", "Copy some in the diagram first."));
  return ClipboardPart{std::move(project->spec), std::move(project->layout)};
}

} // namespace glassbox
