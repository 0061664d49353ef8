// The class FileStorage, and addFiles().
#include "classes/cancellation.h"
#include "classes/classes.h"
#include "classes/scan.h"
#include "node/own_thread.h"
#include "tables/methods.h"

namespace binding {

ObjectTag const file_storage_tag{{0x2e61b8f04ad7c593, 0x46494c45535f4c54}, "a FileStorage"};

namespace {

napi_value construct(Conversion& cx, Call const& call) {
  auto wrapped = adopt_pending<WrappedFiles>(cx);
  if (!wrapped) wrapped = std::make_unique<WrappedFiles>(lt::file_storage());
  wrap(cx, call.self, file_storage_tag, std::move(wrapped));
  return call.self;
}

// Adds copies of the files that don't point into `from`.
void append(lt::file_storage& files, lt::file_storage const& from) {
  for (auto const i : from.file_range()) {
    bool const is_link = bool(from.file_flags(i) & lt::file_storage::flag_symlink);
    files.add_file(from.file_path(i), from.file_size(i), from.file_flags(i), from.mtime(i),
                   is_link ? from.internal_symlink(i) : std::string());
  }
}

lt::file_storage owned_copy(lt::file_storage const& from) {
  lt::file_storage copy;
  append(copy, from);
  copy.set_name(from.name());
  copy.set_piece_length(from.piece_length());
  copy.set_num_pieces(from.num_pieces());
  return copy;
}

// Scans into a storage of its own, because JavaScript may use the caller's meanwhile.
class AddFiles final : public LongJob {
 public:
  AddFiles(Conversion& cx, napi_value target, std::string path, lt::create_flags_t flags,
           Cancellation cancellation, Deferred deferred)
      : path_(std::move(path)),
        flags_(flags),
        cancellation_(std::move(cancellation)),
        target_(cx.raw(), target),
        deferred_(std::move(deferred)) {}

  void run() noexcept override {
    try {
      found_ = scan(path_, flags_, [this](std::string const&) {
        cancellation_.throw_if_cancelled();
        return true;
      });
    } catch (...) {
      error_ = std::current_exception();
    }
  }

  void stop() noexcept override { cancellation_.cancel(); }

  void on_js_thread(Environment& env) override {
    napi_value const target = target_.get();
    try {
      if (error_) std::rethrow_exception(error_);
      cancellation_.throw_if_cancelled();
      append(unwrap<WrappedFiles>(env, target).edit(), found_);
      std::move(deferred_).resolve(env, target);
    } catch (...) {
      std::move(deferred_).reject(env, std::current_exception());
    }
  }

 private:
  std::string path_;
  lt::create_flags_t flags_;
  Cancellation cancellation_;
  lt::file_storage found_;
  std::exception_ptr error_;
  Ref const target_;
  Deferred deferred_;
};

// (fileStorage, path, flags?, receiveCancel?)
napi_value add_files(Conversion& cx, Call const& call) {
  return promised(cx, [&](Deferred& deferred) {
    unwrap<WrappedFiles>(cx, call.args[0], file_storage_tag, Path("fileStorage"));
    auto path = from_js<std::string>(cx, call.args[1], Path("path"));
    require_path(path, "path");
    auto const flags = from_js<std::optional<lt::create_flags_t>>(cx, call.args[2], Path("flags"));
    Cancellation cancellation;
    cancellation.pass_to(cx, call.args[3]);
    run_in_own_thread(cx,
                      std::make_unique<AddFiles>(cx, call.args[0], std::move(path),
                                                 flags.value_or(lt::create_flags_t{}),
                                                 std::move(cancellation), std::move(deferred)),
                      "libtorrent.addFiles");
  });
}

// (fileStorage, path, filter?, flags?). Scans on the JS thread, because the filter is a JS
// function.
napi_value add_files_sync(Conversion& cx, Call const& call) {
  auto& files = unwrap<WrappedFiles>(cx, call.args[0], file_storage_tag, Path("fileStorage"));
  auto const path = from_js<std::string>(cx, call.args[1], Path("path"));
  require_path(path, "path");
  napi_value const filter = call.args[2];
  bool const filtered = !is_nothing(cx, filter);
  if (filtered && type_of(cx, filter) != napi_function) {
    throw_type_error(cx, Path("filter"), "a function", filter);
  }
  auto const flags = from_js<std::optional<lt::create_flags_t>>(cx, call.args[3], Path("flags"));
  auto const accepts = [&](std::string const& found) {
    if (!filtered) return true;
    HandleScope const scope(cx.raw());
    napi_value const name = to_js(cx, found);
    napi_value answer = nullptr;
    check(cx.raw(), napi_call_function(cx.raw(), filter, filter, 1, &name, &answer));
    return from_js<bool>(cx, answer, Path("the result of filter"));
  };
  auto const found = scan(path, flags.value_or(lt::create_flags_t{}), accepts);
  append(files.edit(), found);
  return call.args[0];
}

}  // namespace

lt::file_storage codec<lt::file_storage>::from_js(Conversion& cx, napi_value value,
                                                  Path const& path) {
  return owned_copy(unwrap<WrappedFiles>(cx, value, file_storage_tag, path).get());
}

void define_file_storage(Environment& env, napi_value exports) {
  define_class(env, exports, "FileStorage", constructor<construct>, file_storage_methods());
  define_properties(env, exports,
                    {method_descriptor<add_files>("addFiles", napi_enumerable),
                     method_descriptor<add_files_sync>("addFilesSync", napi_enumerable)});
}

}  // namespace binding
