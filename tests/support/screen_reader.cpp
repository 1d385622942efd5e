#include "screen_reader.h"

#include <QAccessibleBridge>

#include <vector>

namespace glassbox::test {
namespace {

std::vector<Told>& all() {
  static std::vector<Told> told;
  return told;
}

class Bridge : public QAccessibleBridge {
public:
  void setRootObject(QAccessibleInterface*) override {}
  void notifyAccessibilityUpdate(QAccessibleEvent* event) override {
    QAccessibleInterface* about = event->accessibleInterface();
    all().push_back({event->type(), about && about->isValid() ? about->text(QAccessible::Name) : QString()});
  }
};

} // namespace

QStringList ScreenReader::heard(QAccessible::Event what) {
  QStringList names;
  for (const Told& told : all())
    if (told.what == what) names << told.name;
  return names;
}

void ScreenReader::forget() { all().clear(); }

} // namespace glassbox::test

QAccessibleBridge* ScreenReaderPlugin::create(const QString&) { return new glassbox::test::Bridge; }
