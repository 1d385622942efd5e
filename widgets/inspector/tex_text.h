// A formula's TeX as one line of readable text: y = W x + b, Σ, √, ŷ. For places where no formula can be drawn.
#pragma once

#include <QString>

#include <string_view>

namespace glassbox {

/// Never fails: what it does not know, it writes as it stands.
QString texText(std::string_view tex);

} // namespace glassbox
