#include "engine/io/pytorch_body.h"

#include <algorithm>
#include <map>

namespace glassbox {
namespace {

/// True when the line `position` reads the value and no other does; the line behind the last is the return.
bool onlyReader(const std::string& value, std::size_t position, const std::vector<TorchStatement>& statements, const std::string& output) {
  bool read = false;
  for (std::size_t i = 0; i <= statements.size(); ++i) {
    const bool here = i == statements.size() ? value == output : std::count(statements[i].reads.begin(), statements[i].reads.end(), value) > 0;
    if (here && i != position) return false;
    read = read || here;
  }
  return read;
}

}  // namespace

std::string fillTorch(const std::string& text, const std::string& self, const std::vector<std::string>& wires) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text[at] == '{' ? text.find('}', at) : std::string::npos;
    if (end == std::string::npos) {
      out += text[at++];
      continue;
    }
    const std::string place = text.substr(at + 1, end - at - 1);
    out += place == "self" ? self : place == "target" ? place : wires.at(std::stoul(place));
    at = end + 1;
  }
  return out;
}

std::string torchForward(const std::vector<TorchParameter>& parameters, const std::vector<TorchStatement>& statements, const std::string& output) {
  std::map<std::string, std::string> names;
  std::string out = "    def forward(self", marks;
  for (const TorchParameter& parameter : parameters) {
    const bool passing = parameters.size() == 1 && onlyReader(parameter.value, 0, statements, output);
    names[parameter.value] = passing ? "x" : parameter.name;
    out += ", " + names[parameter.value];
    marks += parameter.mark;
  }
  out += "):" + marks + "\n";
  for (std::size_t i = 0; i < statements.size(); ++i) {
    const TorchStatement& s = statements[i];
    std::vector<std::string> wires;
    for (const std::string& value : s.reads) wires.push_back(names.at(value));
    names[s.result] = onlyReader(s.result, i + 1, statements, output) ? "x" : s.name;
    out += "        " + names[s.result] + " = " + fillTorch(s.text, s.self, wires) + (s.remark.empty() ? "" : "  # " + s.remark) + s.mark + "\n";
  }
  return out + "        return " + names.at(output) + "\n";
}

}  // namespace glassbox
