// An explanation on paper: the page of the panel, cut between its parts, at the width of the paper.
#pragma once

#include <QString>

class QPagedPaintDevice;
class QWidget;

namespace glassbox {

/// Paints `page`, at all its height, onto one or more sheets under a headline. A part that is not higher than a sheet is not cut.
void printPage(QWidget& page, const QString& headline, QPagedPaintDevice& paper);

} // namespace glassbox
