export * from './node'
export {
  type EmbeddedTracker,
  startTracker,
  type TrackerOptions,
  type TrackerProtocol,
} from './coordinator/embedded-tracker'
export { UserError } from './util/errors'
