// Settings are enumerated from libtorrent: none is written down here.
#pragma once

#include <string>
#include <vector>

#include <libtorrent/settings_pack.hpp>

namespace binding {

class JsonWriter;

struct Setting {
  int id;
  char const* name;
};

// The live settings of this libtorrent, in the order of their numbers: strings, ints, bools.
std::vector<Setting> const& all_settings();

// Sets in `settings` the keys that `given` has.
void override_settings(libtorrent::settings_pack& settings, libtorrent::settings_pack const& given);

void describe_settings(JsonWriter& json);

}  // namespace binding
