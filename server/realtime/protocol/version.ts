/** Sent in the handshake; a server of another version refuses by name (`protocol/mismatch`). */
export const PROTOCOL_VERSION = 1
