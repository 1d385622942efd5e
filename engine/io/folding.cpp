#include "engine/io/folding.h"

#include <algorithm>
#include <string_view>

namespace glassbox {
namespace {

constexpr std::string_view kPrefix = "group:";

bool isGroupTile(const NodeId& tile) { return tile.starts_with(kPrefix); }

}  // namespace

NodeId groupTile(const std::string& group) { return std::string(kPrefix) + group; }

std::string groupOfTile(const NodeId& tile) { return isGroupTile(tile) ? tile.substr(kPrefix.size()) : std::string(); }

bool isFolded(const Layout& layout, const std::string& group) { return layout.count(groupTile(group)) != 0; }

bool arrangesItself(const Layout& layout) {
  return std::all_of(layout.begin(), layout.end(), [](const auto& place) { return isGroupTile(place.first); });
}

Layout onlyFolds(const Layout& layout) {
  Layout folds = layout;
  std::erase_if(folds, [](const auto& place) { return !isGroupTile(place.first); });
  return folds;
}

}  // namespace glassbox
