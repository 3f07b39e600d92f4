import type { RefusalCode } from '#domain/record/refusal.ts'

/** Each says what to do about it. A code without a sentence does not compile. */
export const refusals = {
  'access/denied': 'You may not do this. If your duty needs it, ask the security administrator for the role.',
  'access/not-found':
    'This was not found, or you may not see it. Check the link, or start again from the workbench.',
  'access/recused': 'You are recused from this matter and cannot see it until the item has ended.',
  'auth/required': 'Please sign in first.',
  'auth/wrong-credentials':
    'The user name or the password is wrong. Check them and try again; if you forgot the password, ask the system administrator.',
  'auth/password-needed': 'To sign, enter your password again on the page of the transcript or the report.',
  'auth/locked':
    'Too many wrong passwords: the account is locked for now. Try again in {{minutes}} min, or ask the system administrator if it is urgent.',
  'auth/too-many-attempts': 'Too many sign-ins from this address. Try again in {{minutes}} min.',
  'auth/cross-origin':
    'The request did not come from a page of this system and was not carried out. Do it again on the page.',
  'auth/demo-password': 'The demo password cannot be used outside the demo. Choose another password.',
  'input/invalid': 'Something is missing or not right. Check the marked fields and submit again.',
  'input/too-large': 'This is too large. Shorten it or submit it in parts.',
  'connection/offline':
    'The connection is down and this was not sent. Wait until it is back, then do it again.',
  'document/access-changed': 'Your access to this document has just changed. Open it again.',
  'input/too-often':
    'Too many actions in a short time; some were not carried out. Wait a moment and try again.',
  'record/conflict':
    'Somebody else has just acted on the same matter, so yours did not take effect. Look at the present state, then act again.',
  'record/unavailable': 'The server cannot write at the moment; nothing was done. Try again shortly.',
  'people/name-taken': 'This user name is taken. Choose another.',
  'people/last-administrator':
    'This is the last administrator of the kind in office. Appoint a successor first.',
  'people/duties-not-separate':
    'Duties are kept apart: nobody is administrator of two kinds, or administrator and holder of another role. Choose another person.',
  'people/body-unknown': 'This body does not exist. Choose one from the list.',
  'people/other-body':
    "A role is granted in the person's own body. Who stands for another body gets an account there from the system administrator first.",
  'people/already-set-up': 'The system is already set up. Please sign in.',
  'calendar/year-missing':
    'The working-day calendar of {{year}} has not been imported, so the deadline cannot be told. Ask the system administrator to import the State Council notice for {{year}} under Admin, Working days; then try again.',
  'calendar/reason-required': 'The calendar of {{year}} is in use. Give the reason for replacing it.',
  'calendar/table-wrong':
    'The table has mistakes; nothing was imported. Correct the lines that are listed and try again.',
  'case/transition-not-allowed':
    'The case cannot go there from its present stage. See the stage bar for the next steps.',
  'case/reason-required': 'Give the reason first.',
  'case/handlers-required': 'Name at least two handlers of the case first.',
  'case/subjects-required': 'Register at least one person or unit the case is about.',
  'case/closed':
    'The case is decided and cannot be changed. Register new facts as a case of their own and link it.',
  'case/body-not-invited': 'This body takes no part in the case. Invite it first.',
  'case/subjects-fixed':
    'While the case is in consultation or an opinion is submitted its subjects cannot change: return it for verification and have the opinions withdrawn first. Whom a decision, a condition or a registered request for a hearing names cannot be taken out.',
  'case/handler-conflict': 'An applicant cannot handle his own case. Name somebody else.',
  'case/verification-report-missing':
    'The case has no verification report and cannot go before a meeting. Write the report first.',
  'case/time-not-ahead': 'The time must be after now and within a year. Check it.',
  'case/already-done': 'This has been done already. Reload the page to see it.',
  'case/hearing-running':
    'A hearing on this case is under way. Wait for its report, or have the hearing terminated first.',
  'document/frozen':
    'This document is final and cannot be edited. To change it, have the secretary return it for writing.',
  'document/read-only': 'You may read this document but not edit it.',
  'document/unknown': 'The document was not found. Open it again from the dossier.',
  'document/empty':
    'The document is still empty, or says only what its template says. Write it before you submit it.',
  'document/pinned':
    'The document is pinned as a meeting paper and cannot be edited until the meeting is over.',
  'document/not-submitted': 'The document is not submitted yet. Submit it first.',
  'template/unchanged':
    'The words are those already in force, so there is no new version. Change the draft first.',
  'remark/unknown': 'There is no such comment.',
  'remark/not-yours':
    'Only the author of the comment, those who write the text and the handlers may do this.',
  'remark/already-done': 'This has been done already, or nothing was changed.',
  'remark/resolved': 'This comment is resolved. Reopen it to go on with it.',
  'remark/cannot-read': 'Somebody you mention cannot read this text. Take the name out and send it again.',
  'remark/too-many': 'There are too many comments here. Answer in one that exists.',
  'remark/too-often':
    'At most {{perMinute}} comments and replies a minute can be sent. Wait a little and send it again.',
  'suggestion/nothing': 'The words are the same before and after. Change them, then suggest it.',
  'suggestion/to-be-decided':
    'A suggestion is accepted or refused by whoever writes the text, or withdrawn by its author.',
  'suggestion/words-changed':
    'The text has changed there, so this suggestion cannot be accepted as it is. Edit the text by hand, then refuse it.',
  'suggestion/open': 'Suggestions not yet decided: {{count}}. Accept or refuse each of them, then submit.',
  'remark/words-gone': 'The words you selected have just been changed. Select them again, then comment.',
  'opinion/already-submitted':
    'Your body has submitted its opinion. To change it, withdraw it first, with a reason.',
  'opinion/not-submitted': 'Your body has not submitted its opinion yet.',
  'opinion/item-opened':
    'The meeting has taken the item up: the opinion can no longer be withdrawn. Say what you want to add in the meeting.',
  'opinion/incomplete': 'Give a stand and reasons for every subject before you submit.',
  'evidence/type-not-allowed':
    'This kind of file is not accepted. Upload PDF, pictures, office documents, audio, video or plain text.',
  'evidence/too-large': 'The file is larger than allowed. Compress or split it.',
  'evidence/unknown': 'The evidence was not found. Open it again from the list.',
  'evidence/already-withdrawn': 'This evidence is already withdrawn.',
  'evidence/mark-gone': 'There is no such mark, or it was withdrawn.',
  'evidence/too-many-marks': 'This piece carries as many marks as it can.',
  'evidence/reason-needed':
    'This kind of file cannot be read in the page. Save it from the register, saying what for.',
  'word/not-a-document':
    'This file cannot be read. Save it in Word or WPS as .docx without a password and choose it again.',
  'word/too-large':
    'The file is too large or too intricate to be read or made; the limit is {{limit}} MB. Take pictures out or divide it.',
  'evidence/upload-unfinished': 'The file has not arrived whole. Go on with the upload, then hand it in.',
  'evidence/too-much-unfinished':
    'You have too many unfinished files. Finish or drop some of them before you upload another.',
  'evidence/infected':
    'The virus scan found the file infected; it was not taken. Ask who gave it to you for a clean one.',
  'evidence/not-scanned':
    'The virus scan was not completed; the file was not taken. Try again later, or tell the system administrator.',
  'evidence/store-away':
    'The storage of evidence cannot be used at the moment; nothing was done. Try again later; if it goes on, tell the system administrator.',
  'meeting/not-open': 'The meeting has not begun. Wait for the chair to open it.',
  'meeting/already-open': 'The meeting is already open.',
  'meeting/closed': 'The meeting is over; nothing more can be done in it.',
  'meeting/adjourned': 'The meeting is adjourned. Wait for the chair to resume it.',
  'meeting/no-quorum':
    'There is no quorum: no opening and no vote. Wait for members to arrive, or let the chair adjourn.',
  'meeting/bodies-missing':
    'A body that must be represented is not here yet. Wait for its member to check in, or let the chair adjourn.',
  'meeting/not-chair': 'This is for the chair to do.',
  'meeting/not-secretary': 'This is for the secretary of the meeting to do.',
  'meeting/not-participant': 'You are not among the participants of this meeting. Ask its secretary.',
  'meeting/not-a-member-due': 'This is for the members due; attendees without vote cannot do it.',
  'meeting/not-present': 'You have not checked in. Check in first.',
  'meeting/out-of-office':
    'The account is disabled or the role in the body has ended, so this person cannot be checked in. Ask the security administrator to check the role.',
  'meeting/wrong-code': 'The check-in code is wrong. Type the one on the big screen.',
  'meeting/already-present': 'Already checked in; once is enough.',
  'meeting/undecided-items': 'Some items have no result. Decide or defer them before closing.',
  'meeting/result-unannounced': 'A result is not announced yet. The chair announces it first.',
  'meeting/time-not-ahead': 'The meeting begins after now and within a year. Change the date or the time.',
  'meeting/chair-must-be-due': 'The chair must be one of the members due. Choose among them.',
  'meeting/scrutineers-needed': 'Name two scrutineers first.',
  'meeting/too-few-members': 'There are too few members due for a meeting. Add members.',
  'agenda/unknown-item': 'The agenda has no such item. Reload and try again.',
  'agenda/wrong-phase':
    'This cannot be done in the present phase of the item. Follow the order of the agenda.',
  'agenda/item-open': 'Another item is open. End it first.',
  'agenda/item-finished': 'This item has ended.',
  'agenda/chair-consent-needed':
    "Adding an item during the meeting needs the chair's consent. Wait for the answer.",
  'agenda/already-listed':
    'The case is on this agenda already, or another meeting has taken it up. Wait until that meeting defers it or its minutes are issued.',
  'recusal/recused': 'You are recused from this item and take no part in it.',
  'recusal/already-recused': 'This member is already recused from the item.',
  'recusal/pending': "A recusal of this member waits for the chair's ruling. Rule on it first.",
  'recusal/unknown': 'This recusal was not found. Reload and try again.',
  'recusal/too-few-voters':
    'Too few voters remain after the recusals. Defer the item or convene another meeting.',
  'recusal/ballot-open': 'A ballot is open; recusals cannot change now. Wait for its close.',
  'recusal/chair-recused': 'The chair is recused from this item. Hand over the chair first.',
  'floor/already-waiting': 'You are already waiting for the floor.',
  'floor/nobody-waiting': 'Nobody is waiting for the floor.',
  'floor/not-yours': 'You do not have the floor.',
  'floor/taken': 'Somebody has the floor. End that speech first.',
  'floor/nobody-speaking': 'Nobody has the floor.',
  'floor/point-of-order-first': 'A point of order is waiting. Give it the floor first.',
  'statement/chair-last':
    'The chair states last. Wait until all other present, non-recused members have stated.',
  'statement/attendee-cannot-state': 'Attendees may speak; they give no stand and no vote.',
  'statement/closed': 'The time for statements is over.',
  'statement/unknown': 'This statement was not found. Reload and try again.',
  'statement/not-yours': 'Only the speaker may correct a statement.',
  'statement/already-made':
    'You have already stated on this item. Add a correction to your statement if need be.',
  'ballot/closed': 'The ballot is closed; no more votes are taken.',
  'ballot/not-open': 'The ballot is not open. Wait for the chair to open it.',
  'ballot/already-open': 'Another ballot is open. Close it first.',
  'ballot/already-voted': 'You have voted. Everybody votes once, and your vote counts.',
  'ballot/not-entitled': 'You are not on the roll of this ballot.',
  'ballot/unknown-option': 'There is no such option. Choose one that is on the ballot.',
  'ballot/unknown': 'This ballot was not found. Reload and try again.',
  'ballot/secret-roll-too-small':
    'There are too few voters for a secret ballot to be secret. Use a named ballot.',
  'ballot/scrutineers-must-confirm': 'The scrutineers confirm the count first.',
  'ballot/not-scrutineer': 'The count is confirmed by the scrutineers.',
  'ballot/already-confirmed': 'You have already confirmed the count.',
  'ballot/nothing-to-confirm':
    'There is no count of this ballot to enter or confirm now. Follow its steps in order.',
  'ballot/by-show-of-hands': 'This vote is taken by show of hands. Raise your hand in the room.',
  'ballot/counts-do-not-match': 'The figures do not add up to the number of voters. Count again.',
  'ballot/already-announced': 'The result is already announced.',
  'ballot/void-ground-needed':
    'The count is known: it is voided only on a ground of the list. Choose one; a secretary or a scrutineer then reviews it.',
  'ballot/void-asked':
    'Voiding has been asked for and waits for its review. Ask a secretary or a scrutineer to answer it first.',
  'ballot/void-not-asked': 'Nobody has asked to void this vote. The chair asks first.',
  'ballot/void-needs-another':
    'Voiding is reviewed by a secretary or a scrutineer other than the chair. Ask one of them to do so on their own page.',
  'ballot/statements-missing':
    'Some members present have not stated. Wait for the statements before putting the question.',
  'ballot/subject-decided':
    'This subject has a result. A new vote needs the consent of more than half of the members due.',
  'ballot/reconsideration-needed': 'A new vote first needs the consent of more than half of the members due.',
  'ballot/reconsideration-asked':
    'Reconsideration of this subject has been asked already. Consent to it instead.',
  'ballot/no-second-round':
    'The last round does not allow a second one. Defer the item, or let more than half consent to reconsider.',
  'minutes/wrong-step':
    'This cannot be done at the present step of the minutes. See the steps at the head of the page.',
  'minutes/meeting-open': 'The meeting is not over. Draft the minutes after it has closed.',
  'minutes/result-unannounced': 'A result is not announced; the minutes cannot be issued.',
  'minutes/measure-required': 'A lighter or mitigated outcome needs the remaining measure. Add it first.',
  'minutes/decision-incomplete': 'The decision on a subject is incomplete. Complete it first.',
  'minutes/due-date-not-ahead':
    'A correction is due today or later and within ten years. Change the date and save again.',
  'minutes/attendance-missing':
    'The text lacks the attendance of the record. Press “Put back what is missing” above the text, then try again.',
  'minutes/vote-missing':
    'The text lacks the vote of the record on: {{about}}. Press “Put back what is missing” above the text, then try again.',
  'minutes/outcome-missing':
    'The text lacks the decision of the record on: {{about}}. Press “Put back what is missing” above the text, then try again.',
  'minutes/not-all-countersigned':
    'Some bodies have not countersigned. Wait for all of them before signing for issue.',
  'minutes/already-signed': 'You have already signed.',
  'minutes/not-a-signatory': 'You are not a signatory at this step.',
  'minutes/issued':
    'The minutes are issued and cannot be changed. Correct them by a later document that refers to them.',
  'minutes/reason-required': 'Give the reason first.',
  'minutes/exists': 'This meeting already has minutes. Open those.',
  'minutes/proposals-open':
    'Some proposed changes have no answer. Answer each of them before you send the minutes for countersigning.',
  'minutes/countersign-refused':
    'A body refused to countersign. Return the minutes to draft, change them and send them to all bodies again.',
  'minutes/no-departure':
    'This meeting decided nothing against the majority of the hearing members in this case. No reason is needed.',
  'minutes/departure-reason-missing':
    'The decision departs from the majority of the hearing members. Write the reason on this page first.',
  'minutes/departure-consent-missing':
    'The decision departs from the majority of the hearing members. The principal leader must consent on this page first.',
  'minutes/departure-consented': 'The principal leader has consented already.',
  'hearing/not-open': 'The hearing has not begun. Wait until the chair opens it.',
  'hearing/suspended': 'The hearing is suspended. Wait until the chair resumes it.',
  'hearing/not-suspended': 'The hearing is not suspended, so there is nothing to resume.',
  'hearing/ended': 'The hearing is over; nothing more can be done in it.',
  'hearing/already-opened': 'The hearing has begun; this could only be done before.',
  'hearing/not-noticed': 'The notice has not been served. Serve it first.',
  'hearing/already-ordered': 'A hearing on this case is already under way. Open it from the case.',
  'hearing/already-noticed': 'The notice has been served. To change the time, postpone first.',
  'hearing/already-read': 'You have already acknowledged this notice.',
  'hearing/new-time-needed': 'The hearing is postponed. Give its new time with the notice.',
  'hearing/time-not-ahead': 'A hearing begins after now and within a year. Check the time.',
  'hearing/short-notice-reason':
    'The last day in time, counted in working days, has passed. Give a reason and serve again.',
  'hearing/open-reason-required':
    'A hearing on a case is closed. Choose the ground, or give the reason for opening it.',
  'hearing/case-decided': 'The case is decided; no hearing can be ordered on it.',
  'hearing/chair-missing': 'There is no chair. Name one first.',
  'hearing/recorder-missing': 'No recorder is named or in the room. Wait until the recorder is there.',
  'hearing/members-missing': 'No hearing member is in the room. Wait until one is there.',
  'hearing/members-even': 'The number of hearing members must be odd. Add or take off one.',
  'hearing/party-missing': 'No party is named. Name the party first.',
  'hearing/investigator-missing': 'No investigator is named. Name one first.',
  'hearing/not-chair': 'Only the chair of the hearing does this.',
  'hearing/not-recorder': 'Only the recorder does this.',
  'hearing/not-participant': 'This person does not take part in the hearing.',
  'hearing/already-named': 'This person already takes part in the hearing.',
  'hearing/capacity-taken':
    'There is one chair and one recorder. Rule on a recusal, or replace them while the hearing is suspended.',
  'hearing/handler-conflict':
    'A handler of the case can be neither chair nor member nor recorder. Choose somebody else.',
  'hearing/concerned-conflict':
    'Whom the case is about can be neither chair nor member nor recorder. Choose somebody else.',
  'hearing/nobody-to-represent':
    'A representative speaks for a party or third party. Name that person first.',
  'hearing/too-many-representatives': 'Nobody has more than two representatives.',
  'hearing/breadth-required': 'Give the reason why this person has a public seat.',
  'hearing/closed-to-observers': 'The hearing is closed; there are no observers.',
  'hearing/guest-capacity':
    'Chair, members, recorder and case handlers need an account. Please name them from the directory.',
  'invitation/not-valid':
    'This link or code opens no hearing: it may have been mistyped, have expired, been withdrawn, or been replaced. Please check it, or ask the office that invited you.',
  'invitation/has-account': 'This person has an account and signs in; no invitation is needed.',
  'invitation/locked':
    'Too many wrong codes. Try again in {{minutes}} min, or scan the QR code on the invitation.',
  'invitation/none': 'There is no valid invitation to withdraw.',
  'invitation/shown-once':
    'The invitation was issued; it is shown once. If you did not see it, or need it again, issue it anew.',
  'hearing/ruling-needed':
    'After the opening the tribunal changes only by a ruling on recusal; if somebody cannot go on, suspend first.',
  'hearing/has-taken-part':
    'This person has come and cannot be taken off. Against disturbance the chair keeps order.',
  'hearing/not-present': 'Not there yet, so this cannot be done. Let the person press “I am here” first.',
  'hearing/already-present': 'You are already in the room.',
  'hearing/expelled': 'This person was sent out and cannot come back to this hearing.',
  'hearing/witness-outside': 'A witness waits outside until called.',
  'hearing/not-a-witness': 'This is not a witness, or not one who is being heard.',
  'hearing/already-called': 'This witness is already being heard.',
  'hearing/identity-unchecked': 'An identity has not been checked. The recorder checks it first.',
  'hearing/identity-checked': 'This identity is checked, or need not be.',
  'hearing/not-in-phase': 'The present phase does not allow this. See what the phase bar says.',
  'hearing/last-phase': 'This is the last phase.',
  'hearing/not-earlier': 'One can go back only to an earlier phase.',
  'hearing/party-present':
    'Neither absent nor left as chosen: somebody of the party is there, or the other ground applies.',
  'hearing/not-tribunal': 'Recusal is asked of the chair, a member or the recorder.',
  'hearing/not-a-side': 'Recusal is asked by investigators, parties, representatives and third parties.',
  'hearing/muted': 'Silenced by the chair: no speaking, questions or comments until the chair lifts it.',
  'hearing/not-muted': 'This person is not silenced.',
  'hearing/not-warned': 'Nobody is sent out without a warning. Warn first.',
  'hearing/other-side': 'One speaks only for others of the same side who are in the room. Check the names.',
  'hearing/cannot-answer': 'This person cannot answer in the present phase. Ask somebody else.',
  'hearing/question-unknown': 'This question was not found. Load the page again.',
  'hearing/nothing-staged': 'No evidence is on stage.',
  'hearing/has-not-spoken': 'This person has not spoken, so there is nothing of his to write.',
  'hearing/passage-unknown': 'This passage was not found. Load the page again.',
  'hearing/not-yours': 'One confirms and corrects only one’s own words.',
  'hearing/already-confirmed': 'This passage is confirmed; only the speaker may append a correction.',
  'hearing/not-a-member': 'Opinions are given by the chair and the hearing members.',
  'hearing/opinions-missing': 'A hearing member in the room has not given an opinion. Wait for it.',
  'hearing/not-closed': 'The hearing is not closed. Do this after it is.',
  'hearing/transcript-frozen': 'The transcript is fixed. Append a correction when signing.',
  'hearing/transcript-not-frozen': 'The transcript is not fixed. Wait until the recorder has done it.',
  'hearing/other-text': 'What you read is not the fixed text. Open the transcript again, read it and sign.',
  'hearing/transcript-behind':
    'The transcript does not tell everything in the record yet. Bring it up to the record, check it, then freeze it.',
  'hearing/not-a-signatory': 'You are not among those who sign this transcript.',
  'hearing/already-signed': 'This person has signed, or the refusal has been noted.',
  'hearing/corrections-over': 'The days for corrections are over.',
  'hearing/signatures-missing': 'Signatures are missing. Wait for them, or let the chair note the refusal.',
  'hearing/paper-not-for-them':
    'Opinions of the bodies and the draft decision are for the tribunal and the handlers alone. Change the choice.',
  'hearing/papers-already-served': 'These papers have been served to these people already.',
  'hearing/not-reported': 'The report is not signed yet. Do this once it is signed and the case decided.',
  'hearing/case-undecided': 'The case is not decided yet. Tell what was adopted once it is.',
  'hearing/feedback-given': 'What was adopted has been told already.',
  'hearing/right-not-told':
    'The party has not been told of the right to a hearing yet. A request can be made once the handlers have told it.',
  'hearing/right-lapsed':
    'Counted from that day, the time to ask ended on {{latestOn}}. Tell the party anew and enter the new day.',
  'hearing/already-asked': 'This request has been made already. There is no need to make it again.',
  'hearing/asked-too-late':
    'The time to ask is over: its last day was {{latestOn}}. With a good reason, the handlers of the case may tell the right anew.',
  'hearing/acting-unfit':
    'Only a hearing member who was there, and is neither chair nor recorder, can act for one of them. Choose somebody else.',
  'hearing/comments-closed': 'No comments are taken in the present phase.',
  'hearing/comments-not-for-you': 'Chair, members, recorder and witnesses do not comment.',
  'hearing/observers-comment-after': 'Observers comment in writing after the hearing has closed.',
  'comment/too-often':
    'You comment too fast: {{perMinute}} a minute at most. Wait a moment and send it again; your words are kept.',
  'comment/unknown': 'There is no such comment, or you may not see it. Reload the page to see what is there.',
  'comment/unknown-tie':
    'The issue is not one of this hearing, or the paper is not one you may cite. Choose another, or none.',
  'comment/own': 'You cannot support your own comment.',
  'comment/already-done': 'This comment has been dealt with. Look at its present state in the list.',
  'comment/not-moderator': 'Only the hearing chair and the recorder work the comments.',
} satisfies Record<RefusalCode, string>
