#include "node/own_thread.h"

#include <utility>

#include "node/boundary.h"
#include "node/shutdown.h"

namespace binding {

// Exists from run_in_own_thread() until the result is delivered, or until the environment ends.
class OwnThread final : public Closable {
 public:
  OwnThread(Environment& env, std::unique_ptr<LongJob> job, char const* resource_name)
      : env_(env.raw()),
        job_(std::move(job)),
        js_queue_(env_, resource_name,
                  [this](Environment& environment) { job_->report(environment); }),
        thread_(js_queue_) {
    job_->js_queue_ = &js_queue_;
    check(env_, napi_add_env_cleanup_hook(env_, at_environment_end, this));
    close_at_exit(*this);
  }
  virtual ~OwnThread() = default;

  void start() { thread_.submit(std::make_unique<Run>(*this)); }

  void close_now() noexcept override {
    job_->stop();
    thread_.stop();
  }

 private:
  class Run final : public Job {
   public:
    explicit Run(OwnThread& thread) : thread_(thread) {}
    void run() noexcept override { thread_.job_->run(); }
    void on_js_thread(Environment& env) override { thread_.finish(env); }

   private:
    OwnThread& thread_;
  };

  void finish(Environment& env) {
    std::unique_ptr<OwnThread> const self(this);
    report_uncaught(env, [&] { job_->report(env); });
    forget_at_exit(*this);
    napi_remove_env_cleanup_hook(env_, at_environment_end, this);
    thread_.stop();
    js_queue_.close();
    job_->on_js_thread(env);
  }

  static void at_environment_end(void* data) {
    std::unique_ptr<OwnThread> const thread(static_cast<OwnThread*>(data));
    forget_at_exit(*thread);
    close_fast(*thread);
  }

  napi_env env_;
  std::unique_ptr<LongJob> const job_;

  // Declaration order is reverse destruction order: the thread ends before the queue that it uses.
  JsQueue js_queue_;
  SerialThread thread_;
};

void run_in_own_thread(Environment& env, std::unique_ptr<LongJob> job, char const* resource_name) {
  // Deletes itself.
  (new OwnThread(env, std::move(job), resource_name))->start();
}

}  // namespace binding
