# CMake reads this file after project() of libtorrent (CMAKE_PROJECT_INCLUDE).
#
# ThreadSanitizer knows no std::atomic_thread_fence: g++ warns, and the runtime reports a race where a fence
# orders two accesses. Boost.Asio uses fences with std::atomic only; without std::atomic its reference counts
# are acquire-release operations of Boost.SmartPtr. The definitions change the size of Boost.Asio's scheduler,
# so they are PUBLIC: the addon gets them from libtorrent's CMake package.
cmake_language(DEFER CALL target_compile_definitions torrent-rasterbar PUBLIC
  BOOST_ASIO_DISABLE_STD_ATOMIC BOOST_ASIO_DISABLE_FENCED_BLOCK)
