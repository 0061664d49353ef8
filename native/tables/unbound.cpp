#include "tables/unbound.h"

#include "convert/schema.h"

namespace binding {
namespace {

struct Line {
  char const* cpp_class;
  char const* member;
  char const* text;
};

#define SETTING(name)
#define UNBOUND(cpp_class, member, text)
#define BY_HAND(cpp_class, member, text) {cpp_class, member, text},
constexpr Line by_hand[] = {
#include "tables/unbound.inc"
};
#undef BY_HAND
#undef UNBOUND
#define BY_HAND(cpp_class, member, text)
#define UNBOUND(cpp_class, member, text) {cpp_class, member, text},
constexpr Line unbound[] = {
#include "tables/unbound.inc"
};
#undef SETTING

template <std::size_t N>
void describe(JsonWriter& json, char const* name, Line const (&lines)[N]) {
  json.key(name).begin_array();
  for (auto const& line : lines) {
    json.begin_object();
    json.key("class").value(line.cpp_class);
    json.key("member").value(line.member);
    json.key("text").value(line.text);
    json.end_object();
  }
  json.end_array();
}

}  // namespace

bool is_deprecated_setting(std::string_view name) {
#undef BY_HAND
#undef UNBOUND
#define BY_HAND(cpp_class, member, text)
#define UNBOUND(cpp_class, member, text)
#define SETTING(deprecated) \
  if (name == #deprecated) return true;
#include "tables/unbound.inc"
#undef SETTING
#undef UNBOUND
#undef BY_HAND
  return false;
}

void describe_unbound(JsonWriter& json) {
  describe(json, "byHand", by_hand);
  describe(json, "unbound", unbound);
}

}  // namespace binding
