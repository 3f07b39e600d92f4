/** The page's keys tell the floor panel by this event that `h` was pressed. */
export const HAND_KEY_EVENT = 'meeting-hand-key'
