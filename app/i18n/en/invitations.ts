import type { Sentences } from '../sentences.ts'
import { hearingWords } from './hearing-words.ts'

/** People without an account: naming them, their invitations, their way in. */
export const invitations = {
  title: 'People without an account',
  about:
    'Parties, representatives, third parties, witnesses, experts, public seats and observers without an account are named here; they take part in this hearing by the QR code or the code on their invitation.',
  toPrepare: 'Prepare the hearing',
  toRoom: 'Hearing room',
  capacity: hearingWords.capacity,
  list: 'Invited people',
  nobody: 'Nobody without an account has been named yet.',
  contact: 'Reached at: {{contact}}',
  until: 'Valid until {{date}} at the latest',
  enteredAt: 'Entered {{date}}',
  standing: {
    none: 'Not issued',
    issued: 'Issued, not used',
    entered: 'Entered, not come in',
    'in-room': 'In the room',
    revoked: 'Withdrawn',
    expired: 'Expired',
  },
  issue: 'Issue invitation',
  issueName: 'Issue invitation to {{name}}',
  issueRecords:
    'An invitation is made and stands in the record of the hearing. It is shown this once: print it or hand it over now.',
  reissue: 'Issue anew',
  reissueName: 'Issue anew: {{name}}',
  reissueRecords:
    'A new invitation is made and stands in the record. The link and code before it end at once, and the device in use is signed out.',
  revoke: 'Withdraw',
  revokeName: 'Withdraw the invitation of {{name}}',
  revokeReason: 'Why it is withdrawn',
  revokeRecords:
    'The record will say that it was withdrawn, and why. Link and code end at once, the device in use is signed out, and the person no longer counts as present.',
  name: {
    title: 'Name somebody without an account',
    hint: 'People with an account are named under “Prepare the hearing”. Chair, members, recorder and case handlers need one.',
    name: 'Name',
    relation: 'Unit, or relation to the case',
    relationHint: 'For example: resident of Yong’an; tenant of the land in question.',
    contact: 'How to reach this person (optional)',
    contactHint:
      'Telephone or address, to deliver the invitation. Shown on this page alone, never in the record.',
    capacity: 'Capacity',
    represents: 'Speaks for',
    choose: 'Choose a party or third party',
    breadth: 'Why this seat',
    add: 'Name',
    added: '{{name}} is named as {{capacity}}',
  },
  sheet: {
    title: 'Invitation to a hearing',
    lead: 'This page is shown once. After closing it cannot be seen again; the invitation can be issued anew.',
    print: 'Print',
    close: 'Printed or handed over: close',
    to: 'To {{name}}:',
    asks: 'You are asked to take part in the following hearing as {{capacity}}.',
    hearing: 'Hearing',
    when: 'Time',
    where: 'Place',
    how: 'How to enter',
    scan: 'Scan the QR code with your phone and press “Enter the hearing”.',
    type: 'Or open {{address}} in a browser and type this code:',
    qr: 'QR code that leads into the hearing',
    link: 'Link',
    rules: 'Please note',
    identity:
      'Bring a valid identity document and come in time; the recorder checks it. The hearing is recorded.',
    outside: 'Witnesses wait outside until they are called, and see nothing of the hearing before.',
    one: 'This invitation is yours alone. It works on one device at a time; entering on another signs the first one out.',
    sign: 'When you read and sign the transcript you are asked for the code above. Keep it safe and pass it to nobody; if it is lost, tell us at once.',
    until:
      'Valid until the transcript is signed and the days for corrections are over, {{date}} at the latest.',
  },
  enter: {
    title: 'Take part in a hearing',
    byLink: 'You have an invitation link. Entering here signs out any other device.',
    act: 'Enter the hearing',
    useCode: 'Use the code instead',
    code: 'Invitation code',
    codeHint: 'The twelve characters on your invitation; capitals and hyphens do not matter.',
    lead: 'If you have no account, scan the QR code on your invitation or type its code here.',
    other: '{{name}} is signed in on this browser and will be signed out when you enter.',
    account: 'I have an account: sign in',
    ended: {
      'other-device':
        'You entered on another device, so this one was signed out. One device works at a time; if it was not you, tell the recorder at once.',
      uninvited: 'Your invitation was withdrawn or issued anew. Please ask the office that invited you.',
      left: 'You have left. You can enter again with your invitation.',
    },
  },
} satisfies Sentences
