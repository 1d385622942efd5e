// What a learner takes along on paper: the report, and the certificate of a finished block.
#pragma once

#include "engine/lesson/report.h"
#include "widgets/lesson/radar_chart.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <vector>

class QPagedPaintDevice;

namespace glassbox {

struct PrintedTask {
  QString title{};
  TaskReport state{};
};

struct PrintedLesson {
  QString block{};  ///< "A  From a line to a neuron"
  int number = 0;
  QString title{};
  double seconds = 0;
  std::vector<PrintedTask> tasks{};
};

struct PrintedReport {
  QString learner{}, date{};
  std::vector<RadarAxis> axes{};
  std::vector<PrintedLesson> lessons{};  ///< by number
};

struct PrintedCertificate {
  QString learner{}, date{};
  QString block{};     ///< "A"
  QString title{};     ///< of the block
  int tasks = 0;
  QStringList lessons{};  ///< their titles
};

/// Minutes of a lesson or of all: "12 min", "2 h 5 min".
QString spentText(double seconds);

/// A4, as many sheets as needed; a row is never cut, and the head of a lesson stands with its first task. Always dark on white,
/// whatever the theme of the screen.
void printReport(const PrintedReport& report, QPagedPaintDevice& paper);

/// One sheet, A4 landscape.
void printCertificate(const PrintedCertificate& certificate, QPagedPaintDevice& paper);

/// The bytes of a PDF: `print` is called with its paper. `landscape`: A4 on its side.
QByteArray pdfOf(const QString& title, bool landscape, const std::function<void(QPagedPaintDevice&)>& print);

} // namespace glassbox
