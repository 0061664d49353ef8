#include <unordered_set>

#include "classes/classes.h"
#include "tables/bounds.h"
#include "tables/methods.h"

namespace binding {
namespace {

using Files = lt::file_storage;

template <class Result>
auto of_file(Result (*function)(Files const&, lt::file_index_t)) {
  return [function](WrappedFiles& wrapped, lt::file_index_t file) {
    require_index(file, wrapped.get().num_files(), "file");
    return function(wrapped.get(), file);
  };
}

Methods make_methods() {
  using Receiver = WrappedFiles;
  MethodTable<Receiver> table;
#define READ(name, ...)                                                                    \
  add_line<Files const>(table, Kind::js_thread, #name, as_reading<Receiver>, MEMBER(name), \
                        __VA_ARGS__);
#define READ_FILE(name, ...) table.add(Kind::js_thread, #name, of_file(+__VA_ARGS__), "file");
#define EDIT(name, ...) \
  add_line<Files>(table, Kind::js_thread, #name, as_editing<Receiver>, MEMBER(name), __VA_ARGS__);
#include "tables/file_storage.inc"
  return table.take();
}

}  // namespace

Methods const& file_storage_methods() {
  static auto const* methods = new Methods(make_methods());
  return *methods;
}

}  // namespace binding
