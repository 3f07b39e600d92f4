import { Code, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Section } from '#app/components/cases/section.tsx'
import { useDateTime } from '#app/components/ui/date-time.tsx'
import { isSigner } from '#domain/hearings/signing.ts'
import { PassageWords } from './passages.tsx'
import { later } from '#app/components/ui/later.tsx'
import { usePaper } from './paper-context.tsx'

const SignForm = later(async () => (await import('./sign-form.tsx')).SignForm)

/** A witness reads what was written of himself, and nothing else (F-38). */
export function OwnPart() {
  const { t } = useTranslation('hearingsAfter')
  const { paper, own } = usePaper()
  if (!paper.ownPart) return null
  const passages = own?.passages ?? paper.ownPart.passages
  return (
    <Section title={t('hearingsAfter:transcript.ownTitle')}>
      <Text size="sm" c="dimmed" mb="sm">
        {t('hearingsAfter:transcript.ownHint')}
      </Text>
      {passages.length === 0 ? <Text>{t('hearingsAfter:transcript.ownNone')}</Text> : null}
      {passages.map((passage) => (
        <PassageWords key={passage.id} passage={passage} />
      ))}
    </Section>
  )
}

/** Signing for oneself, and afterwards name, time and hash of what was signed. */
export function OwnSignature() {
  const { t } = useTranslation('hearingsAfter')
  const { paper, state, own, me, may } = usePaper()
  const dateTime = useDateTime()
  const mine = own?.participant
  if (!state?.transcript.frozen || !mine || !isSigner(mine)) return null
  const { signature } = own
  if (signature)
    return (
      <Section title={t('hearingsAfter:signing.done')}>
        {signature.signed ? (
          <Text>
            {t('hearingsAfter:signing.doneWhat', { name: me.name, time: dateTime(signature.at) })}
            <br />
            <Code style={{ overflowWrap: 'anywhere' }}>{signature.hash}</Code>
          </Text>
        ) : (
          <Text>
            {t(`hearingsAfter:signing.${signature.missing ? 'doneMissing' : 'doneRefused'}`, {
              reason: signature.reason,
            })}
          </Text>
        )}
      </Section>
    )
  const witness = mine.capacity === 'witness'
  return (
    <Section title={t('hearingsAfter:signing.ownTitle')}>
      <Text mb="sm">{t(`hearingsAfter:signing.${witness ? 'ownPartHint' : 'ownHint'}`)}</Text>
      <SignForm
        hash={(witness ? paper.ownPart?.hash : paper.frozen?.hash) ?? null}
        records={t('hearingsAfter:signing.signRecords')}
        refusal={may('sign-transcript')}
      >
        {t('hearingsAfter:signing.sign')}
      </SignForm>
    </Section>
  )
}
