"""How long it takes from the import until a session listens."""

import time

start = time.monotonic_ns() / 1e6

from harness import now, open_session, say, wait_for_port  # noqa: E402

session = open_session()
wait_for_port(session)
say("done", wall=now() - start)
