/** The two-character surnames in use; any other name begins with one of one character. */
const LONG_SURNAMES = new Set([
  '欧阳',
  '司马',
  '上官',
  '诸葛',
  '司徒',
  '东方',
  '尉迟',
  '公孙',
  '慕容',
  '令狐',
  '皇甫',
  '夏侯',
  '轩辕',
  '宇文',
  '长孙',
  '端木',
  '南宫',
  '独孤',
])

/** 王建国 → 王某某: the surname and as many 某 as there were characters (REQ-199). Of other names the first letter. */
export function maskName(name: string): string {
  const letters = [...name.trim()]
  if (!/^\p{Script=Han}/u.test(name.trim())) return letters.length > 0 ? `${letters[0] ?? ''}…` : ''
  const surname = letters.length > 2 && LONG_SURNAMES.has(letters.slice(0, 2).join('')) ? 2 : 1
  return letters.map((letter, index) => (index < surname ? letter : '某')).join('')
}
