// The words that a program is started with: `name=value`.
#pragma once

#include <map>
#include <string>

class Words {
 public:
  Words(int count, char const* const* words);

  // Throws std::invalid_argument when it wasn't given.
  std::string const& text(std::string const& name) const;
  std::string text(std::string const& name, std::string const& otherwise) const;
  int number(std::string const& name) const;
  bool has(std::string const& name) const { return values_.count(name) != 0; }
  std::map<std::string, std::string> const& all() const { return values_; }

 private:
  std::map<std::string, std::string> values_;
};
