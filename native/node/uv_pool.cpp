#include "node/uv_pool.h"

#include <utility>

#include "node/boundary.h"

namespace binding {
namespace {

struct PoolJob {
  std::unique_ptr<Job> job;
  napi_async_work work = nullptr;
};

void execute(napi_env, void* data) { static_cast<PoolJob*>(data)->job->run(); }

void complete(napi_env env, napi_status status, void* data) {
  std::unique_ptr<PoolJob> const pool_job(static_cast<PoolJob*>(data));
  napi_delete_async_work(env, pool_job->work);
  if (status == napi_cancelled) return;
  auto& environment = Environment::of(env);
  report_uncaught(environment, [&] { pool_job->job->on_js_thread(environment); });
}

}  // namespace

void run_in_pool(Environment& env, std::unique_ptr<Job> job, char const* resource_name) {
  auto pool_job = std::make_unique<PoolJob>();
  pool_job->job = std::move(job);
  napi_value name = nullptr;
  check(env.raw(), napi_create_string_utf8(env.raw(), resource_name, NAPI_AUTO_LENGTH, &name));
  check(env.raw(), napi_create_async_work(env.raw(), nullptr, name, execute, complete,
                                          pool_job.get(), &pool_job->work));
  check(env.raw(), napi_queue_async_work(env.raw(), pool_job->work));
  (void)pool_job.release();  // complete() owns it now
}

}  // namespace binding
