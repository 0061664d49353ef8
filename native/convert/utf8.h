// Bytes that may be no UTF-8: names of files, mostly.
#pragma once

#include <string>
#include <string_view>

namespace binding {

bool is_utf8(std::string_view bytes);

// Valid UTF-8 as it is; each byte that is part of no character as \xNN.
std::string escape_non_utf8(std::string_view bytes);

}  // namespace binding
