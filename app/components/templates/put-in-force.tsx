import { Paper } from '@mantine/core'
import { Form, useNavigation } from '@remix-run/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandField } from '#app/components/ui/command-field.tsx'
import { LegalActButton } from '#app/components/ui/legal-act-button.tsx'
import { exceeds, REASON_LIMIT } from '#app/components/ui/limit.ts'
import { LimitedTextarea } from '#app/components/ui/limited.tsx'
import type { TemplateView } from '#server/services/templates.ts'
import { useTemplateNames } from './names.ts'

/** Puts the draft in force (`of` null) or an older version again, with a reason and after saying what is recorded. */
export function PutInForce({ view, of }: { view: TemplateView; of: number | null }) {
  const { t } = useTranslation(['templates', 'common'])
  const names = useTemplateNames()
  const busy = useNavigation().state !== 'idle'
  const [reason, setReason] = useState('')
  const n = view.versions.length + 1
  const version = names.version(of ?? n)
  return (
    <Paper>
      <Form method="post" id="put-in-force">
        <CommandField key={n} />
        <input type="hidden" name="intent" value={of === null ? 'put-in-force' : 'put-back'} />
        {of === null ? null : <input type="hidden" name="number" value={of} />}
        <LimitedTextarea
          name="reason"
          label={t('templates:put.reason')}
          description={t('templates:put.reasonHint')}
          limit={REASON_LIMIT}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
          autosize
          minRows={2}
          required
        />
      </Form>
      <LegalActButton
        legal={false}
        mt="sm"
        form="put-in-force"
        busy={busy}
        ready={!exceeds(reason, REASON_LIMIT)}
        records={
          of === null ? t('templates:put.records', { n }) : t('templates:put.backRecords', { version, n })
        }
      >
        {of === null ? t('templates:put.act', { n }) : t('templates:put.back', { version })}
      </LegalActButton>
    </Paper>
  )
}
