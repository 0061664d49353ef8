#include "convert/record.h"

#include <cctype>

namespace binding {
namespace {

char upper(char c) { return static_cast<char>(std::toupper(static_cast<unsigned char>(c))); }

}  // namespace

std::string camel_case(std::string_view snake) {
  std::string result;
  bool raise = false;
  for (char const c : snake) {
    if (c == '_') {
      raise = !result.empty();
    } else {
      result += raise ? upper(c) : c;
      raise = false;
    }
  }
  return result;
}

bool is_camel_of(std::string_view camel, char const* snake) {
  std::size_t at = 0;
  bool raise = false;
  for (; *snake != '\0'; ++snake) {
    if (*snake == '_') {
      raise = at != 0;
      continue;
    }
    if (at == camel.size() || camel[at] != (raise ? upper(*snake) : *snake)) return false;
    ++at;
    raise = false;
  }
  return at == camel.size();
}

}  // namespace binding
