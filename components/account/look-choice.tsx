'use client'

import { FieldRow } from '@/components/ui/field-row'
import { Segments } from '@/components/ui/segments'
import { chooseTheme, useThemeChoice, type ThemeChoice } from '@/components/ui/theme'

const themes = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'system', label: 'As the system' },
]
const isTheme = (value: string): value is ThemeChoice => themes.some((theme) => theme.value === value)

/** Light, dark or as the system has it. */
export function LookChoice() {
  const theme = useThemeChoice()
  return (
    <FieldRow label={<span id="theme-label">Theme</span>}>
      <Segments
        aria-labelledby="theme-label"
        choices={themes}
        value={theme}
        onValueChange={(value) => isTheme(value) && chooseTheme(value)}
      />
    </FieldRow>
  )
}
