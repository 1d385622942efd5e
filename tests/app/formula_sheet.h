// Some forty formulas on one sheet, to be looked at beside a page of TeX.
#pragma once

#include <QWidget>

namespace glassbox::test {

class FormulaSheet : public QWidget {
 public:
  FormulaSheet();
};

} // namespace glassbox::test
