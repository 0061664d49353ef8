#include "arguments.h"

#include <stdexcept>

Arguments::Arguments(int count, char const* const* arguments) {
  for (int i = 0; i < count; i++) {
    std::string const text = arguments[i];
    auto const at = text.find('=');
    if (at == std::string::npos) throw std::invalid_argument("not name=value: " + text);
    values_[text.substr(0, at)] = text.substr(at + 1);
  }
}

std::string const& Arguments::text(std::string const& name) const {
  auto const found = values_.find(name);
  if (found == values_.end()) throw std::invalid_argument(name + "= is missing");
  return found->second;
}

std::string Arguments::text(std::string const& name, std::string const& otherwise) const {
  return has(name) ? text(name) : otherwise;
}

int Arguments::number(std::string const& name) const { return std::stoi(text(name)); }
