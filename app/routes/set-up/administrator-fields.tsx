import { Fieldset, PasswordInput, SimpleGrid, Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { typed } from '#app/components/ui/field-errors.ts'
import type { FormValues } from '#app/http/parse-form.ts'
import type { Office } from './offices.ts'

interface AdministratorFieldsProps {
  readonly office: Office
  readonly values: FormValues | undefined
  readonly errorOf: (name: string) => string | null
}

export function AdministratorFields({ office, values, errorOf }: AdministratorFieldsProps) {
  const { t } = useTranslation('auth')
  const field = (name: string) => ({
    name: `${office}.${name}`,
    error: errorOf(`${office}.${name}`),
    required: true,
  })
  const secret = {
    autoComplete: 'new-password',
    visibilityToggleButtonProps: { 'aria-label': t('auth:signIn.showPassword') },
  }
  return (
    <Fieldset legend={t(`auth:setUp.administrator.${office}`)}>
      <Text size="sm" c="dimmed" mb="xs">
        {t(`auth:setUp.duty.${office}`)}
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput
          {...field('userName')}
          label={t('auth:setUp.userName')}
          defaultValue={typed(values, `${office}.userName`)}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
        <TextInput
          {...field('name')}
          label={t('auth:setUp.name')}
          defaultValue={typed(values, `${office}.name`)}
          autoComplete="off"
        />
        <PasswordInput {...field('password')} {...secret} label={t('auth:setUp.password')} />
        <PasswordInput {...field('repeat')} {...secret} label={t('auth:setUp.repeat')} />
      </SimpleGrid>
    </Fieldset>
  )
}
