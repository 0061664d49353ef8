// The class Session.
#include <libtorrent/disabled_disk_io.hpp>
#include <libtorrent/mmap_disk_io.hpp>
#include <libtorrent/posix_disk_io.hpp>
#include <libtorrent/session_params.hpp>

#include "classes/classes.h"
#include "guards/certificates.h"
#include "guards/guarded_disk.h"
#include "tables/records.h"

namespace binding {
namespace {

constexpr ObjectTag session_tag{{0x8a1f3c5d7e9b2046, 0x53e551004e415049}, "a Session"};

SessionCore& core_of(Environment& env, napi_value self) {
  return *unwrap<WrappedSession>(env, self).core;
}

lt::disk_io_constructor_type disk_constructor(DiskBackend backend) {
  switch (backend) {
    case DiskBackend::mmap: return guarded(lt::mmap_disk_io_constructor);
    case DiskBackend::posix: return guarded(lt::posix_disk_io_constructor);
    case DiskBackend::disabled: return lt::disabled_disk_io_constructor;
    case DiskBackend::standard: break;
  }
  return guarded(lt::default_disk_io_constructor);
}

// (params, dispatch, { alertMessages, diskBackend })
napi_value construct(Conversion& cx, Call const& call) {
  if (!cx.env().initialized()) throw_plain_error(cx, "Error", "the addon was not initialized");
  lt::session_params params;
  if (!is_nothing(cx, call.args[0])) update_from_js(cx, params, call.args[0], Path("options"));
  if (type_of(cx, call.args[1]) != napi_function) {
    throw_type_error(cx, Path("dispatch"), "a function", call.args[1]);
  }
  SessionOptions options;
  if (!is_nothing(cx, call.args[2])) update_from_js(cx, options, call.args[2], Path("options"));
  params.disk_io_constructor = disk_constructor(options.disk_backend);
  params.extensions.clear();  // SessionCore adds those of the options
  AuthoritiesScope const authorities(options.certificate_authorities);
  auto wrapped = std::make_unique<WrappedSession>();
  wrapped->core = SessionCore::open(cx, call.self, std::move(params), call.args[1], options);
  wrap(cx, call.self, session_tag, std::move(wrapped));
  return call.self;
}

napi_value close(Conversion& cx, Call const& call) { return core_of(cx, call.self).close(cx); }

// Checks its receiver, because V8 checks receivers of methods, and not those of getters.
napi_value closed(Conversion& cx, Call const& call) {
  return to_js(cx, unwrap<WrappedSession>(cx, call.self, session_tag, Path("this")).core->closed());
}

napi_value ref(Conversion& cx, Call const& call) {
  core_of(cx, call.self).ref(cx);
  return call.self;
}

napi_value unref(Conversion& cx, Call const& call) {
  core_of(cx, call.self).unref(cx);
  return call.self;
}

napi_value subscribe(Conversion& cx, Call const& call) {
  auto const type =
      integer_from_js(cx, call.args[0], Path("alertType"), 0, lt::num_alert_types - 1);
  core_of(cx, call.self)
      .subscribe(static_cast<int>(type), from_js<bool>(cx, call.args[1], Path("on")));
  return js_undefined(cx);
}

napi_value continue_steps(Conversion& cx, Call const& call) {
  core_of(cx, call.self).continue_steps(cx);
  return js_undefined(cx);
}

}  // namespace

std::shared_ptr<SessionCore> receiver<lt::session>::target_of(Environment& env, napi_value self) {
  auto const& core = unwrap<WrappedSession>(env, self).core;
  core->session();  // throws when it is closed
  return core;
}

void define_session(Environment& env, napi_value exports) {
  napi_property_descriptor closed_property{};
  closed_property.utf8name = "closed";
  closed_property.getter = callback<closed>;
  closed_property.attributes = napi_default;
  define_class(env, exports, "Session", constructor<construct>, session_methods(),
               {
                   method_descriptor<close>("_close"),
                   method_descriptor<ref>("ref"),
                   method_descriptor<unref>("unref"),
                   method_descriptor<subscribe>("_listenTo"),
                   method_descriptor<continue_steps>("_continue"),
                   closed_property,
               });
}

}  // namespace binding
