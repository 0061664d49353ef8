# Only a bridge, so that npm install, node-gyp-build and prebuildify end in CMakeLists.txt.
{
  'targets': [{
    'target_name': 'libtorrent_napi',
    'type': 'none',
    'actions': [{
      'action_name': 'cmake',
      'inputs': ['CMakeLists.txt'],
      'outputs': ['<(PRODUCT_DIR)/libtorrent_napi.node'],
      'action': ['node', 'scripts/build-native.mjs', '<(PRODUCT_DIR)'],
    }],
  }],
}
