// The settings of a training run: only those that the chosen optimizer uses; while it runs, only those that may change.
#pragma once

#include "widgets/common/scroll_page.h"
#include "widgets/model/document.h"

#include <map>
#include <set>
#include <string>
#include <vector>

class QLabel;

namespace glassbox {

class FactList;
class FormulaWidget;
class ParamForm;
class SectionLabel;

class TrainingForm : public ScrollPage {
  Q_OBJECT

 public:
  explicit TrainingForm(Document& document, QWidget* parent = nullptr);

  /// While a run goes on only rate, momentum and their like can be set.
  void setRunning(bool running);
  /// What a lesson locks, with the reason, by key ("rate", "seed", "validation").
  void setLocked(const std::map<std::string, QString>& locked);
  /// What a lesson does not show, by key.
  void setHidden(const std::set<std::string>& hidden);
  /// Keys changed during this run.
  void setLiveChanged(const std::set<std::string>& keys);

  /// The form that has the row `key`, or null while the optimizer does not use it.
  ParamForm* formOf(const std::string& key) const;
  /// The sentence shown while it runs.
  static QString runningReason();

 signals:
  /// The running training is to go on with this value; the document has it already.
  void liveChanged(const std::string& key, const glassbox::ParamValue& value);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  struct Group {
    SectionLabel* title;
    ParamForm* form;
  };

  void fill();
  void fillFacts();
  std::vector<ParamDef> defsOf(std::size_t group) const;
  Params values() const;
  void set(const std::string& key, const ParamValue& value);

  Document& m_document;
  bool m_running = false;
  std::map<std::string, QString> m_locked;
  std::set<std::string> m_hidden;
  std::set<std::string> m_changed;
  std::vector<Group> m_groups;
  FactList* m_loss;
  FormulaWidget* m_lossFormula;
  FormulaWidget* m_formula;
  QLabel* m_help;
};

} // namespace glassbox
