import type { Sentences } from '../sentences.ts'

export const writing = {
  tools: 'Reading and finding',
  find: {
    open: 'Find and replace (Ctrl+F)',
    bar: 'Find and replace',
    words: 'Find',
    instead: 'Replace with',
    previous: 'Previous (Shift+Enter)',
    next: 'Next (Enter)',
    of: '{{number}} of {{count}}',
    none: 'Not found',
    replace: 'Replace',
    replaceAll: 'Replace all',
    replaced: '{{count}} replaced',
    close: 'Close finding',
  },
  outline: {
    open: 'Outline',
    none: 'This text has no headings. Headings set under “Paragraph style” are listed here.',
  },
  letters: {
    count: '{{count}} characters',
    how: 'Characters with punctuation, without spaces',
  },
  screen: {
    fill: 'Read on the full screen',
    leave: 'Leave the full screen',
  },
  paste: {
    tooLong:
      'More than {{most}}0,000 characters cannot be pasted at once. Nothing was pasted, the text is unchanged. Please paste it in parts.',
    images: 'Pictures left out: {{count}}. Please upload them as evidence and cite them.',
    comments: 'Comments of the original left out: {{count}}.',
    revisions: 'The original keeps track of changes; its words are pasted as if they were accepted.',
    close: 'Close',
  },
  print: {
    act: 'Print',
    title: 'Print a document of the dossier',
  },
  paper: {
    opinion: 'Opinion',
    case: '{{number}} {{title}}',
    revised_one:
      'One suggestion waits: underlined words are to come, struck ones to go; who proposed it and when stands behind.',
    revised_other:
      '{{count}} suggestions wait: underlined words are to come, struck ones to go; who proposed them and when stands behind.',
    taken: 'Taken out by {{name}}, {{unit}}, {{at}}. Internal.',
  },
} satisfies Sentences
