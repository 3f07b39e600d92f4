/** Rows of the matrix of pages (matrix.ts): sections as Word files, out and in, and the words of a piece that is one. */
export const WORD_PAGES = `_app.cases.$caseId.evidence_.$evidenceId_.words
  GET  /cases/:case/evidence/:evidence/words            in  no  1   1   1   1   1   1   --  1   --  --  --  1=evidence/reason-needed
  GET  /cases/:otherCase/evidence/:otherEvidence/words  in  --  1   1   1   1   1   1   --  rx  --  --  --  1=evidence/reason-needed
  GET  /cases/:case/evidence/:otherEvidence/words       in  no  1   1   1   1   1   1   --  1   --  --  --  1=evidence/unknown
cases_.$caseId.word.$part
  GET  /cases/:case/word/applicant-statement            in  ok  ok  ok  ok  ok  ok  ok  --  ok  --  --  --
  GET  /cases/:case/word/facts                          in  --  ok  ok  ok  ok  ok  ok  --  ok  --  --  --
  GET  /cases/:case/word/opinion-discipline             in  --  ok  ok  --  --  ok  --  --  --  --  --  --
  GET  /cases/:case/word/opinion-organization           in  --  --  --  --  --  --  --  --  --  --  --  --
  GET  /cases/:case/word/opinion-political              in  --  ok  ok  ok  ok  ok  ok  --  ok  --  --  --
  GET  /cases/:otherCase/word/facts                     in  --  ok  ok  ok  ok  ok  ok  --  rx  --  --  --
  POST /cases/:case/word/facts                          in  --  1   1   2   1   1   2   --  1   --  --  --  1=word/not-a-document 2=document/read-only
  POST /cases/:case/word/opinion-discipline             in  --  1   1   --  --  1   --  --  --  --  --  --  1=word/not-a-document
  POST /cases/:case/word/opinion-political              in  --  1   1   1   1   1   1   --  1   --  --  --  1=document/read-only
  POST /cases/:otherCase/word/facts                     in  --  1   1   2   1   1   2   --  rx  --  --  --  1=word/not-a-document 2=document/read-only`
