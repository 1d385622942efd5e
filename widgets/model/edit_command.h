// The only undo command: two values, before and after. Undo puts the one in place, redo the other.
#pragma once

#include "engine/io/project.h"

#include <QString>
#include <QUndoCommand>

#include <functional>

namespace glassbox {

/// The part of a project that undo knows: what the user edits. Runs and weights are records, not edits.
struct EditValue {
  NetworkSpec spec;
  Layout layout;
  DataSpec data;
  TrainingPlan plan;
  bool operator==(const EditValue&) const = default;
};

class EditCommand : public QUndoCommand {
public:
  using Put = std::function<void(const EditValue&)>;

  /// Consecutive commands with the same `mergeKey` become one, so that a dragged slider is one step; empty: never.
  EditCommand(EditValue before, EditValue after, Text what, QString mergeKey, Put put);

  void undo() override { m_put(m_before); }
  void redo() override { m_put(m_after); }
  int id() const override { return m_mergeKey.isEmpty() ? -1 : 1; }
  bool mergeWith(const QUndoCommand* newer) override;

  /// Writes its text in the language in use.
  void retranslate();

private:
  EditValue m_before, m_after;
  Text m_what;
  QString m_mergeKey;
  Put m_put;
};

} // namespace glassbox
