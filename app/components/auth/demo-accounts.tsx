import { Paper, Text, Title, UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DEMO_PASSWORD } from '#domain/people/demo-password.ts'
import type { DemoAccount } from '#server/services/people.ts'
import classes from './demo-accounts.module.css'

interface DemoAccountsProps {
  readonly accounts: readonly DemoAccount[]
  readonly onChoose: (userName: string) => void
}

/** In the demo alone: who there is, and a click that fills in the form. */
export function DemoAccounts({ accounts, onChoose }: DemoAccountsProps) {
  const { t } = useTranslation('auth')
  return (
    <Paper component="section" mt="lg" aria-labelledby="demo-accounts">
      <Title order={2} id="demo-accounts" fz="md">
        {t('auth:signIn.demoTitle')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t('auth:signIn.demoLead', { password: DEMO_PASSWORD })}
      </Text>
      <ul className={classes.list}>
        {accounts.map(({ userName, name, bodyName, office }) => (
          <li key={userName}>
            <UnstyledButton
              className={classes.account ?? ''}
              onClick={() => {
                onChoose(userName)
              }}
            >
              <span className={classes.name}>{name}</span>
              <code>{userName}</code>
              <span className={classes.office}>{[bodyName, office].filter(Boolean).join(' · ')}</span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </Paper>
  )
}
