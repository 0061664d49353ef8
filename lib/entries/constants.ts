// libtorrent-napi/constants: flags and tables of names. It does not load the addon.
export { alertTypes, torrentAlertTypes } from '../generated/alerts'
export * from '../generated/enums'
export { settingsMetadata } from '../generated/settings'
