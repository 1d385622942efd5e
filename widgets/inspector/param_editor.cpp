#include "widgets/inspector/param_editor.h"

#include "widgets/common/number_format.h"
#include "widgets/common/slider_field.h"
#include "widgets/common/theme_manager.h"
#include "widgets/model/language.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QSlider>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace glassbox {
namespace {

constexpr double kWithoutEnd = 1e9;    // limits from here on are no end that anybody reaches
constexpr double kMostOnLinear = 1000; // a linear slider of more whole numbers cannot be set to one of them
constexpr double kNarrow = 1000;       // a logarithmic slider reaches so far to both sides of the default

double asNumber(const ParamValue& value) {
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return static_cast<double>(*whole);
  if (const auto* number = std::get_if<double>(&value)) return *number;
  return 0;
}

ParamValue ofKind(const ParamDef& def, double value) {
  return def.kind == ParamKind::Integer ? ParamValue(static_cast<std::int64_t>(std::llround(value))) : ParamValue(value);
}

bool isWholeLog(const ParamDef& def) { return def.kind == ParamKind::Integer && def.max - def.min > kMostOnLinear; }
bool isLog(const ParamDef& def) { return def.logarithmic || isWholeLog(def); }

// The largest of 1, 2, 5 times a power of ten that is not over `most`.
double roundStep(double most) {
  const double decade = std::pow(10.0, std::floor(std::log10(most)));
  return most >= 5 * decade ? 5 * decade : most >= 2 * decade ? 2 * decade : decade;
}

double twoDigits(double value) {
  if (value == 0) return 0;
  const double unit = std::pow(10.0, std::floor(std::log10(std::abs(value))) - 1);
  // Dividing by a whole power gives the double a person would have typed: 0.003, not 0.0030000000000000005.
  return unit < 1 ? std::round(value / unit) / std::round(1 / unit) : std::round(value / unit) * unit;
}

// A slider is for the values one plays with; the field beside it takes all that are allowed, and the slider then reaches so far.
SliderFieldContent sliderOf(const ParamDef& def, double value, int fieldWidth) {
  SliderFieldContent content;
  content.fieldWidth = fieldWidth;
  content.whole = def.kind == ParamKind::Integer;
  content.value = value;
  content.least = def.min;
  content.most = def.max;
  if (isLog(def)) {
    const double usual = std::abs(asNumber(def.fallback));
    content.scale = SliderFieldContent::Scale::Logarithmic;
    content.zeroAllowed = def.min <= 0;
    if (content.whole) {
      content.least = std::max(1.0, def.min);
      content.most = std::min(def.max, 64 * std::max(1.0, usual));
    } else {
      content.least = std::max(def.min, usual > 0 ? usual / kNarrow : 1e-6);
      content.most = std::min(def.max, usual > 0 ? usual * kNarrow : 1.0);
    }
    if (value > 0) content.least = std::min(content.least, value);
    content.most = std::max(content.most, value);
  } else if (!content.whole) {
    content.step = roundStep(std::max(1e-6, (def.max - def.min) / 50));
  }
  return content;
}

bool same(const SliderFieldContent& a, const SliderFieldContent& b) {
  return a.least == b.least && a.most == b.most && a.scale == b.scale && a.whole == b.whole && a.zeroAllowed == b.zeroAllowed &&
         a.step == b.step && a.fieldWidth == b.fieldWidth && a.name == b.name;
}

// "10⁻⁵" and "1.2×10⁻⁵", as the fields write them, in the letters that a number is read from.
QString plainPower(QString text) {
  static const QString raised = QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹");
  const qsizetype first = std::find_if(text.cbegin(), text.cend(), [](QChar c) { return c == u'⁻' || raised.contains(c); }) - text.cbegin();
  if (first == text.size()) return text;
  QString exponent;
  for (const QChar c : text.mid(first)) exponent += c == u'⁻' ? QStringLiteral("-") : QString::number(raised.indexOf(c));
  QString base = text.left(first).trimmed();
  if (!base.endsWith(QLatin1String("10"))) return text;
  base.chop(2);
  if (base.endsWith(u'×')) base.chop(1);
  return (base.isEmpty() ? QStringLiteral("1") : base) + u'e' + exponent;
}

// The engine's sentences begin with the parameter's key; a reader knows it by its label.
Error named(const ParamDef& def, Error error) {
  if (!error.what.args.empty() && error.what.args.front().value == decltype(TextArg::value)(def.key))
    error.what.args.front() = TextArg{std::vector<Text>{def.label}};
  return error;
}

class SliderEditor : public ParamEditor {
 public:
  explicit SliderEditor(QWidget* parent) : ParamEditor(parent), m_slider(new SliderField(this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_slider);
    setFocusProxy(m_slider);
    m_slider->setLeastTrack(36);
    m_slider->slider()->installEventFilter(this);
    m_slider->field()->installEventFilter(this);
    connect(m_slider, &SliderField::valueChanged, this, &SliderEditor::take);
    connect(m_slider->field(), &QLineEdit::textEdited, this, &SliderEditor::watchText);
    connect(m_slider, &SliderField::editingFinished, this, &SliderEditor::finish);
  }

  QWidget* control() const override { return m_slider->field(); }
  void setFieldWidth(int width) override { m_fieldWidth = width; }

  void setContent(const ParamDef& def, const ParamValue& value, const QString&) override {
    m_def = def;
    const double number = asNumber(value);
    SliderFieldContent content = sliderOf(def, number, m_fieldWidth);
    content.name = translated(def.label);
    if (m_slider->slider()->isSliderDown()) { // the track does not move under the hand
      content.least = m_content.least;
      content.most = m_content.most;
    }
    const bool shown = m_filled && number == m_slider->value();
    if (shown && same(content, m_content)) return;
    if (!shown) m_typed.clear();
    put(content);
  }

 protected:
  // Whole numbers on a logarithmic slider go by one: a share of the range would stand still at small values.
  bool eventFilter(QObject* watched, QEvent* event) override {
    if (event->type() == QEvent::Wheel && watched == m_slider->slider()) {
      event->ignore(); // the wheel scrolls the form and changes nothing on its way
      return true;
    }
    if (event->type() == QEvent::KeyPress) {
      const auto* key = static_cast<QKeyEvent*>(event);
      if (key->key() == Qt::Key_Escape) {
        m_typed.clear();
        emit resumed();
      }
      const bool onTrack = watched == m_slider->slider();
      const int sign = key->key() == Qt::Key_Up || (onTrack && key->key() == Qt::Key_Right)    ? 1
                       : key->key() == Qt::Key_Down || (onTrack && key->key() == Qt::Key_Left) ? -1
                                                                                               : 0;
      if (sign != 0 && isWholeLog(m_def)) {
        m_slider->commit();
        const int by = key->modifiers() & Qt::ShiftModifier ? 10 : 1;
        const double next = std::clamp(m_slider->value() + sign * by, m_def.min, m_def.max);
        m_typed.clear();
        if (next != m_slider->value()) report(next);
        return true;
      }
    }
    return ParamEditor::eventFilter(watched, event);
  }

 private:
  void put(const SliderFieldContent& content) {
    m_content = content;
    m_filled = true;
    SliderFieldContent shown = content;
    const int text = m_slider->field()->fontMetrics().horizontalAdvance(formatShort(content.value));
    shown.fieldWidth = std::max(content.fieldWidth, static_cast<int>(std::ceil(text / theme().scale())) + 20); // padding and cursor
    m_slider->setContent(shown);
    m_slider->field()->setCursorPosition(0);
  }

  void report(double value) {
    SliderFieldContent content = sliderOf(m_def, value, m_fieldWidth);
    content.name = m_content.name;
    put(content);
    emit resumed();
    emit chosen(ofKind(m_def, value));
  }

  void take(double value) {
    // Typed text stands in the field as the hand left it; the slider has just written its own there.
    const bool typed = m_slider->field()->isModified();
    if (!typed && isLog(m_def) && value > 0) { // two digits are what a hand can set and what the field has room for
      SliderFieldContent content = m_content;
      content.value = m_content.whole && value < 100 ? value : std::clamp(twoDigits(value), content.least, content.most);
      put(content);
      value = content.value;
    }
    emit resumed();
    emit chosen(ofKind(m_def, value));
  }

  void watchText(const QString& text) {
    m_typed = text;
    const Result<ParamValue> value = readTyped(m_def, text);
    QLineEdit* field = m_slider->field();
    field->setProperty("wrong", !value.ok());
    field->setToolTip(value.ok() ? QString() : translated(value.error()));
    field->update();
  }

  void finish() {
    if (m_typed.isEmpty()) return;
    const Result<ParamValue> value = readTyped(m_def, std::exchange(m_typed, QString()));
    if (!value) {
      emit refused(value.error());
      return;
    }
    emit resumed();
    // Within the slider's reach it has been reported.
    if (const double number = asNumber(*value); number != m_slider->value()) report(number);
  }

  SliderField* m_slider;
  SliderFieldContent m_content;
  ParamDef m_def;
  QString m_typed; // since the field got the keyboard; not empty: not yet finished
  bool m_filled = false;
  int m_fieldWidth = 56;
};

class LineEditor : public ParamEditor {
 public:
  explicit LineEditor(QWidget* parent) : ParamEditor(parent), m_line(new QLineEdit(this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_line);
    setFocusProxy(m_line);
    connect(m_line, &QLineEdit::textEdited, this, [this](const QString& text) {
      m_edited = true;
      const Result<ParamValue> value = readEmpty(text);
      m_line->setProperty("wrong", !value.ok());
      m_line->update();
    });
    connect(m_line, &QLineEdit::editingFinished, this, &LineEditor::finish);
  }

  QWidget* control() const override { return m_line; }

  void setContent(const ParamDef& def, const ParamValue& value, const QString& word) override {
    m_line->setAccessibleName(translated(def.label));
    m_line->setPlaceholderText(word);
    m_word = word;
    m_def = def;
    if (m_edited && value == m_value) return; // somebody is typing here
    m_value = value;
    writeValue();
  }

 private:
  bool standsForZero() const { return !m_word.isEmpty() && m_def.kind != ParamKind::Words && asNumber(m_def.fallback) == 0; }

  Result<ParamValue> readEmpty(const QString& text) const {
    if (text.trimmed().isEmpty() && standsForZero()) return m_def.fallback;
    return readTyped(m_def, text);
  }

  void writeValue() {
    const QString text = standsForZero() && m_value == m_def.fallback ? QString() : paramText(m_def, m_value);
    m_edited = false;
    m_line->setProperty("wrong", false);
    if (m_line->text() != text) m_line->setText(text);
    m_line->update();
  }

  void finish() {
    if (!std::exchange(m_edited, false)) return;
    const Result<ParamValue> value = readEmpty(m_line->text());
    if (value.ok() && *value != m_value) {
      m_value = *value;
      writeValue();
      emit resumed();
      emit chosen(*value);
      return;
    }
    writeValue();
    if (value.ok())
      emit resumed();
    else
      emit refused(value.error());
  }

  QLineEdit* m_line;
  ParamDef m_def;
  ParamValue m_value;
  QString m_word;
  bool m_edited = false;
};

class ListEditor : public ParamEditor {
 public:
  explicit ListEditor(QWidget* parent) : ParamEditor(parent), m_list(new QComboBox(this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_list);
    m_list->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_list->setMinimumContentsLength(4);
    m_list->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_list->installEventFilter(this);
    setFocusProxy(m_list);
    connect(m_list, &QComboBox::activated, this, [this](int index) {
      const ParamValue value = m_list->itemData(index).toString().toStdString();
      if (value == m_value) return;
      m_value = value;
      emit resumed();
      emit chosen(value);
    });
  }

  QWidget* control() const override { return m_list; }
  int wantedWidth() const override {
    int widest = 0;
    for (int i = 0; i < m_list->count(); ++i) widest = std::max(widest, m_list->fontMetrics().horizontalAdvance(m_list->itemText(i)));
    return widest + theme().px(8 + 24 + 2); // padding, arrow
  }

  void setContent(const ParamDef& def, const ParamValue& value, const QString&) override {
    m_list->setAccessibleName(translated(def.label));
    m_value = value;
    const QSignalBlocker quiet(m_list);
    while (m_list->count() > static_cast<int>(def.choices.size())) m_list->removeItem(m_list->count() - 1);
    for (std::size_t i = 0; i < def.choices.size(); ++i) {
      const int row = static_cast<int>(i);
      const QString label = translated(def.choices[i].label), key = QString::fromStdString(def.choices[i].key);
      if (row == m_list->count()) m_list->addItem(label, key);
      if (m_list->itemText(row) != label) m_list->setItemText(row, label);
      if (m_list->itemData(row).toString() != key) m_list->setItemData(row, key);
    }
    const auto* key = std::get_if<std::string>(&value);
    m_list->setCurrentIndex(key ? m_list->findData(QString::fromStdString(*key)) : -1);
  }

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override {
    if (event->type() == QEvent::Wheel) {
      event->ignore();
      return true;
    }
    return ParamEditor::eventFilter(watched, event);
  }

 private:
  QComboBox* m_list;
  ParamValue m_value;
};

class CheckEditor : public ParamEditor {
 public:
  explicit CheckEditor(QWidget* parent) : ParamEditor(parent), m_box(new QCheckBox(this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_box);
    row->addStretch(1);
    m_box->setMinimumWidth(theme().px(24)); // a long name never widens the form
    setFocusProxy(m_box);
    setTextRole(m_box, ColorRole::Text2);
    connect(m_box, &QCheckBox::clicked, this, [this](bool on) {
      emit resumed();
      emit chosen(ParamValue(on));
    });
  }

  QWidget* control() const override { return m_box; }

  void setContent(const ParamDef& def, const ParamValue& value, const QString& word) override {
    m_box->setText(word);
    m_box->setAccessibleName(translated(def.label));
    const auto* on = std::get_if<bool>(&value);
    m_box->setChecked(on && *on);
  }

 private:
  QCheckBox* m_box;
};

} // namespace

ParamEditor::Look ParamEditor::lookOf(const ParamDef& def) {
  switch (def.kind) {
  case ParamKind::Integer:
  case ParamKind::Number:
    return def.max >= kWithoutEnd ? Look::Line : Look::Slider;
  case ParamKind::Switch:
    return Look::Check;
  case ParamKind::Choice:
    return Look::List;
  case ParamKind::Extents:
  case ParamKind::Words:
    break;
  }
  return Look::Line;
}

ParamEditor* ParamEditor::make(Look look, QWidget* parent) {
  switch (look) {
  case Look::Slider:
    return new SliderEditor(parent);
  case Look::List:
    return new ListEditor(parent);
  case Look::Check:
    return new CheckEditor(parent);
  case Look::Line:
    break;
  }
  return new LineEditor(parent);
}

QString paramText(const ParamDef& def, const ParamValue& value) {
  if (const auto* on = std::get_if<bool>(&value)) return *on ? ParamEditor::tr("on") : ParamEditor::tr("off");
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return formatInteger(*whole);
  if (const auto* number = std::get_if<double>(&value)) return formatShort(*number);
  const std::string& words = std::get<std::string>(value);
  for (const ParamChoice& choice : def.choices)
    if (choice.key == words) return translated(choice.label);
  const QString text = QString::fromStdString(words);
  return def.kind == ParamKind::Extents ? QString(text).replace(u'x', u'×') : text;
}

Result<ParamValue> readTyped(const ParamDef& def, const QString& text) {
  std::string words = text.toStdString();
  if (def.kind == ParamKind::Integer || def.kind == ParamKind::Number) {
    const double number = typedNumber(plainPower(text));
    words = text.trimmed().toStdString();
    if (std::isfinite(number)) {
      // Whole numbers over 2^53 lose digits as a double: their own digits are read.
      const QString digits = QString(text).remove(kThinSpace).remove(kNoBreakSpace).remove(u' ').replace(kMinus, u'-');
      bool whole = false;
      const qlonglong exact = digits.toLongLong(&whole);
      words = writeParam(whole ? ParamValue(static_cast<std::int64_t>(exact)) : ParamValue(number));
    }
  } else if (def.kind == ParamKind::Extents) {
    words = text.trimmed().toStdString();
  }
  Result<ParamValue> value = readParam(def, words);
  if (!value) return named(def, value.error());
  return value;
}

QString tipText(const QString& name, const QString& help) {
  return QStringLiteral("<p><b>%1</b><br>%2</p>").arg(name.toHtmlEscaped(), help.toHtmlEscaped());
}

} // namespace glassbox
