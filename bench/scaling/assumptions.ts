/**
 * What people of one jurisdiction (a county: discipline, organization and political-legal organs, some thirty units)
 * are taken to do. None of it is measured: each is a figure to be replaced by one's own.
 */
export const COUNTY = {
  accounts: 400,
  /** Pages that are open in office hours, of the accounts. */
  openPages: 0.3,
  /** Cases registered in a year; what the busiest counties of the sources report, rounded up. */
  casesPerYear: 60,
  /** Texts of a case that are written together, and the characters typed into them over its life. */
  textsPerCase: 8,
  charactersPerCase: 60_000,
  entriesPerCase: 120,
  evidenceBytesPerCase: 60 * 2 ** 20,
  /** Times a day that somebody sits down to write in a dossier, for how long, and who has it open with him. */
  writingsPerDay: 30,
  writingMinutes: 25,
  readersPerWriting: 2,
  /** Changes a second while somebody writes: he types two thirds of the time, Chinese, two signs at a time. */
  changesPerSecond: 1.5,
  meetingsPerDay: 0.5,
  meetingMinutes: 90,
  peoplePerMeeting: 16,
  /** Entries of a meeting with all that is said, asked, put and voted. */
  entriesPerMeeting: 250,
  hearingsPerYear: 12,
  hearingMinutes: 150,
  peoplePerHearing: 60,
  entriesPerHearing: 900,
  workingDays: 250,
  pagesPerPersonAndHour: 20,
} as const

/** Where a year's work is begun again: the closing of an account is measured against the busiest minute of a month. */
export const DAYS = 21
export const OFFICE_MINUTES = 8 * 60
/** Meetings begin at nine and at half past two, most of them. */
export const BEGINNINGS = [30, 360] as const

export const PLACES = [
  { title: 'a county', counties: 1 },
  { title: 'a city', counties: 12 },
  { title: 'a province', counties: 110 },
  { title: 'the country', counties: 3_000 },
] as const

/** Of a core: beyond it a burst is felt. */
export const USABLE = 0.6
/** CPU µs of a page made on the server. */
export const MICROS_PER_PAGE = 12_000
