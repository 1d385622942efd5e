#include "widgets/views/view_export.h"

#include "widgets/common/icons.h"
#include "widgets/common/theme_manager.h"

#include <QContextMenuEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QPainter>
#include <QWidget>

#include <cmath>

namespace glassbox {

ViewExport::ViewExport(QWidget* picture, std::function<QString()> title, std::function<QByteArray()> csv)
    : QObject(picture), m_picture(picture), m_title(std::move(title)), m_csv(std::move(csv)) {
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
  const bool full = !m_csv().isEmpty();
  const std::tuple<PictureFormat, QString, QString> pictures[] = {{PictureFormat::Png, tr("Save as PNG…"), QStringLiteral("png")},
                                                                  {PictureFormat::Svg, tr("Save as SVG…"), QStringLiteral("svg")},
                                                                  {PictureFormat::Pdf, tr("Save as PDF…"), QStringLiteral("pdf")}};
  for (const auto& [format, text, suffix] : pictures) {
    QAction* action = menu.addAction(icon("image"), text);
    action->setEnabled(full);
    connect(action, &QAction::triggered, this, [this, chosen = format, ending = suffix] {
      saveAs(ending, tr("%1 picture (*.%2)").arg(ending.toUpper(), ending),
             [this, chosen](const QString& path) { return writePictureTo(path, chosen); });
    });
  }
  QAction* table = menu.addAction(icon("table"), tr("Save values as CSV…"));
  table->setEnabled(full);
  connect(table, &QAction::triggered, this,
          [this] { saveAs(QStringLiteral("csv"), tr("Table (*.csv)"), [this](const QString& path) { return writeCsvTo(path); }); });
}

void ViewExport::saveAs(const QString& suffix, const QString& filter,
                        const std::function<std::optional<QString>(const QString&)>& write) {
  QString proposal = m_title().toLower().simplified();
  proposal.replace(u' ', u'-').replace(u'/', u'-');
  const QString path =
      QFileDialog::getSaveFileName(m_picture, tr("Save “%1”").arg(m_title()), proposal + u'.' + suffix, filter);
  if (path.isEmpty()) return;
  const std::optional<QString> problem = write(path);
  emit said(problem ? *problem : tr("%1 was written.").arg(QFileInfo(path).fileName()));
}

QByteArray csvNumber(double value) {
  if (std::isfinite(value)) return QByteArray::number(value, 'g', QLocale::FloatingPointShortest);
  return std::isnan(value) ? "nan" : value < 0 ? "-inf" : "inf";
}

} // namespace glassbox
