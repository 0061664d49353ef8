// The one place that includes Node-API, so that every file sees it under the same definitions.
#pragma once

#ifndef NAPI_VERSION
#define NAPI_VERSION 9
#endif
// The net under guard(): whatever C++ exception reaches a node-addon-api callback becomes a JS
// error.
#define NODE_ADDON_API_CPP_EXCEPTIONS_ALL
// A worker that is being terminated can't take an exception; that must not abort the process.
#define NODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS
// V8's memory cage (Electron) forbids external buffers: bytes are copied.
#define NODE_API_NO_EXTERNAL_BUFFERS_ALLOWED

#include <napi.h>
