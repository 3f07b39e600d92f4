import type { Sentences } from '../sentences.ts'

export const word = {
  export: 'Take out as a Word file (.docx)',
  import: {
    open: 'Bring in a Word file (.docx)',
    title: 'Bring in a Word file',
    file: 'Word file (.docx)',
    hint: 'You see it first; it is written when you confirm. Headings, lists, tables, bold, italic, underlined and struck words and links are kept; page heads and feet, colours and sizes are not.',
    choose: 'Choose a file',
    reading: 'Reading …',
    preview: 'What will be written',
    atEnd: 'It is written at the end of the text; what stands there stays as it is. You can undo it.',
    asText: 'The text is still empty; this becomes the text. You can undo it.',
    images: 'Pictures left out: {{count}}. Please upload them as evidence and cite them.',
    comments: 'Comments left out: {{count}}.',
    revisions: 'The file keeps track of changes; its words are read as if they were accepted.',
    empty: 'There are no words in the file that could be brought in.',
    tooLong:
      'Words and tables exceed {{most}}0,000 characters at once. Nothing was written. Please divide the file.',
    insert: 'Write into the text',
    cancel: 'Cancel',
  },
  evidence: {
    loading: 'Reading the file …',
    asText: 'The words of the file; it looks otherwise than the original, and the original counts.',
    images: 'Pictures not shown: {{count}}.',
    comments: 'Comments not shown: {{count}}.',
    revisions: 'The file keeps track of changes; its words are shown as if they were accepted.',
    empty: 'There are no words in the file.',
  },
  finding: {
    body: 'Department',
    side: 'Finding',
    reason: 'Reason',
    evidence: 'Evidence',
  },
  condition: {
    of: 'Condition ({{subject}}): ',
    is: '{{text}} ({{met}})',
    leans: ' Evidence: {{evidence}}',
  },
} satisfies Sentences
