// A screen reader for tests: hears what the program announces, by the same way as that of a desktop (a bridge of QAccessible).
// The program that uses it needs Q_IMPORT_PLUGIN(ScreenReaderPlugin) in one place.
#pragma once

#include <QAccessible>
#include <QAccessibleBridgePlugin>
#include <QStringList>

namespace glassbox::test {

struct Told {
  QAccessible::Event what;
  QString name;  ///< of whom it was about; empty where that was gone
};

/// Everything since the start or the last forget().
class ScreenReader {
public:
  /// Names of all that were announced so, in order.
  static QStringList heard(QAccessible::Event what);
  static void forget();
};

} // namespace glassbox::test

class ScreenReaderPlugin : public QAccessibleBridgePlugin {
  Q_OBJECT
  Q_PLUGIN_METADATA(IID QAccessibleBridgeFactoryInterface_iid FILE "screen_reader.json")

public:
  QAccessibleBridge* create(const QString& key) override;
};
