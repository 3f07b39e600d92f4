/** Limits of the wire; each has its refusal or close reason (PROTOCOL.md, "Limits"). */
export const LIMITS = {
  /** One frame; a larger one closes the socket before it is read. */
  frameBytes: 1_048_576,
  updateBytes: 524_288,
  /** What may wait for a slow receiver before it is sent away to ask for the whole again. */
  behindBytes: 1_048_576,
  /** And before its socket is closed, whatever it is that waits. */
  stuckBytes: 8_388_608,
  presenceBytes: 4_096,
  documentsPerSocket: 64,
  roomsPerSocket: 16,
  /** Document updates and presence together, per person over all sockets; twice as many in a burst. */
  updatesPerSecond: 200,
  /** Commands, votes, joins and opens together, per person over all sockets; ten times as many in a burst (a reconnect). */
  requestsPerSecond: 20,
  /** Refused for form or haste within one socket's life; then it is closed as `flooding`. */
  refusedFrames: 500,
  /** A socket that has not said who it is by then is closed. */
  handshakeMs: 5_000,
  /** Sockets at once that have not said it; a building that comes back is a tenth of it. */
  strangers: 4_000,
  /** All that such a socket may send; a greeting takes a hundred bytes. */
  strangerBytes: 4_096,
} as const
