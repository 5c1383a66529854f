'use client'

import { Monitor, Moon, Sun } from 'lucide-react'
import { IconButton } from './icon-button'
import { Menu, MenuChoice, MenuChoices } from './menu'
import { chooseTheme, useShownTheme, useThemeChoice, type ThemeChoice } from './theme'

const isChoice = (value: string): value is ThemeChoice => value === 'light' || value === 'dark' || value === 'system'

/** Light, dark or as the system has it. */
export function ThemeMenu() {
  const choice = useThemeChoice()
  const shown = useShownTheme()
  return (
    <Menu trigger={<IconButton icon={shown === 'dark' ? Moon : Sun} label={`Theme: ${choice}`} />}>
      <MenuChoices value={choice} onValueChange={(value) => isChoice(value) && chooseTheme(value)}>
        <MenuChoice value="light" icon={Sun}>
          Light
        </MenuChoice>
        <MenuChoice value="dark" icon={Moon}>
          Dark
        </MenuChoice>
        <MenuChoice value="system" icon={Monitor}>
          As the system
        </MenuChoice>
      </MenuChoices>
    </Menu>
  )
}
