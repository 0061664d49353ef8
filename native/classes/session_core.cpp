#include "classes/session_core.h"

#include <utility>

#include <libtorrent/extensions/smart_ban.hpp>
#include <libtorrent/extensions/ut_metadata.hpp>
#include <libtorrent/extensions/ut_pex.hpp>

#include "classes/classes.h"
#include "classes/torrent_plugin.h"
#include "guards/certificates.h"
#include "guards/mapped_files.h"
#include "guards/piece_deadlines.h"

namespace binding {
namespace {

using CreatePlugin = std::shared_ptr<lt::torrent_plugin> (*)(lt::torrent_handle const&,
                                                             lt::client_data_t);

// libtorrent calls the returned function on its network thread, once per torrent.
CreatePlugin plugin(Extension extension) {
  switch (extension) {
    case Extension::ut_metadata: return lt::create_ut_metadata_plugin;
    case Extension::ut_pex: return lt::create_ut_pex_plugin;
    case Extension::smart_ban: break;
  }
  return lt::create_smart_ban_plugin;
}

}  // namespace

// Runs on closer_. closing_ is set, so only the network thread still uses session_. jobs_.stop()
// waits for it.
class SessionCore::CloseJob final : public Job {
 public:
  CloseJob(std::shared_ptr<SessionCore> core, Deferred deferred)
      : core_(std::move(core)), deferred_(std::move(deferred)) {}

  void run() noexcept override {
    core_->jobs_.stop();
    // ~session starts the shutdown and does not wait for its end, because the proxy shares the
    // network thread. ~session_proxy waits.
    lt::session_proxy const proxy = core_->session_->abort();
    core_->session_.reset();
  }

  void on_js_thread(Environment& env) override {
    core_->finish(env);
    std::move(deferred_).resolve(env, js_undefined(env));
  }

 private:
  std::shared_ptr<SessionCore> core_;
  Deferred deferred_;
};

std::shared_ptr<SessionCore> SessionCore::open(Environment& env, napi_value js_session,
                                               lt::session_params params, napi_value dispatch,
                                               SessionOptions const& options) {
  share_signals_with_mapped_files();
  share_authorities();
  std::shared_ptr<SessionCore> core(new SessionCore(env, std::move(params), options));
  core->js_session_ = Ref(env.raw(), js_session);
  core->alerts_.set_dispatch(Ref(env.raw(), dispatch));
  // Hooks run in reverse order. This one is added after the hook of the queue, so it runs before.
  check(env.raw(), napi_add_env_cleanup_hook(env.raw(), at_environment_end, core.get()));
  close_at_exit(*core);
  // Runs on a thread of libtorrent that has locked the alert mutex, so it only wakes the JS thread.
  core->session_->set_alert_notify([&js_queue = core->js_queue_]() noexcept { js_queue.wake(); });
  return core;
}

SessionCore::SessionCore(Environment& env, lt::session_params params, SessionOptions const& options)
    : env_(env.raw()),
      alerts_(options.alert_messages),
      js_queue_(env.raw(), "libtorrent.alerts",
                [this](Environment& environment) {
                  if (!closing_ && !alerts_.waits()) deliver_alerts(environment);
                }),
      jobs_(js_queue_),
      session_(make_session(std::move(params), options.flags)),
      closer_(js_queue_) {
  for (auto const extension : options.extensions) session_->add_extension(plugin(extension));
  session_->add_extension(alerts_.copies());
  session_->add_extension(keep_deadlines_out_of_resume_data());
  lt::session_handle const& session = *session_;
  session_->add_extension([session, no_delay = options.tcp_no_delay](
                              lt::torrent_handle const& torrent, lt::client_data_t) {
    return std::make_shared<TorrentPlugin>(session, torrent, no_delay);
  });
}

SessionCore::~SessionCore() { close_now(); }

std::unique_ptr<lt::session> SessionCore::make_session(lt::session_params params,
                                                       lt::session_flags_t flags) {
  params.disk_io_constructor = jobs_.noting_context(std::move(params.disk_io_constructor));
  return std::make_unique<lt::session>(std::move(params), flags);
}

lt::session& SessionCore::session() {
  if (closing_) throw SessionClosed{};
  return *session_;
}

// A listener may close the session, which delivers all alerts and ends those that were popped.
void SessionCore::deliver_alerts(Environment& env) {
  Conversion cx(env, this);
  bool const was_closing = closing_;
  alerts_.deliver(cx, !closing_);
  if (!alerts_.waits() && closing_ == was_closing) {
    alerts_.pop(*session_);
    alerts_.deliver(cx, !closing_);
  }
  if (alerts_.waits()) request_turn(env);
}

void SessionCore::start(Environment& env, std::unique_ptr<Step> step) {
  if (step->run(env)) return;
  steps_.push_back(std::move(step));
  request_turn(env);
}

void SessionCore::request_turn(Environment& env) {
  if (std::exchange(turn_requested_, true)) return;
  napi_value const session = js_session_.get();
  report_uncaught(env, [&] { env.call(Hook::next_turn, 1, &session); });
}

// One step in a turn, whichever list it belongs to.
void SessionCore::continue_steps(Environment& env) {
  turn_requested_ = false;
  if (closing_) return;
  if (alerts_.waits()) {
    report_uncaught(env, [&] { deliver_alerts(env); });
  } else if (!steps_.empty()) {
    auto step = std::move(steps_.front());
    steps_.pop_front();
    if (!step->run(env)) steps_.push_back(std::move(step));
  }
  if (!steps_.empty()) request_turn(env);
}

napi_value SessionCore::close(Environment& env) {
  // Tested again by nested calls: a listener that is called below may close the session, too.
  if (closing_ || ended_) return close_promise_.get();
  napi_value promise = nullptr;
  Deferred deferred(env, promise);
  close_promise_ = Ref(env_, promise);
  closing_ = true;
  js_queue_.ref(env_);  // the process waits for the end of the close
  session_->set_alert_notify({});
  report_uncaught(env, [&] { deliver_alerts(env); });
  // Jobs that have not started reject, because the session is closed, and so do steps.
  for (auto& job : jobs_.cancel_waiting()) report_uncaught(env, [&] { job->on_js_thread(env); });
  for (auto& step : std::exchange(steps_, {})) step->run(env);
  closer_.submit(std::make_unique<CloseJob>(shared_from_this(), std::move(deferred)));
  return promise;
}

void SessionCore::finish(Environment& env) {
  ended_ = true;
  forget_at_exit(*this);
  closer_.stop();
  release(env);
}

void SessionCore::release(Environment& env) {
  napi_remove_env_cleanup_hook(env.raw(), at_environment_end, this);
  js_queue_.close();
  drop_references();
}

void SessionCore::drop_references() noexcept {
  for (Ref* const ref : {&js_session_, &close_promise_}) ref->reset();
  alerts_.drop_references();
  steps_.clear();
  torrents_.clear();
}

// The cleanup hook of an environment that ends with the session open. No JavaScript runs any more.
void SessionCore::at_environment_end(void* data) {
  auto& core = *static_cast<SessionCore*>(data);
  auto const keep = core.shared_from_this();  // a task that is dropped may own the last share
  forget_at_exit(core);
  close_fast(core);
  core.js_queue_.close();
  core.drop_references();
}

void SessionCore::close_now() noexcept {
  if (std::exchange(ended_, true)) return;
  if (!closing_) session_->set_alert_notify({});
  closing_ = true;
  jobs_.stop();
  closer_.stop();
  if (!session_) return;  // a graceful close was under way, and has ended now
  try {
    // A tracker that does not answer "stopped" would delay the exit by seconds.
    lt::settings_pack fast;
    fast.set_int(lt::settings_pack::stop_tracker_timeout, 0);
    session_->apply_settings(std::move(fast));
  } catch (...) {  // NOLINT(bugprone-empty-catch): the session then ends a little later
  }
  session_.reset();
}

napi_value SessionCore::handle_to_js(Conversion& cx, lt::torrent_handle const& handle) {
  Batch const* const batch = cx.batch();
  if (batch != nullptr && batch->serial == latest_.batch && latest_.torrent == handle) {
    return latest_.object;
  }
  napi_value const object = find_handle(cx, handle);
  if (batch != nullptr) latest_ = {batch->serial, handle, object};
  return object;
}

napi_value SessionCore::find_handle(Environment& env, lt::torrent_handle const& handle) {
  // The weak pointer of the key keeps the address of the torrent from being reused.
  KnownTorrent& known = torrents_[handle];
  if (known.wrapped != nullptr) {
    if (napi_value const object = known.wrapped->object.get()) return object;
  }
  bool const removed = known.removed;
  std::unique_ptr<WrappedTorrent> wrapped(
      new WrappedTorrent{shared_from_this(), handle, summary_of(handle), removed});
  auto* const made = wrapped.get();
  napi_value const object = new_object(env, std::move(wrapped), js_session_.get());
  // Looked up again: the finalizer of the former object may have erased the entry.
  torrents_[handle] = {made, removed};
  return object;
}

// Keeps the entry of a removed torrent that still exists, because an alert may make another object
// of it.
void SessionCore::forget(WrappedTorrent const& torrent) noexcept {
  auto const entry = torrents_.find(torrent.handle);
  if (entry == torrents_.end()) return;
  if (entry->second.wrapped != &torrent) return;  // a newer object has taken the place
  entry->second.wrapped = nullptr;
  if (!entry->second.removed || !torrent.handle.is_valid()) {
    torrents_.erase(entry);
  } else if (++removed_without_object_ > most_removed_) {
    forget_removed();
  }
}

// Drops the entries of ended torrents, each time that the number of entries has doubled: the weak
// pointer of a handle keeps the memory of its torrent.
void SessionCore::forget_removed() noexcept {
  removed_without_object_ = 0;
  for (auto entry = torrents_.begin(); entry != torrents_.end();) {
    bool const is_waiting = entry->second.removed && entry->second.wrapped == nullptr;
    if (is_waiting && !entry->first.is_valid()) {
      entry = torrents_.erase(entry);
    } else {
      removed_without_object_ += is_waiting ? 1 : 0;
      ++entry;
    }
  }
  most_removed_ = 2 * removed_without_object_ + 16;
}

void SessionCore::remove(WrappedTorrent& torrent, lt::remove_flags_t flags) {
  session().remove_torrent(torrent.handle, flags);
  torrent.removed = true;
  torrents_[torrent.handle].removed = true;
}

SharedInfo SessionCore::own_info(SharedInfo const& info) {
  if (!alerts_.converting() || !info) return info;
  if (auto copy = alerts_.copies()->find(info.get())) return *std::move(copy);
  // The type was not subscribed when the alert was posted.
  SharedInfo copy;
  run([&] { copy = info_copy(info); });
  return copy;
}

}  // namespace binding
