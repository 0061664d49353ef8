#include "words.h"

#include <stdexcept>

Words::Words(int count, char const* const* words) {
  for (int i = 0; i < count; i++) {
    std::string const word = words[i];
    auto const at = word.find('=');
    if (at == std::string::npos) throw std::invalid_argument("not name=value: " + word);
    values_[word.substr(0, at)] = word.substr(at + 1);
  }
}

std::string const& Words::text(std::string const& name) const {
  auto const found = values_.find(name);
  if (found == values_.end()) throw std::invalid_argument(name + "= is missing");
  return found->second;
}

std::string Words::text(std::string const& name, std::string const& otherwise) const {
  return has(name) ? text(name) : otherwise;
}

int Words::number(std::string const& name) const { return std::stoi(text(name)); }
