// "What is this?": a click on anything explains it, and the colours under the pointer.
#pragma once

#include <QObject>
#include <QPoint>
#include <QString>

class QWidget;

namespace glassbox {

class Actions;

/// What `widget` says of itself at `at`, as rich text: its own words, those of the part that is there, or of what holds it.
QString explanationOf(QWidget* widget, QPoint at);

/// What the colours around `at` say, a line each with a square in the colour; empty: none says anything.
QString colorsExplained(QWidget* widget, QPoint at);

/// Shows both at that place, until a key or a click.
void explain(QWidget* widget, QPoint at);

/// Where in `widget` the keyboard is: the tile of the diagram or the row of a list, else its middle.
QPoint placeOfKeyboard(QWidget* widget);

/// Owner: the main window. In the mode the pointer is a question mark; a click explains, Esc leaves.
class WhatIsThis : public QObject {
  Q_OBJECT

 public:
  WhatIsThis(Actions* actions, QObject* parent);

  bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace glassbox
