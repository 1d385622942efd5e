#include "app/command_desk.h"

#include "engine/graph/analysis.h"
#include "engine/graph/transformer_block.h"
#include "engine/io/templates.h"
#include "engine/layers/loss.h"
#include "widgets/common/icons.h"
#include "widgets/common/number_format.h"
#include "widgets/model/document.h"
#include "widgets/model/language.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>

namespace glassbox {

CommandDesk::CommandDesk(const Parts& parts, QWidget* window) : QObject(window), m_parts(parts), m_palette(new CommandPalette([this](const QString& typed) { return readLine(typed); }, window)) {}

void CommandDesk::open() { m_palette->open(commands()); }

Command CommandDesk::command(const Text& name, const QString& group, std::function<void()> run) const {
  Command made;
  made.english = QString::fromStdString(english(name));
  made.chinese = m_chinese.of(name);
  made.group = group;
  made.run = std::move(run);
  return made;
}

/// With the menus inside it.
void CommandDesk::addMenu(std::vector<Command>& all, const QMenu& menu, const QString& group) const {
  for (QAction* action : menu.actions()) {
    if (action->menu()) {
      addMenu(all, *action->menu(), QStringLiteral("%1, %2").arg(group, action->menu()->title()));
      continue;
    }
    if (action->isSeparator() || !action->isVisible() || action->text().isEmpty()) continue;
    Command made = command(nameOf(action), group, [action] { action->trigger(); });
    made.keys = action->shortcut().toString(QKeySequence::NativeText);
    made.icon = iconNameOf(action->icon());
    made.tip = action->toolTip();
    made.enabled = action->isEnabled();
    all.push_back(std::move(made));
  }
}

std::vector<Command> CommandDesk::commands() {
  std::vector<Command> all;
  for (const QAction* menu : m_parts.menus->actions())
    if (menu->menu()) addMenu(all, *menu->menu(), menu->menu()->title());
  const std::optional<Error> kept = m_parts.document->lockOf("network");
  const QString locked = kept ? translated(*kept) : QString();
  const auto addLayer = [&](const NodeDef* def) {
    const QString key = QString::fromStdString(def->key), picture = QString::fromStdString(def->icon);
    Command made = command(GB_TEXT("glassbox::CommandDesk", "Add %1").arg(def->title), tr("Layer"), [this, key] { emit layerChosen(key); });
    made.keys = def->letter ? QString(QChar::fromLatin1(def->letter)) : QString();
    made.icon = hasIcon(picture) ? picture : QStringLiteral("block");
    made.tip = locked.isEmpty() ? translated(def->help) : locked;
    made.enabled = locked.isEmpty();
    all.push_back(std::move(made));
  };
  for (const LayerDef* def : allLayers()) addLayer(def);
  for (const LossDef* def : allLosses()) addLayer(def);
  addLayer(&transformerBlockDef());
  for (const TemplateDef& example : allTemplates()) {
    Command made = command(example.title, tr("Example"), [this, name = QString::fromStdString(example.name)] { emit exampleChosen(name); });
    made.icon = QStringLiteral("play");
    made.tip = translated(example.help);
    all.push_back(std::move(made));
  }
  for (const LessonEntry& entry : m_parts.lessons()) {
    if (!entry.lesson) continue; // the list of lessons says why
    Command made;
    made.english = QString::fromStdString(entry.lesson->page(Language::English).title);
    made.chinese = QString::fromStdString(entry.lesson->page(Language::Chinese).title);
    made.group = tr("Lesson %1").arg(entry.lesson->number);
    made.icon = QStringLiteral("book");
    made.run = [this, id = QString::fromStdString(entry.lesson->id)] { emit lessonChosen(id); };
    all.push_back(std::move(made));
  }
  return all;
}

/// The grammar counts the parts between the bars: "part 2".
QString CommandDesk::sentenceOf(const Error& error) {
  static const QRegularExpression part(QStringLiteral("^part (\\d+)$"));
  const auto found = part.match(QString::fromStdString(error.place));
  if (!found.hasMatch()) return translated(error);
  Error rest = error;
  rest.place.clear();
  return tr("Part %1: %2").arg(found.captured(1), translated(rest));
}

std::optional<ReadLine> CommandDesk::readLine(const QString& typed) {
  static const QRegularExpression line(QStringLiteral("\\||^\\s*(\\w+:\\s*)?input\\s+\\S"));
  if (!typed.contains(line)) return std::nullopt;
  if (const std::optional<Error> kept = m_parts.document->lockOf("network")) return ReadLine{false, translated(*kept), {}};
  const Result<NetworkSpec> spec = parseLine(typed.toStdString());
  if (!spec) return ReadLine{false, sentenceOf(spec.error()), {}};
  const Analysis analysis = analyse(*spec);
  ReadLine read;
  read.sound = true;
  read.sentence = tr("Enter builds this network: %1 nodes, %2 parameters. Undo brings the old one back.").arg(formatInteger(static_cast<std::int64_t>(spec->nodes.size())), formatInteger(analysis.parameters));
  for (const Issue& issue : analysis.issues)
    if (issue.severity == Issue::Severity::Error) {
      read.sentence += u'\n' + translated(issue.error);
      break;
    }
  read.build = [this, spec = *spec] {
    EditValue after = m_parts.document->value();
    after.spec = spec;
    after.layout = {}; // the tiles of another network had other places
    m_parts.document->apply(after, GB_TEXT("document", "Network from one line"));
    emit built();
  };
  return read;
}

} // namespace glassbox
