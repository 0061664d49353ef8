// The class CreateTorrent.
#include <libtorrent/create_torrent.hpp>
#include <libtorrent/session.hpp>

#include <thread>

#include "classes/classes.h"
#include "classes/hashing.h"
#include "guards/original_paths.h"
#include "tables/bounds.h"
#include "tables/records.h"
#include "tables/settings.h"

namespace binding {

namespace {

ObjectTag const create_torrent_tag{{0x90c7fd31ae25b864, 0x4352454154455f4c}, "a CreateTorrent"};

// (fileStorage, pieceSize?, flags?)
napi_value construct(Conversion& cx, Call const& call) {
  auto const& files = unwrap<WrappedFiles>(cx, call.args[0], file_storage_tag, Path("fileStorage"));
  constexpr int largest = 1 << 30;
  int const piece_size =
      is_nothing(cx, call.args[1])
          ? 0
          : static_cast<int>(integer_from_js(cx, call.args[1], Path("pieceSize"), 0, largest));
  auto const flags = from_js<std::optional<lt::create_flags_t>>(cx, call.args[2], Path("flags"));
  if (files.get().num_files() == 0) throw lt::system_error(lt::errors::no_files_in_torrent);
  if (files.get().total_size() == 0) throw lt::system_error(lt::errors::torrent_invalid_length);
  require_one_root(files.get());
  require_loadable(files.get(), flags.value_or(lt::create_flags_t{}));
  auto wrapped = std::make_unique<WrappedCreateTorrent>(WrappedFiles(files.share()), piece_size,
                                                        flags.value_or(lt::create_flags_t{}));
  wrap(cx, call.self, create_torrent_tag, std::move(wrapped));
  return call.self;
}

// By default, one hashing thread per processor.
lt::settings_pack hashing_settings(Conversion& cx, napi_value value) {
  lt::settings_pack settings = lt::default_settings();
  auto const threads = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  settings.set_int(lt::settings_pack::hashing_threads, threads);
  if (is_nothing(cx, value)) return settings;
  override_settings(settings, from_js<lt::settings_pack>(cx, value, Path("settings")));
  return settings;
}

// (path, settings, progress, receiveCancel). receiveCancel(cancel) runs before hashing starts, so
// that an exception of it leaves no job behind.
napi_value set_piece_hashes(Conversion& cx, Call const& call) {
  return promised(cx, [&](Deferred& deferred) {
    auto const& wrapped = binding::unwrap<WrappedCreateTorrent>(cx, call.self);
    HashRequest request{from_js<std::string>(cx, call.args[0], Path("path")),
                        hashing_settings(cx, call.args[1]), call.self, call.args[2],
                        Cancellation{}};
    request.cancellation.pass_to(cx, call.args[3]);
    // Checked last: code of the user that ran above may have started another job.
    if (wrapped.hashing) throw std::logic_error("setPieceHashes() has not finished");
    start_hashing(cx, std::move(request), std::move(deferred));
  });
}

napi_value files(Conversion& cx, Call const& call) {
  auto const& wrapped = binding::unwrap<WrappedCreateTorrent>(cx, call.self);
  return new_object(cx, std::make_unique<WrappedFiles>(wrapped.files.share()));
}

}  // namespace

void define_create_torrent(Environment& env, napi_value exports) {
  define_class(
      env, exports, "CreateTorrent", constructor<construct>, create_torrent_methods(),
      {method_descriptor<set_piece_hashes>("_setPieceHashes"), method_descriptor<files>("files")});
}

}  // namespace binding
