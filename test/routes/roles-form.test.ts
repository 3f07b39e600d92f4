import { expect, it } from 'vitest'
import { parseForm } from '#app/http/parse-form.ts'
import { rolesForm } from '#app/routes/_app.administration.roles/form.ts'

const grant = {
  intent: 'grant',
  personId: 'wang',
  role: 'member',
  bodyId: 'b',
  from: '2026-02-01',
  until: '',
}
const parse = (over: Partial<typeof grant>) =>
  parseForm(
    new Request('http://localhost/administration/roles', {
      method: 'POST',
      body: new URLSearchParams({ ...grant, ...over }),
    }),
    rolesForm,
  )

it('[P-22] an end before the start is the end’s fault, and everything typed comes back', async () => {
  expect(await parse({ until: '2026-01-31' })).toEqual({
    ok: false,
    errors: { until: { key: 'common:invalid.endBeforeStart' } },
    values: { ...grant, until: '2026-01-31' },
  })
  for (const until of ['', '2026-02-01', '2027-02-01']) expect((await parse({ until })).ok).toBe(true)
  // Ending a role is another form of the same page.
  expect((await parse({ intent: 'end' })).ok).toBe(false)
})
