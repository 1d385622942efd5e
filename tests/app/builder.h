// Builds a network in the window as a person would: layer after layer, by keys alone or by the mouse alone.
#pragma once

#include "app/main_window.h"
#include "widgets/diagram/diagram_view.h"
#include "widgets/diagram/palette.h"
#include "widgets/inspector/inspector_panel.h"
#include "widgets/inspector/node_page.h"
#include "widgets/inspector/param_form.h"
#include "widgets/inspector/param_row.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QTest>

#include <vector>

namespace glassbox {

struct Setting {
  const char* key;
  const char* text;
};
/// A layer: its letter in the diagram or else what is typed into the palette's search, and what is typed into its form.
struct Built {
  const char* letter;
  const char* search;
  std::vector<Setting> settings;
};

/// With fewer units in the dense layers it trains in a second.
inline std::vector<Built> leNetLayers(const char* units1 = "120", const char* units2 = "84") {
  return {{"i", "input", {{"shape", "3x32x32"}}},
          {"c", "conv2d", {{"channels", "6"}, {"kernel", "5"}}},
          {"r", "relu", {}},
          {"p", "max_pool2d", {}},
          {"c", "conv2d", {{"channels", "16"}, {"kernel", "5"}}},
          {"r", "relu", {}},
          {"p", "max_pool2d", {}},
          {"f", "flatten", {}},
          {"d", "dense", {{"units", units1}}},
          {"r", "relu", {}},
          {"d", "dense", {{"units", units2}}},
          {"r", "relu", {}},
          {"d", "dense", {{"units", "10"}}},
          {"", "softmax_cross_entropy", {}}};
}

class Builder {
 public:
  explicit Builder(MainWindow& window) : m_window(window) {}

  void buildByKeys(const std::vector<Built>& layers) const {
    m_window.diagram()->setFocus();
    for (const Built& layer : layers) {
      QVERIFY2(m_window.diagram()->hasFocus(), layer.search);
      if (*layer.letter) {
        type(layer.letter);
      } else {
        type("/");
        type(layer.search);
        key(Qt::Key_Return);
        QVERIFY2(m_window.diagram()->hasFocus(), "the keys go on in the diagram");
      }
      if (layer.settings.empty()) continue;
      key(Qt::Key_Return);
      for (const Setting& setting : layer.settings) {
        const QWidget* field = fieldOf(setting.key);
        QVERIFY2(field, setting.key);
        for (int i = 0; i < 12 && QApplication::focusWidget() != field; ++i) key(Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), field);
        type(setting.text);
        key(Qt::Key_Return);
      }
      key(Qt::Key_Escape);
    }
  }

  void buildByMouse(const std::vector<Built>& layers) const {
    m_window.setLeftTab(1);
    QListWidget* list = m_window.findChild<Palette*>()->list();
    for (const Built& layer : layers) {
      QListWidgetItem* item = itemOf(list, layer.search);
      QVERIFY2(item, layer.search);
      list->scrollToItem(item);
      const QPoint at = list->visualItemRect(item).center();
      QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, at);
      QTest::mouseDClick(list->viewport(), Qt::LeftButton, {}, at);
      for (const Setting& setting : layer.settings) {
        QWidget* field = fieldOf(setting.key);
        QVERIFY2(field, setting.key);
        write(field, setting.text);
      }
    }
  }

  /// Puts `text` into a field of a form, by the mouse and keys: a line is written anew, a list goes to the entry of that name, a
  /// switch is clicked.
  static void write(QWidget* field, const char* text) {
    if (auto* list = qobject_cast<QComboBox*>(field)) {
      list->setFocus();
      QTest::keyClicks(list, QString::fromLatin1(text));
      QCOMPARE(list->currentText(), QString::fromLatin1(text));
      return;
    }
    if (auto* box = qobject_cast<QAbstractButton*>(field)) {
      if (box->isChecked() != (QByteArray(text) == "on")) QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(10, box->height() / 2));
      QCOMPARE(box->isChecked(), QByteArray(text) == "on");
      return;
    }
    QTest::mouseDClick(field, Qt::LeftButton, {}, QPoint(12, field->height() / 2));  // marks what stands there
    QVERIFY(field->hasFocus());
    if (auto* line = qobject_cast<QLineEdit*>(field)) line->selectAll();
    type(text);
    key(Qt::Key_Return);
  }

  static void type(const char* text) { QTest::keyClicks(QApplication::focusWidget(), QString::fromLatin1(text)); }
  static void key(Qt::Key code) { QTest::keyClick(QApplication::focusWidget(), code); }

 private:
  QWidget* fieldOf(const char* name) const {
    ParamRow* row = m_window.inspector()->nodePage()->form()->row(name);
    return row ? row->editor()->control() : nullptr;
  }
  static QListWidgetItem* itemOf(QListWidget* list, const char* key) {
    for (int i = 0; i < list->count(); ++i)
      if (list->item(i)->data(LayerList::KeyRole).toString() == QLatin1String(key)) return list->item(i);
    return nullptr;
  }

  MainWindow& m_window;
};

} // namespace glassbox
