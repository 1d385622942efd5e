// Lines of "name ... value" that say what is true and cannot be set: shapes, counts, memory.
#pragma once

#include <QString>
#include <QWidget>

#include <vector>

namespace glassbox {

struct Fact {
  QString name;
  QString value;
  QString shorter{}; // in place of `value` where that does not fit
  QString help{};    // tooltip
};

class FactList : public QWidget {
  Q_OBJECT

 public:
  explicit FactList(QWidget* parent = nullptr);
  void setContent(const std::vector<Fact>& facts);
  const std::vector<Fact>& content() const { return m_facts; }

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  bool event(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  int lineHeight() const;

  std::vector<Fact> m_facts;
};

} // namespace glassbox
