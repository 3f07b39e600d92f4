/** Rows of the matrix of pages (matrix.ts): what documents begin with, read by all, written by the secretary. */
export const TEMPLATE_PAGES = `_app.templates._index
  GET  /templates                                       in  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
_app.templates.$kind.$part
  GET  /templates/tolerance/facts                       in  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
  GET  /templates/tolerance/facts?edit                  in  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
  GET  /templates/tolerance/facts?v=7                   in  --  --  --  --  --  --  --  --  --  --  --  --
  GET  /templates/tolerance/no-such-part                in  --  --  --  --  --  --  --  --  --  --  --  --
  POST /templates/tolerance/facts#edit                  in  no  no  no  no  ok  no  no  no  no  no  no  no
  POST /templates/tolerance/facts#drop                  in  no  no  no  no  ok  no  no  no  no  no  no  no
  POST /templates/tolerance/facts#put-in-force          in  no  no  no  no  ok  no  no  no  no  no  no  no
  POST /templates/tolerance/facts#put-back              in  no  no  no  no  ok  no  no  no  no  no  no  no`

/** Drafts, by socket. */
export const TEMPLATE_DRAFTS = `  template/tolerance/facts                              in  --  --  --  --  w   --  --  --  --  --  --  --
  template/tolerance/no-such-part                       in  1   1   1   1   1   1   1   1   1   1   1   1  1=document/unknown`
