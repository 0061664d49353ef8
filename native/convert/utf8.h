// Checks and escapes bytes that may be no UTF-8, such as names of files.
#pragma once

#include <string>
#include <string_view>

namespace binding {

bool is_utf8(std::string_view bytes);

// Returns valid UTF-8 unchanged, and writes each byte that is part of no character as \xNN.
std::string escape_non_utf8(std::string_view bytes);

}  // namespace binding
