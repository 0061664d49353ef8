#!/bin/sh
# aria2 runs this when a download is complete, and the harness reads the event.
echo '{"event":"done"}'
