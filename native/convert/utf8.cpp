#include "convert/utf8.h"

#include <array>
#include <cstddef>
#include <cstdint>

namespace binding {
namespace {

// Returns the size of the character at the start of `bytes`. 0 when there is none: it is cut off,
// longer than needed, a surrogate, or beyond the last code point.
std::size_t character_size(std::string_view bytes) {
  auto const byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  unsigned const lead = byte(0);
  if (lead < 0x80) return 1;
  std::size_t const size = lead < 0xc2   ? 0
                           : lead < 0xe0 ? 2
                           : lead < 0xf0 ? 3
                           : lead < 0xf5 ? 4
                                         : 0;
  if (size == 0 || size > bytes.size()) return 0;
  std::uint32_t code_point = lead & (0x7fU >> size);
  for (std::size_t i = 1; i < size; ++i) {
    if ((byte(i) & 0xc0U) != 0x80) return 0;
    code_point = code_point << 6U | (byte(i) & 0x3fU);
  }
  constexpr std::array<std::uint32_t, 5> least = {0, 0, 0x80, 0x800, 0x10000};
  bool const is_surrogate = code_point >= 0xd800 && code_point < 0xe000;
  return code_point < least[size] || is_surrogate || code_point > 0x10ffff ? 0 : size;
}

}  // namespace

bool is_utf8(std::string_view bytes) {
  while (!bytes.empty()) {
    std::size_t const size = character_size(bytes);
    if (size == 0) return false;
    bytes.remove_prefix(size);
  }
  return true;
}

std::string escape_non_utf8(std::string_view bytes) {
  constexpr char digits[] = "0123456789abcdef";
  std::string text;
  while (!bytes.empty()) {
    std::size_t const size = character_size(bytes);
    if (size > 0) {
      text.append(bytes.substr(0, size));
      bytes.remove_prefix(size);
    } else {
      auto const byte = static_cast<unsigned char>(bytes.front());
      text += {'\\', 'x', digits[byte >> 4U], digits[byte & 0xfU]};
      bytes.remove_prefix(1);
    }
  }
  return text;
}

}  // namespace binding
