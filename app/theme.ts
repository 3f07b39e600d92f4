import {
  createTheme,
  defaultVariantColorsResolver,
  type CSSVariablesResolver,
  type MantineColorsTuple,
} from '@mantine/core'

// Paper and seal: index 6 of a colour is its token in the light scheme, index 4 in the dark one.
const azurite: MantineColorsTuple = [
  '#EFF3F7',
  '#DFE8EF',
  '#BEDCF1',
  '#93C4E8',
  '#6FB1E0',
  '#4686B5',
  '#1E5A8A',
  '#1A4F79',
  '#164366',
  '#113450',
]
const cinnabar: MantineColorsTuple = [
  '#FAF1EF',
  '#F5E2E0',
  '#F3C0B7',
  '#EC9787',
  '#E5745F',
  '#CE533F',
  '#B8321F',
  '#A22C1B',
  '#882517',
  '#6B1D12',
]
const pine: MantineColorsTuple = [
  '#F0F6F3',
  '#E2EDE7',
  '#B9DECB',
  '#8AC8A9',
  '#63B58C',
  '#499972',
  '#2F7D57',
  '#296E4D',
  '#235C40',
  '#1B4932',
]
const ochre: MantineColorsTuple = [
  '#F7F3EF',
  '#EFE8DF',
  '#EBD5B7',
  '#DDB987',
  '#D2A25F',
  '#AE7E3E',
  '#8A5A1C',
  '#794F19',
  '#664315',
  '#503410',
]
const slate: MantineColorsTuple = [
  '#F2F3F4',
  '#E6E7EA',
  '#D4DBE3',
  '#B8C2D0',
  '#A0AEC0',
  '#758294',
  '#4A5568',
  '#414B5C',
  '#373F4D',
  '#2B313C',
]
// Mantine reads text, borders, inputs and the page of the dark scheme from this one.
const dark: MantineColorsTuple = [
  '#E9E7E2',
  '#C9C8C4',
  '#A8ADB5',
  '#8A9099',
  '#2E3238',
  '#262A2F',
  '#1C1F23',
  '#15171A',
  '#101215',
  '#0B0C0E',
]

const SANS = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", system-ui, sans-serif'

export const theme = createTheme({
  colors: { azurite, cinnabar, pine, ochre, slate, dark },
  primaryColor: 'azurite',
  primaryShade: { light: 6, dark: 4 },
  // Mantine would choose the text on a filled button by the light scheme alone.
  variantColorResolver(input) {
    const colors = defaultVariantColorsResolver(input)
    return input.variant === 'filled' ? { ...colors, color: 'var(--on-filled)' } : colors
  },
  black: '#1D2126',
  defaultRadius: 6,
  respectReducedMotion: true,
  cursorType: 'pointer',
  focusRing: 'auto',
  fontFamily: SANS,
  fontFamilyMonospace: 'ui-monospace, "SFMono-Regular", Consolas, "Noto Sans Mono CJK SC", monospace',
  fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '1rem', lg: '1.25rem', xl: '1.75rem' },
  lineHeights: { xs: '1.5', sm: '1.55', md: '1.6', lg: '1.5', xl: '1.35' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  headings: {
    fontFamily: SANS,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.75rem', lineHeight: '1.3' },
      h2: { fontSize: '1.25rem', lineHeight: '1.4' },
      h3: { fontSize: '1rem', lineHeight: '1.5' },
    },
  },
  components: {
    Button: { defaultProps: { size: 'sm' } },
    Paper: { defaultProps: { withBorder: true, p: 'md' } },
    Card: { defaultProps: { withBorder: true } },
    Menu: { defaultProps: { transitionProps: { duration: 80 } } },
    Anchor: { defaultProps: { underline: 'hover' } },
  },
})

// The next shade after a dark token is too dim for the near-black text on it.
const brighterUnderThePointer = Object.fromEntries(
  ['azurite', 'cinnabar', 'pine', 'ochre', 'slate'].map((name) => [
    `--mantine-color-${name}-filled-hover`,
    `var(--mantine-color-${name}-3)`,
  ]),
)

/** The tokens as variables, so that a plain stylesheet speaks of paper and ink, not of shades. */
export const tokenVariables: CSSVariablesResolver = () => ({
  variables: {
    '--font-paper':
      'FangSong_GB2312, STFangsong, FangSong, "Noto Serif CJK SC", "Noto Serif SC", "Songti SC", SimSun, serif',
  },
  light: {
    '--on-filled': '#FFFFFF',
    '--paper': '#FAF9F6',
    '--sheet': '#FFFFFF',
    '--line': '#E4E1DA',
    '--field-line': '#8C877D',
    '--ink': '#1D2126',
    '--ink-2': '#565C66',
    '--azurite': '#1E5A8A',
    '--cinnabar': '#B8321F',
    '--pine': '#2F7D57',
    '--ochre': '#8A5A1C',
    '--slate': '#4A5568',
    '--azurite-wash': '#EAF1F7',
    '--cinnabar-wash': '#FAEFEC',
    '--pine-wash': '#F0F7F3',
    '--ochre-wash': '#F8F1E6',
    '--slate-wash': '#EFF1F4',
    '--mantine-color-body': '#FAF9F6',
    '--mantine-color-text': '#1D2126',
    '--mantine-color-dimmed': '#565C66',
    '--mantine-color-placeholder': '#6B7079',
    '--mantine-color-error': '#B8321F',
    '--mantine-color-anchor': '#1E5A8A',
    '--mantine-color-default-border': '#E4E1DA',
  },
  dark: {
    '--on-filled': '#15171A',
    ...brighterUnderThePointer,
    '--paper': '#15171A',
    '--sheet': '#1C1F23',
    '--line': '#2E3238',
    '--field-line': '#757C86',
    '--ink': '#E9E7E2',
    '--ink-2': '#A8ADB5',
    '--azurite': '#6FB1E0',
    '--cinnabar': '#E5745F',
    '--pine': '#63B58C',
    '--ochre': '#D2A25F',
    '--slate': '#A0AEC0',
    '--azurite-wash': '#1B2731',
    '--cinnabar-wash': '#2E1F1D',
    '--pine-wash': '#1A2822',
    '--ochre-wash': '#2B241A',
    '--slate-wash': '#23272D',
    '--mantine-color-body': '#15171A',
    '--mantine-color-text': '#E9E7E2',
    '--mantine-color-dimmed': '#A8ADB5',
    '--mantine-color-placeholder': '#8F959E',
    '--mantine-color-error': '#E5745F',
    '--mantine-color-anchor': '#6FB1E0',
    '--mantine-color-default-border': '#2E3238',
  },
})
