#include "widgets/common/icons.h"

#include "widgets/common/theme_manager.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

// A static library loses its resources unless somebody asks for them; the macro works only outside a namespace.
static void loadIconResources() { Q_INIT_RESOURCE(resources); }

namespace glassbox {
namespace {

constexpr auto kFolder = ":/glassbox/icons/";
constexpr qreal kGrid = 20;
constexpr qreal kStroke = 1.5;
const QString kEnginePrefix = QStringLiteral("glassbox:");

/// The SVG texts by name, read once.
const QHash<QString, QByteArray>& sources() {
  static const QHash<QString, QByteArray> all = [] {
    loadIconResources();
    QHash<QString, QByteArray> found;
    const QDir folder(QString::fromLatin1(kFolder));
    for (const QString& entry : folder.entryList({QStringLiteral("*.svg")}, QDir::Files)) {
      QFile file(folder.filePath(entry));
      if (file.open(QIODevice::ReadOnly)) found.insert(entry.chopped(4), file.readAll());
    }
    return found;
  }();
  return all;
}

QPixmap render(const QByteArray& svg, int pixels) {
  QPixmap pixmap(pixels, pixels);
  pixmap.fill(Qt::transparent);
  QSvgRenderer renderer(svg);
  QPainter painter(&pixmap);
  renderer.render(&painter, QRectF(0, 0, pixels, pixels));
  return pixmap;
}

// Draws itself anew in the theme's colour of the moment, so no one has to exchange icons after a change of theme.
class ThemedIconEngine : public QIconEngine {
 public:
  ThemedIconEngine(QString name, ColorRole role) : m_name(std::move(name)), m_role(role) {}

  QIconEngine* clone() const override { return new ThemedIconEngine(m_name, m_role); }
  QString iconName() override { return kEnginePrefix + m_name; }
  bool isNull() override { return !hasIcon(m_name); }
  QSize actualSize(const QSize& size, QIcon::Mode, QIcon::State) override { return size; }

  void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override {
    paintIcon(*painter, rect, m_name, colorFor(mode, state));
  }
  QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override { return scaledPixmap(size, mode, state, 1); }
  QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal scale) override {
    const int side = std::min(size.width(), size.height());
    return iconPixmap(m_name, qRound(side / scale), scale, colorFor(mode, state));
  }

 private:
  QColor colorFor(QIcon::Mode mode, QIcon::State state) const {
    if (mode == QIcon::Disabled) return theme().color(ColorRole::Off);
    return theme().color(state == QIcon::On ? ColorRole::Accent : m_role);
  }

  QString m_name;
  ColorRole m_role;
};

} // namespace

QStringList iconNames() {
  QStringList names = sources().keys();
  names.sort();
  return names;
}

bool hasIcon(const QString& name) { return sources().contains(name); }

QIcon icon(const QString& name, ColorRole role) {
  Q_ASSERT_X(hasIcon(name), "icon", qPrintable(name));
  return QIcon(new ThemedIconEngine(name, role));
}

QIcon icon(const char* name, ColorRole role) { return icon(QString::fromLatin1(name), role); }

QString iconNameOf(const QIcon& icon) {
  const QString name = icon.name();
  return name.startsWith(kEnginePrefix) ? name.mid(kEnginePrefix.size()) : QString();
}

QPixmap iconPixmap(const QString& name, int size, qreal devicePixelRatio, const QColor& color) {
  const int pixels = std::max(1, qRound(size * devicePixelRatio));
  // Thicker in a presentation, where icons grow by 1.5.
  const qreal stroke = kStroke * kGrid / std::max(1, size) * theme().iconPx(kGrid) / kGrid;
  const QString key = QStringLiteral("glassbox-icon:%1:%2:%3:%4:%5").arg(name).arg(size).arg(pixels).arg(color.rgba(), 0, 16).arg(stroke);
  QPixmap pixmap;
  if (QPixmapCache::find(key, &pixmap)) return pixmap;

  QByteArray svg = sources().value(name);
  svg.replace("stroke-width=\"1.5\"", QByteArray("stroke-width=\"") + QByteArray::number(stroke, 'f', 3) + '"');
  svg.replace("currentColor", color.name().toLatin1());
  pixmap = render(svg, pixels);
  if (color.alpha() < 255) {
    QPainter fade(&pixmap);
    fade.setCompositionMode(QPainter::CompositionMode_DestinationIn);
    fade.fillRect(pixmap.rect(), QColor(0, 0, 0, color.alpha()));
  }
  pixmap.setDevicePixelRatio(devicePixelRatio);
  QPixmapCache::insert(key, pixmap);
  return pixmap;
}

void paintIcon(QPainter& painter, const QRectF& rect, const QString& name, const QColor& color) {
  const qreal side = std::min(rect.width(), rect.height());
  const qreal ratio = painter.device()->devicePixelRatioF() * std::max<qreal>(0.05, painter.worldTransform().m11());
  const QPixmap pixmap = iconPixmap(name, std::max(1, qRound(side)), ratio, color);
  const QRectF target(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side);
  painter.drawPixmap(target, pixmap, QRectF(pixmap.rect()));
}

namespace {

QPixmap logoIn(const Theme& colors, int size, qreal devicePixelRatio) {
  // The file holds the light theme's colours, so that it is a complete picture for file managers and the desktop.
  const Theme light(ThemeMode::Light);
  QByteArray svg = sources().value(QStringLiteral("glassbox"));
  const auto exchange = [&](ColorRole role) {
    svg.replace(light.color(role).name().toUpper().toLatin1(), colors.color(role).name().toLatin1());
  };
  for (const auto role : {ColorRole::Accent, ColorRole::Neg, ColorRole::Pos, ColorRole::Raised}) exchange(role);
  QPixmap pixmap = render(svg, qRound(size * devicePixelRatio));
  pixmap.setDevicePixelRatio(devicePixelRatio);
  return pixmap;
}

} // namespace

QPixmap logoPixmap(int size, qreal devicePixelRatio) { return logoIn(theme(), size, devicePixelRatio); }

QIcon applicationIcon() {
  QIcon icon;
  for (const int size : {16, 24, 32, 48, 64, 128, 256}) icon.addPixmap(logoIn(Theme(ThemeMode::Light), size, 1));
  return icon;
}

} // namespace glassbox
