/**
 * Sent in the handshake; a server of another version refuses by name (`protocol/mismatch`). Also raised when texts may hold what they
 * could not before: an editor of an older page deletes what its schema does not know. 2: the blocks of the dossier. 3: a
 * reference to evidence may lead to a mark.
 */
export const PROTOCOL_VERSION = 3
