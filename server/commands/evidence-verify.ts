import { checkEvidence } from '#server/backup/check-evidence.ts'
import { sizeOf } from '#server/backup/files.ts'
import { sentenceOf } from '#server/backup/refused.ts'
import { readEnv } from '#server/env.ts'
import { openEvidencePlace } from '#server/store/open-evidence-place.ts'

/** `npm run evidence:verify`: reads every file of evidence, names what is not as recorded, exits 1 if there is any. */

const env = readEnv()
const started = performance.now()
try {
  const { files, bytes, missing, changed, orphaned } = await checkEvidence(
    env.database,
    await openEvidencePlace(env),
    (line) => console.error(line),
  )
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const read = `${files} files of evidence (${sizeOf(bytes)}) in ${seconds} s`
  if (missing.length + changed.length === 0) console.log(`OK: ${read}, each as the record names it.`)
  else {
    console.error(`NOT AS RECORDED: of ${read}, ${missing.length} are missing and ${changed.length} changed.`)
    process.exitCode = 1
  }
  // Harmless: handed in and refused, or not named yet. The nightly sweep takes them after a day.
  if (orphaned.length > 0) console.log(`${orphaned.length} files are named by no entry.`)
} catch (error) {
  // A place that does not answer says nothing of the files.
  console.error(sentenceOf(error))
  process.exitCode = 1
}
