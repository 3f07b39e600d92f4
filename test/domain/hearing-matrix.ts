/**
 * Who sees, says, asks and comments what in which phase (issue 4, "What must be shown", 2). A cell is four signs:
 *
 *   sees     v what goes on · t that and the deliberation · x that the tribunal deliberates · - title, time and place
 *   says     s may ask for the floor
 *   asks     a may put a question
 *   comments c may comment
 *
 * Everybody is in the room and checked, nobody silenced; a witness is called in where he may be. After the closing
 * (signing) what is left is reading and signing, and observers comment.
 */
export const MATRIX = `
phase             chair  member recorder investigator party representative third-party witness expert public-seat observer
identity          vs--   vs--   vsa-     vs--         vs--  vs--           vs--        ----    v---   v---        v---
rights            vs--   vs--   vs--     vs--         vs--  vs--           vs--        ----    v---   v---        v---
investigation     vs--   v---   v---     vs-c         v--c  v--c           v--c        ----    v--c   v--c        v---
defence           vs--   v---   v---     v--c         vs-c  vs-c           v--c        ----    v--c   v--c        v---
third-parties     vs--   v---   v---     v--c         v--c  v--c           vs-c        vs--    vs-c   vs-c        v---
questions         vsa-   vsa-   vs--     vsac         vsac  vsac           vsac        vs--    vs-c   vs-c        v---
debate            vsa-   v-a-   v---     vsac         vsac  vsac           vsac        ----    vs-c   vs-c        v---
deliberation      ts--   ts--   ts--     x---         x---  x---           x---        ----    x---   x---        x---
final-statements  vs--   v---   v---     vs--         vs--  vs--           vs--        ----    v---   v---        v---
closing           vs--   vs--   vs--     v---         v---  v---           v---        ----    v---   v---        v---
signing           v---   v---   v---     v---         v---  v---           v---        ----    v---   v---        v--c
`
