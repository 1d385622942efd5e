// A form made from parameter definitions: one description gives names, controls, ranges, help and refusals.
#pragma once

#include "engine/core/params.h"

#include <QWidget>

#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

class QVBoxLayout;

namespace glassbox {

class ParamRow;

struct ParamFormContent {
  std::vector<ParamDef> defs;              // in the order of the form; switches stand last
  Params values{};                         // what is not set has its default
  std::map<std::string, QString> locked{}; // why a value can be read but not set, by key
  std::set<std::string> changed{};         // keys changed while the run goes on
  std::map<std::string, QString> words{};  // by key: beside a check box, or in an empty line that stands for 0
  int fieldWidth = 56;                     // of the numbers beside sliders; px at normal text size
};

/// Holds no value of its own: it shows what it is given and reports what the user sets. Rows of the same key and kind stay
/// when the content changes, so that the keyboard stays where it is.
class ParamForm : public QWidget {
  Q_OBJECT

 public:
  explicit ParamForm(QWidget* parent = nullptr);

  void setContent(const ParamFormContent& content);
  void setContent(std::span<const ParamDef> defs, const Params& values) { setContent({{defs.begin(), defs.end()}, values}); }
  const ParamFormContent& content() const { return m_content; }

  ParamRow* row(const std::string& key) const;
  const std::vector<ParamRow*>& rows() const { return m_rows; }
  /// Says under its control why a value that the form reported could not be taken.
  void refuse(const std::string& key, const Error& error);

 signals:
  /// An allowed value, also while a slider is dragged.
  void valueChanged(const std::string& key, const glassbox::ParamValue& value);

 protected:
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  ParamRow* makeRow(const ParamDef& def);
  void fitRows();

  ParamFormContent m_content;
  std::vector<ParamRow*> m_rows;
  QVBoxLayout* m_column;
};

} // namespace glassbox
