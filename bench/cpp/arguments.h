// The arguments of a program: `name=value`.
#pragma once

#include <map>
#include <string>

class Arguments {
 public:
  Arguments(int count, char const* const* arguments);

  // Throws std::invalid_argument when the argument is missing.
  std::string const& text(std::string const& name) const;
  std::string text(std::string const& name, std::string const& otherwise) const;
  int number(std::string const& name) const;
  bool has(std::string const& name) const { return values_.count(name) != 0; }
  std::map<std::string, std::string> const& all() const { return values_; }

 private:
  std::map<std::string, std::string> values_;
};
