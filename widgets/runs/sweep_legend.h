// The ramp of a sweep's heat map with its ends, and what its rings are.
#pragma once

#include <QWidget>

namespace glassbox {

class SweepMap;

class SweepLegend : public QWidget {
  Q_OBJECT

 public:
  explicit SweepLegend(const SweepMap* map, QWidget* parent = nullptr);

  /// What stands at the ends, lower first; nothing while no run has ended.
  QStringList ends() const;
  QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QString words() const;

  const SweepMap* m_map;
};

} // namespace glassbox
