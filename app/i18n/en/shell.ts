import type { Sentences } from '../sentences.ts'
import { searchEverywhere } from './search-everywhere.ts'

export const shell = {
  product: 'Huishang',
  sealCharacter: '商',
  demo: 'Demo',
  skip: 'Skip to content',
  mainNavigation: 'Main',
  loading: 'Loading the page',
  places: {
    workbench: 'Workbench',
    cases: 'Cases',
    meetings: 'Meetings',
    hearings: 'Hearings',
    administration: 'Admin',
  },
  connection: {
    online: 'Connected',
    connecting: 'Connecting',
    offline: 'Not connected',
    onlineMeans: 'Connected to the server, live',
    connectingMeans: 'Reconnecting; you can read and write, votes and speaking wait for the connection',
    offlineMeans: 'Cut off from the server; your edits are kept on this device and written when it is back',
  },
  serverWait: {
    words:
      'The server cannot be reached. Everything on this page is kept; it goes on by itself when the connection is back.',
    stay: 'Stay on this page',
  },
  otherLanguage: '中文',
  otherLanguageLabel: '中文，切换为中文',
  colorScheme: 'Switch between light and dark',
  calendar: 'Working days',
  account: 'Account',
  signIn: 'Sign in',
  leave: 'Leave',
  signOut: 'Sign out',
  error: {
    refused: 'This page cannot be opened',
    broken: 'Something went wrong',
    number: 'Something went wrong, number {{number}}.',
    advice:
      'What was already submitted is safe. Please try again; if it stays, give the number to the system administrator.',
    again: 'Try again',
    home: 'To the start page',
  },
  search: searchEverywhere,
} satisfies Sentences
