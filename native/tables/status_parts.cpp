#include "tables/status_parts.h"

namespace binding {
namespace {

struct FieldCounter {
  std::size_t count = 0;
  template <class Accessor>
  void operator()(char const*, Accessor) {
    ++count;
  }
};

}  // namespace

std::size_t statuses_in_part() {
  static std::size_t const most = [] {
    FieldCounter fields;
    record<lt::torrent_status>::each(fields);
    return values_in_part / fields.count;
  }();
  return most;
}

}  // namespace binding
