// How long a session takes until it listens.
#include "programs.h"
#include "say.h"
#include "session.h"

void startup(Words const& words) {
  double const start = now();
  auto const session = open_session(words);
  wait_for_port(*session);
  say("done", {{"wall", now() - start}});
}
