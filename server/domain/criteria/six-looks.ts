import type { CriteriaSet } from './types.ts'

const look = (id: string, name: string) => ({ id, name, sides: null })

/** 六看, verbatim (rows 4-27, 4-28; REQ-185). The measure names what is looked at and no sides. */
export const sixLooks: CriteriaSet = {
  id: 'six-looks',
  name: '六看',
  mandatory: false,
  wordings: [
    {
      key: 'wendeng',
      instrument: '《关于建立健全容错纠错机制激励干部改革创新担当作为的实施办法(试行)》',
      criteria: [
        look('look-nature', '看问题性质'),
        look('look-basis', '看工作依据'),
        look('look-motive', '看主观动机'),
        look('look-process', '看决策过程'),
        look('look-orientation', '看履职取向'),
        look('look-correction', '看纠错态度'),
      ],
    },
  ],
}
