/**
 * The words that are ready when a question is put about a subject. In Chinese whatever language the chair's page
 * speaks: they go into the record and from there into the minutes (F-14).
 */
export const usualQuestion = (subjectName: string): string => `对${subjectName}的容错申请，本次会商如何认定？`
