import { Code, PasswordInput, Stack, Text } from '@mantine/core'
import { useFetcher } from '@remix-run/react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { newCommandId } from '#app/realtime/command-id.ts'
import { useActor } from '#app/components/shell/root-data.ts'
import { later } from '#app/components/ui/later.tsx'
import { LegalActButton } from '#app/components/ui/legal-act-button.tsx'
import { RefusalAlert } from '#app/components/ui/refusal-alert.tsx'
import type { Refusal } from '#domain/record/refusal.ts'

const DrawnSignature = later(() => import('./drawn-signature.tsx').then((file) => file.DrawnSignature))

interface SignFormProps {
  /** Of the text that is signed; null: it is frozen by the signing itself. */
  readonly hash: string | null
  readonly fields?: Readonly<Record<string, string>>
  readonly records: string
  readonly children: ReactNode
  readonly refusal: Refusal | null
  /** Further fields above the password. */
  readonly above?: ReactNode
  readonly ready?: boolean
  readonly onTried?: () => void
}

/** A signature: the password entered again, or a guest's code, goes to the server and nowhere else. */
export function SignForm(props: SignFormProps) {
  const { hash, fields = {}, records, children, refusal, above, ready = true, onTried } = props
  const { t } = useTranslation(['hearingsAfter', 'common'])
  // Who came by invitation has no password: the code on paper is what he has besides his session.
  const secret = useActor().guestOf === undefined ? 'password' : 'code'
  const fetcher = useFetcher<{ readonly ok: boolean; readonly refusal?: Refusal }>()
  const [password, setPassword] = useState('')
  const [drawn, setDrawn] = useState<string | null>(null)
  const [asked, setAsked] = useState(false)

  function sign() {
    setAsked(true)
    onTried?.()
    if (password === '' || !ready) return
    fetcher.submit(
      {
        ...{ intent: 'sign', commandId: newCommandId(), password },
        ...{ ...(hash && { hash }), ...(drawn && { drawn }), ...fields },
      },
      { method: 'post' },
    )
    setPassword('')
    setAsked(false)
  }

  return (
    <Stack gap="sm" maw={640}>
      {above}
      {hash ? (
        <Text size="sm">
          {t('hearingsAfter:signing.reads')}
          <br />
          <Code style={{ overflowWrap: 'anywhere' }}>{hash}</Code>
        </Text>
      ) : null}
      <PasswordInput
        label={t(`hearingsAfter:signing.${secret}`)}
        description={t(`hearingsAfter:signing.${secret}Hint`)}
        autoComplete={secret === 'password' ? 'current-password' : 'off'}
        value={password}
        error={asked && password === '' ? t('common:invalid.required') : null}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <DrawnSignature onChange={setDrawn} />
      <div>
        <LegalActButton records={records} refusal={refusal} busy={fetcher.state !== 'idle'} onAct={sign}>
          {children}
        </LegalActButton>
      </div>
      <RefusalAlert refusal={fetcher.state === 'idle' ? fetcher.data?.refusal : null} />
    </Stack>
  )
}
