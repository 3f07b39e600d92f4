/** Rows of the matrix about a case's evidence; they stand within those of all pages (matrix.ts). */
export const EVIDENCE_PAGES = `_app.cases.$caseId.evidence
  GET  /cases/:case/evidence                            in  ok  ok  ok  ok  ok  ok  ok  --  ok  --  --  --
_app.cases.$caseId.evidence_.$evidenceId
  GET  /cases/:case/evidence/:evidence                  in  no  ok  ok  ok  ok  ok  ok  --  ok  --  --  --
  GET  /cases/:otherCase/evidence/:otherEvidence        in  --  ok  ok  ok  ok  ok  ok  --  rx  --  --  --
  GET  /cases/:case/evidence/:otherEvidence             in  no  1   1   1   1   1   1   --  1   --  --  --  1=evidence/unknown
  POST /cases/:case/evidence/:evidence                  in  no  ok  ok  ok  ok  ok  ok  --  ok  --  --  --
  POST /cases/:otherCase/evidence/:otherEvidence        in  --  ok  ok  ok  ok  ok  ok  --  rx  --  --  --
_app.cases.$caseId.evidence_.$evidenceId_.view
  GET  /cases/:case/evidence/:evidence/view             in  no  ok  ok  ok  ok  ok  ok  --  ok  --  --  --
  GET  /cases/:otherCase/evidence/:otherEvidence/view   in  --  ok  ok  ok  ok  ok  ok  --  rx  --  --  --
  GET  /cases/:case/evidence/:otherEvidence/view        in  no  1   1   1   1   1   1   --  1   --  --  --  1=evidence/unknown
_app.cases.$caseId.evidence_.add
  GET  /cases/:case/evidence/add                        in  >   >   >   >   >   >   >   --  >   --  --  --
  POST /cases/:case/evidence/add                        in  ok  ok  ok  no  ok  ok  no  --  ok  --  --  --
  POST /cases/:otherCase/evidence/add                   in  --  ok  ok  no  ok  ok  no  --  rx  --  --  --
_app.cases.$caseId.evidence_.uploads
  GET  /cases/:case/evidence/uploads                    in  ok  ok  ok  no  ok  ok  no  --  ok  --  --  --
  GET  /cases/:otherCase/evidence/uploads               in  --  ok  ok  no  ok  ok  no  --  rx  --  --  --
  POST /cases/:case/evidence/uploads                    in  ok  ok  ok  no  ok  ok  no  --  ok  --  --  --
  POST /cases/:otherCase/evidence/uploads               in  --  ok  ok  no  ok  ok  no  --  rx  --  --  --
_app.cases.$caseId.evidence_.uploads_.$uploadId
  GET  /cases/:case/evidence/uploads/:upload            in  --  --  --  --  --  --  --  --  --  --  --  --
  POST /cases/:case/evidence/uploads/:upload            in  1   1   1   no  1   1   no  --  1   --  --  --  1=evidence/unknown
  POST /cases/:otherCase/evidence/uploads/:upload       in  --  1   1   no  1   1   no  --  rx  --  --  --  1=evidence/unknown
`

/** The same pieces on the stage of a hearing. */
export const EXHIBIT_PAGES = `_app.hearings.$hearingId.exhibits
  GET  /hearings/:hearing/exhibits                      in  1   1   1   1   ok  1   ok  ok  1   1   1   1  1=hearing/not-participant
_app.hearings.$hearingId.exhibits_.$evidenceId
  GET  /hearings/:hearing/exhibits/:evidence            in  1   1   1   1   no  1   no  no  1   1   1   1   1=hearing/not-participant
  POST /hearings/:hearing/exhibits/:evidence            in  1   1   1   1   no  1   no  no  1   1   1   1   1=hearing/not-participant
_app.hearings.$hearingId.exhibits_.$evidenceId_.view
  GET  /hearings/:hearing/exhibits/:evidence/view       in  1   1   1   1   no  1   no  no  1   1   1   1   1=hearing/not-participant
_app.hearings.$hearingId.exhibits_.$evidenceId_.words
  GET  /hearings/:hearing/exhibits/:evidence/words      in  1   1   1   1   no  1   no  no  1   1   1   1   1=hearing/not-participant
`
