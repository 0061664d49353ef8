import { stringify } from 'yaml'

/** Descriptions of a run for engines that start containers. */
export const manifests = { kubernetes, compose, dockerfile } as const

export interface ManifestOptions {
  readonly image: string
  readonly peers: number
  /** Arguments of seed.js besides those about its place. The number of peers follows from them. */
  readonly args: readonly string[]
}

/** Of all objects of Kubernetes. */
const name = 'libtorrent-experiment'
/** Host name of the seeder, and where peers connect. */
const seeder = 'seeder'
const port = 7700

/** The seeder listens at its container's own address, at which the others reach it. */
function seedWords(args: readonly string[], token: string): string[] {
  const place = ['--listen', '0.0.0.0', '--port', `${port}`, '--token', token]
  return ['node', 'seed.js', ...place, ...args]
}

function peerWords(host: string, token: string): string[] {
  return ['node', 'peer.js', '--seeder', `${host}:${port}`, '--token', token, '--quiet']
}

/** An image of a clone of the project, which is the context of its build. */
function dockerfile(): string {
  return [
    'FROM node:20-bookworm',
    'WORKDIR /experiment',
    'COPY . .',
    'RUN npm run build:all',
    'CMD ["node", "peer.js"]',
    '',
  ].join('\n')
}

/** A seeder, and peers as replicas of one service. */
function compose(options: ManifestOptions): string {
  const token = '${TOKEN:?choose a secret}'
  const args = options.args.map((word) => word.replaceAll('$', '$$$$'))
  const { image, peers } = options
  return stringify({
    services: {
      [seeder]: {
        image,
        build: { context: '.', dockerfile: 'Dockerfile' },
        command: [...seedWords(args, token), '--results', '/results/run'],
        volumes: ['./results:/results'],
      },
      peer: {
        image,
        command: peerWords(seeder, token),
        deploy: { replicas: peers },
      },
    },
  })
}

/** A service that names the seeder, its job, and an indexed job whose pods are the peers. */
function kubernetes(options: ManifestOptions): string {
  const { image, peers } = options
  const labels = { app: name, role: seeder }
  const args = options.args.map((word) => word.replaceAll('$(', '$$$$('))
  const objects = [
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name },
      spec: {
        // the address of the pod itself, for every port
        clusterIP: 'None',
        publishNotReadyAddresses: true,
        selector: labels,
        ports: [{ name: 'control', port }],
      },
    },
    jobOf(`${name}-seeder`, labels, image, [...seedWords(args, '$(TOKEN)'), '--json'], {}),
    jobOf(
      `${name}-peer`,
      { app: name, role: 'peer' },
      image,
      peerWords(name, '$(TOKEN)'),
      // a name with its number for each peer, which the seeder shows
      { completionMode: 'Indexed', completions: peers, parallelism: peers },
    ),
  ]
  return objects.map((object) => stringify(object)).join('---\n')
}

/** The token is the user's: `kubectl create secret generic NAME --from-literal=token=...` */
function jobOf(
  job: string,
  labels: Readonly<Record<string, string>>,
  image: string,
  command: readonly string[],
  spread: Readonly<Record<string, unknown>>,
): object {
  const secretKeyRef = { name, key: 'token' }
  const env = [{ name: 'TOKEN', valueFrom: { secretKeyRef } }]
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: job },
    spec: {
      ...spread,
      backoffLimit: 0,
      template: {
        metadata: { labels },
        spec: {
          restartPolicy: 'Never',
          containers: [{ name: labels.role, image, command, env }],
        },
      },
    },
  }
}
