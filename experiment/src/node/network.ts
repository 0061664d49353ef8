import * as lt from 'libtorrent-napi'
import type { Binding } from '../host/addresses'
import type { NetworkOptions } from './session-settings'
import type { Condition } from '../plan/condition'

/** Alerts that may wait for the main thread: a piece and a block are one each. */
const alertQueue = 200_000

/** How one node takes part under a condition. @param node its number: 0 the seeder, n peer n */
export function networkOf(
  condition: Condition,
  node: number,
  { listen, outgoing }: Binding,
): NetworkOptions {
  const { transport, tcpNoDelay, disk, stock, exemptLocal, settings } = condition
  const { up, down } = node === 0 ? condition.limits.seeder : condition.limits.peers
  return {
    listen,
    outgoing,
    transport,
    tcpNoDelay,
    disk,
    stock,
    exemptLocal,
    settings: {
      alert_queue_size: alertQueue,
      peer_fingerprint: fingerprintOf(node),
      upload_rate_limit: up,
      download_rate_limit: down,
      choking_algorithm: choking[condition.choker],
      seed_choking_algorithm: seedChoking[condition.seedChoker],
      ...encryption[condition.encryption],
      enable_lsd: condition.lsd,
      ...(condition.dht && dht),
      ...settings.all,
      ...(node === 0 ? settings.seeder : settings.peers),
    },
  }
}

const choking = {
  'fixed-slots': lt.chokingAlgorithm.fixedSlotsChoker,
  'rate-based': lt.chokingAlgorithm.rateBasedChoker,
} as const

const seedChoking = {
  'round-robin': lt.seedChokingAlgorithm.roundRobin,
  'fastest-upload': lt.seedChokingAlgorithm.fastestUpload,
  'anti-leech': lt.seedChokingAlgorithm.antiLeech,
} as const

const encryption: Readonly<Record<Condition['encryption'], lt.SettingsInit>> = {
  off: policy(lt.encPolicy.peDisabled),
  // what libtorrent does by default: an encrypted handshake, then payload as it is
  allowed: policy(lt.encPolicy.peEnabled),
  forced: { ...policy(lt.encPolicy.peForced), allowed_enc_level: lt.encLevel.peRc4 },
}

function policy(policy: number): lt.SettingsInit {
  return { in_enc_policy: policy, out_enc_policy: policy }
}

/** A DHT of the run's own nodes. Nodes of one address are taken for one node unless they are allowed. */
const dht: lt.SettingsInit = {
  enable_dht: true,
  dht_bootstrap_nodes: '',
  dht_restrict_routing_ips: false,
  dht_restrict_search_ips: false,
  dht_ignore_dark_internet: false,
  dht_prefer_verified_node_ids: false,
}

const numbered = /^.{8}N(\d{4})/s

/** What the peer ids of a node begin with: libtorrent's own eight letters, and the number of the node. */
export function fingerprintOf(node: number): string {
  const { peer_fingerprint: own } = lt.settingsMetadata
  return `${own.default}N${String(node).padStart(4, '0')}`
}

/** The node that a peer id belongs to; -1 for a stranger's. @param id hex */
export function nodeOf(id: string): number {
  const [, digits] = numbered.exec(Buffer.from(id, 'hex').toString('latin1')) ?? []
  return digits === undefined ? -1 : Number(digits)
}
