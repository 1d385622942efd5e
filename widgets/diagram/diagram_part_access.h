// One part of the diagram for a screen reader: its name, its place on the screen, its state, and what can be done with it.
#pragma once

#include "widgets/diagram/diagram_access.h"

#include <QPointer>

namespace glassbox {

class DiagramPartAccess : public QAccessibleInterface, public QAccessibleActionInterface {
public:
  DiagramPartAccess(DiagramView* view, DiagramPart part);

  const DiagramPart& part() const { return m_part; }

  bool isValid() const override;
  QObject* object() const override { return nullptr; }
  QAccessibleInterface* parent() const override;
  QAccessibleInterface* child(int) const override { return nullptr; }
  QAccessibleInterface* childAt(int, int) const override { return nullptr; }
  int childCount() const override { return 0; }
  int indexOfChild(const QAccessibleInterface*) const override { return -1; }

  QString text(QAccessible::Text which) const override;
  void setText(QAccessible::Text, const QString&) override {}
  QRect rect() const override;
  QAccessible::Role role() const override;
  QAccessible::State state() const override;
  void* interface_cast(QAccessible::InterfaceType type) override;

  /// Press opens the parameters, unfolds a folded group and folds one that is not; toggle adds to the selection and takes from it.
  QStringList actionNames() const override;
  void doAction(const QString& name) override;
  QStringList keyBindingsForAction(const QString& name) const override;

private:
  QString name() const;
  QRectF sceneRect() const;
  bool isSelected() const;

  QPointer<DiagramView> m_view;
  DiagramPart m_part;
};

} // namespace glassbox
