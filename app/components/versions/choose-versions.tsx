import { Button, Group, NativeSelect } from '@mantine/core'
import { Form, useSubmit } from '@remix-run/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentVersionRow } from '#server/services/documents.ts'
import { NOW, type VersionNames } from './names-of-versions.ts'

interface ChooseVersionsProps {
  readonly versions: readonly DocumentVersionRow[]
  readonly names: VersionNames
  readonly shown: string
  readonly compared: string | null
}

/** Any version to read, and any other to compare it with. Without scripts the button sends it. */
export function ChooseVersions({ versions, names, shown, compared }: ChooseVersionsProps) {
  const { t } = useTranslation('versions')
  const submit = useSubmit()
  const at = { v: shown, with: compared ?? '' }
  const [here, setHere] = useState(at)
  const [chosen, setChosen] = useState(at)
  // Led elsewhere by a link: the fields say what is shown, and keep the focus where it is.
  if (here.v !== at.v || here.with !== at.with) {
    setHere(at)
    setChosen(at)
  }
  const choices = [
    { value: NOW, label: t('versions:now') },
    ...[...versions].reverse().map(({ id }) => ({ value: id, label: names.line(id) })),
  ]
  return (
    <Form
      method="get"
      onChange={(event) => submit(event.currentTarget, { replace: true, preventScrollReset: true })}
    >
      <Group align="flex-end">
        <NativeSelect
          name="v"
          label={t('versions:choose')}
          value={chosen.v}
          onChange={(event) => setChosen({ ...chosen, v: event.currentTarget.value })}
          data={choices}
          maw="100%"
        />
        <NativeSelect
          name="with"
          label={t('versions:compareWith')}
          value={chosen.with}
          onChange={(event) => setChosen({ ...chosen, with: event.currentTarget.value })}
          data={[{ value: '', label: t('versions:alone') }, ...choices]}
          maw="100%"
        />
        <Button type="submit" variant="default">
          {t('versions:compare')}
        </Button>
      </Group>
    </Form>
  )
}
