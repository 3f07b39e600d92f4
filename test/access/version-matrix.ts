/** Rows of the matrix of pages (matrix.ts): the versions of a text. */
export const VERSION_PAGES = `_app.cases.$caseId.versions.$part
  GET  /cases/:case/versions/applicant-statement        in  ok  ok  ok  ok  ok  ok  ok  --  ok  --  --  --
  GET  /cases/:case/versions/facts                      in  --  ok  ok  ok  ok  ok  ok  --  ok  --  --  --
  GET  /cases/:case/versions/opinion-discipline         in  --  ok  ok  --  --  ok  --  --  --  --  --  --
  GET  /cases/:case/versions/opinion-organization       in  --  --  --  --  --  --  --  --  --  --  --  --
  GET  /cases/:case/versions/opinion-political          in  --  ok  ok  ok  ok  ok  ok  --  ok  --  --  --
  GET  /cases/:otherCase/versions/facts                 in  --  ok  ok  ok  ok  ok  ok  --  rx  --  --  --
  POST /cases/:case/versions/facts#keep                 in  --  ok  ok  1   ok  ok  1   --  ok  --  --  --  1=document/read-only
  POST /cases/:case/versions/opinion-discipline#keep    in  --  ok  ok  --  --  ok  --  --  --  --  --  --
  POST /cases/:otherCase/versions/facts#keep            in  --  ok  ok  1   ok  ok  1   --  rx  --  --  --  1=document/read-only
  POST /cases/:case/versions/facts#name                 in  --  ok  ok  1   ok  ok  1   --  ok  --  --  --  1=document/read-only
  POST /cases/:case/versions/opinion-political#name     in  --  1   1   1   1   1   1   --  1   --  --  --  1=document/read-only
  POST /cases/:case/versions/opinion-political#restore  in  --  1   1   1   1   1   1   --  1   --  --  --  1=document/read-only`
