// The class TorrentInfo.
#include <libtorrent/torrent_info.hpp>

#include "classes/classes.h"
#include "tables/errors.h"
#include "tables/records.h"

namespace binding {

ObjectTag const torrent_info_tag{{0x7be04d1296c5fa38, 0x494e464f5f4c5431}, "a TorrentInfo"};

namespace {

lt::load_torrent_limits limits_of(Conversion& cx, napi_value value) {
  return from_js<std::optional<lt::load_torrent_limits>>(cx, value, Path("limits"))
      .value_or(lt::load_torrent_limits{});
}

// (bytes of a .torrent file, limits?)
napi_value construct(Conversion& cx, Call const& call) {
  auto wrapped = adopt_pending<WrappedInfo>(cx);
  if (!wrapped) {
    // A copy: another thread may write to a SharedArrayBuffer while it is parsed.
    auto const bytes = from_js<std::vector<char>>(cx, call.args[0], Path("buffer"));
    auto const limits = limits_of(cx, call.args[1]);
    wrapped = load_within(limits, [&] {
      return std::make_unique<WrappedInfo>(lt::torrent_info(bytes, limits, lt::from_span));
    });
  }
  auto const bytes = static_cast<std::int64_t>(wrapped->get().info_section().size());
  wrap(cx, call.self, torrent_info_tag, std::move(wrapped), bytes);
  return call.self;
}

std::shared_ptr<lt::torrent_info const> load(std::string path,
                                             std::optional<lt::load_torrent_limits> given) {
  auto const limits = given.value_or(lt::load_torrent_limits{});
  return load_within(
      limits, [&] { return std::make_shared<lt::torrent_info>(path, limits); }, path);
}

Methods const& statics() {
  static auto const* methods = [] {
    MethodTable<Nothing> table;
    table.add(Kind::pool, "load", &load, "path, limits");
    return new Methods(table.take());
  }();
  return *methods;
}

napi_value files_to_js(Conversion& cx, SharedInfo const& root, lt::file_storage const& files) {
  WrappedFiles::Share share{{root, &files}, root};
  return new_object(cx, std::make_unique<WrappedFiles>(std::move(share)));
}

// The result shares the files of the torrent. An edit changes a copy.
napi_value files(Conversion& cx, Call const& call) {
  auto const info = unwrap<WrappedInfo>(cx, call.self).share().value;
  return files_to_js(cx, info, info->files());
}

napi_value orig_files(Conversion& cx, Call const& call) {
  auto const info = unwrap<WrappedInfo>(cx, call.self).share().value;
  return files_to_js(cx, info, info->orig_files());
}

}  // namespace

static SharedInfo owned(Conversion& cx, SharedInfo const& info) {
  return cx.session() == nullptr ? info : cx.session()->own_info(info);
}

static napi_value info_object(Conversion& cx, SharedInfo info) {
  WrappedInfo::Share share{std::move(info), nullptr};
  return new_object(cx, std::make_unique<WrappedInfo>(std::move(share)));
}

napi_value codec<std::shared_ptr<lt::torrent_info const>>::to_js(
    Conversion& cx, std::shared_ptr<lt::torrent_info const> const& value) {
  return value ? info_object(cx, owned(cx, value)) : js_null(cx);
}

napi_value codec<std::weak_ptr<lt::torrent_info const>>::to_js(
    Conversion& cx, std::weak_ptr<lt::torrent_info const> const& value) {
  auto info = owned(cx, value.lock());
  return info && info->is_valid() ? info_object(cx, std::move(info)) : js_null(cx);
}

napi_value codec<std::shared_ptr<lt::torrent_info>>::to_js(
    Conversion& cx, std::shared_ptr<lt::torrent_info> const& value) {
  return codec<std::shared_ptr<lt::torrent_info const>>::to_js(cx, value);
}

// The cast is safe: libtorrent copies the object before it changes it.
std::shared_ptr<lt::torrent_info> codec<std::shared_ptr<lt::torrent_info>>::from_js(
    Conversion& cx, napi_value value, Path const& path) {
  if (is_nothing(cx, value)) return nullptr;
  auto const& info = unwrap<WrappedInfo>(cx, value, torrent_info_tag, path);
  return std::const_pointer_cast<lt::torrent_info>(info.share().value);
}

void define_torrent_info(Environment& env, napi_value exports) {
  napi_value const cls =
      define_class(env, exports, "TorrentInfo", constructor<construct>, torrent_info_methods(),
                   {method_descriptor<files>("files"), method_descriptor<orig_files>("origFiles")});
  define_functions(env, cls, statics());
}

}  // namespace binding
