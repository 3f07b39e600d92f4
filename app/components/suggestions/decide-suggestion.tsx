import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { RemarkCommand } from '#domain/remarks/commands.ts'
import type { SeenRemark } from '#domain/remarks/view.ts'

interface DecideSuggestionProps {
  readonly remark: SeenRemark
  readonly mayDecide: boolean
  readonly isOwn: boolean
  readonly busy: boolean
  readonly act: (command: RemarkCommand) => Promise<boolean>
}

/** Accept, refuse, take back: for whoever writes the text, and for whoever proposed. */
export function DecideSuggestion({ remark, mayDecide, isOwn, busy, act }: DecideSuggestionProps) {
  const { t } = useTranslation('suggestions')
  const numbers = [remark.number]
  const button = (type: 'accept' | 'refuse' | 'withdraw') => (
    <Button
      size="compact-xs"
      variant={type === 'accept' ? 'light' : 'subtle'}
      loading={busy}
      onClick={() => void act({ type, numbers })}
    >
      {t(`suggestions:act.${type}`)}
    </Button>
  )
  return (
    <>
      {mayDecide ? button('accept') : null}
      {mayDecide ? button('refuse') : null}
      {isOwn ? button('withdraw') : null}
    </>
  )
}
