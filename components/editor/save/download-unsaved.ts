import type { Files } from '@/lib/plugin/files'

/** Gives files that only this browser has to the person, as one ZIP. */
export async function downloadUnsaved(files: Files): Promise<void> {
  const [{ zipFiles }, { saveBytes }] = await Promise.all([
    import('@/lib/plugin/package/pack'),
    import('../bar/save-bytes'),
  ])
  saveBytes(await zipFiles(files), 'unsaved.zip')
}
