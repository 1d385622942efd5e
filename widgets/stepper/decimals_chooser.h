// How many decimals the arrays show: automatic, 2, 4 or 6. Small enough for a tab bar.
#pragma once

#include <QComboBox>

#include <optional>

namespace glassbox {

class DecimalsChooser : public QComboBox {
  Q_OBJECT

 public:
  explicit DecimalsChooser(QWidget* parent = nullptr);

  /// Empty: each array as its magnitudes ask for.
  std::optional<int> decimals() const;
  void setDecimals(std::optional<int> decimals);

 signals:
  /// Only for what the user chose.
  void chosen(std::optional<int> decimals);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void name();
};

} // namespace glassbox
