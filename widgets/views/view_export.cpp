#include "widgets/views/view_export.h"

#include "widgets/common/theme_manager.h"
#include "widgets/views/look_view.h"

#include <QContextMenuEvent>
#include <QFileInfo>
#include <QMenu>
#include <QPainter>
#include <QWidget>

namespace glassbox {

ViewExport::ViewExport(QWidget* picture, std::function<QString()> title, std::function<QByteArray()> csv, std::function<bool()> full)
    : QObject(picture), m_picture(picture), m_title(std::move(title)), m_csv(std::move(csv)), m_full(std::move(full)) {
  picture->installEventFilter(this);
}

bool ViewExport::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() != QEvent::ContextMenu) return QObject::eventFilter(watched, event);
  QMenu menu(m_picture);
  fillMenu(menu);
  menu.exec(static_cast<QContextMenuEvent*>(event)->globalPos());
  return true;
}

std::optional<QString> ViewExport::writePictureTo(const QString& path, PictureFormat format) {
  return writePicture(path, format, m_picture->size(), m_title(), [this](QPaintDevice& device, bool) {
    QPainter painter(&device);
    painter.fillRect(QRect(QPoint(), m_picture->size()), theme().color(ColorRole::Canvas)); // a view has no ground of its own
    m_picture->render(&painter, {}, {}, QWidget::DrawChildren);
  });
}

std::optional<QString> ViewExport::writeCsvTo(const QString& path) const { return writeFile(path, m_csv()); }

void ViewExport::fillMenu(QMenu& menu) {
  addExports(menu, {m_picture, m_title(), m_full(), [this](const QString& path, PictureFormat format) { return writePictureTo(path, format); },
                    [this](const QString& path) { return writeCsvTo(path); },
                    [this](const QString& path, const std::optional<QString>& problem) { emit said(problem ? *problem : tr("%1 was written.").arg(QFileInfo(path).fileName())); }});
}

ViewExport* offerExport(LookView* view, QWidget* picture, std::function<QString()> title, std::function<QByteArray()> csv, std::function<bool()> full) {
  if (!full) full = [view] { return view->hasPicture(); };
  auto* exporter = new ViewExport(picture, std::move(title), std::move(csv), std::move(full));
  QObject::connect(exporter, &ViewExport::said, view, &LookView::said);
  return exporter;
}

} // namespace glassbox
