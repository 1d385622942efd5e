// The lines of a forward function: values that only the next line reads are called x, others keep their layer's name.
#pragma once

#include <string>
#include <vector>

namespace glassbox {

/// One line: `name = text`.
struct TorchStatement {
  std::string result;              ///< the value it makes, as `reads` of others name it
  std::string name;                ///< what it is called where it must keep a name
  std::string text;                ///< expression: {self}, {0}, {1}, ...
  std::string self;                ///< "self.dense1"
  std::vector<std::string> reads;  ///< values, in the order of {0}, {1}, ...
  std::string remark;              ///< comment behind the line
  std::string mark;                ///< put at the line's end as it is: whose line it is
};

struct TorchParameter {
  std::string value, name;
  std::string mark{};
};

/// `def forward(self, x): ...`, which returns the value `output`.
std::string torchForward(const std::vector<TorchParameter>& parameters, const std::vector<TorchStatement>& statements, const std::string& output);

/// `text` with {self}, {target} and {0}, {1}, ... filled in; {target} is the word target.
std::string fillTorch(const std::string& text, const std::string& self, const std::vector<std::string>& wires);

}  // namespace glassbox
