// Language, look and memory on one page. What is chosen is seen at once and kept; there is nothing to confirm.
#pragma once

#include "widgets/model/language.h"

#include <QDialog>

#include <cstdint>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;
class QSpinBox;

namespace glassbox {

class FormLabel;
class SectionLabel;
class Segmented;

class SettingsDialog : public QDialog {
  Q_OBJECT

 public:
  explicit SettingsDialog(QWidget* parent);
  ~SettingsDialog() override;

  /// The language of the screen: it is switched by who owns the switch.
  void setTongue(LanguageSwitch::Tongue tongue);
  /// Memory for going back to earlier steps of a run.
  void setRewindMegabytes(std::int64_t megabytes);

  QComboBox* language() const { return m_language; }
  QComboBox* themes() const { return m_theme; }
  Segmented* textSize() const { return m_size; }
  QSpinBox* textPercent() const { return m_percent; }
  QCheckBox* reduceMotion() const { return m_still; }
  QComboBox* rewindMemory() const { return m_memory; }

 signals:
  void tongueChosen(glassbox::LanguageSwitch::Tongue tongue);
  void rewindMegabytesChosen(qint64 megabytes);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void retranslate();
  void showLook();
  void showMemory();
  void applySizes();

  QLabel* m_title;
  SectionLabel* m_lookHead;
  SectionLabel* m_workHead;
  QFormLayout* m_look;
  QFormLayout* m_work;
  FormLabel *m_languageName, *m_themeName, *m_sizeName, *m_stillName, *m_memoryName, *m_autosaveName;
  QComboBox* m_language;
  QComboBox* m_theme;
  QWidget* m_sizes;
  Segmented* m_size;
  QSpinBox* m_percent;
  QCheckBox* m_still;
  QComboBox* m_memory;
  QLabel* m_autosave;
  QPushButton* m_close;
  std::int64_t m_megabytes = 0;
};

} // namespace glassbox
