# Only a bridge: prebuildify runs node-gyp, and that ends in CMakeLists.txt.
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
