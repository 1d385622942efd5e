// The context menu of a view's picture: the picture as PNG, SVG or PDF, its numbers as CSV.
#pragma once

#include "widgets/plots/plot_export.h"

#include <QObject>
#include <QString>

#include <functional>

class QMenu;
class QWidget;

namespace glassbox {

class LookView;

/// Opened by the right mouse button, the menu key or Shift+F10. What is written is what the widget paints, children included.
class ViewExport : public QObject {
  Q_OBJECT

 public:
  /// `csv` gives the whole table; `full`: whether there is something to write.
  ViewExport(QWidget* picture, std::function<QString()> title, std::function<QByteArray()> csv, std::function<bool()> full);

  void fillMenu(QMenu& menu);
  /// What went wrong, in words for the user, or nothing.
  std::optional<QString> writePictureTo(const QString& path, PictureFormat format);
  std::optional<QString> writeCsvTo(const QString& path) const;

 signals:
  /// A sentence for the user: that a file was written, or why not.
  void said(const QString& sentence);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  QWidget* m_picture;
  std::function<QString()> m_title;
  std::function<QByteArray()> m_csv;
  std::function<bool()> m_full;
};

/// The same for a picture of a view, which says what came of it. Without `full`: as soon as the view has a picture.
ViewExport* offerExport(LookView* view, QWidget* picture, std::function<QString()> title, std::function<QByteArray()> csv, std::function<bool()> full = {});

} // namespace glassbox
