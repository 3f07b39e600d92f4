import { createTheme } from '@mantine/core'

const larger = { defaultProps: { size: 'md' } }

/** In rooms nothing is read or pressed below 16 px: people look at it from arm's length, standing. */
export const roomTheme = createTheme({
  fontSizes: { xs: '1rem', sm: '1rem', md: '1rem', lg: '1.25rem', xl: '1.75rem' },
  components: {
    Button: larger,
    TextInput: larger,
    Textarea: larger,
    NativeSelect: larger,
    Radio: larger,
    RadioGroup: larger,
    Checkbox: larger,
    CheckboxGroup: larger,
    InputWrapper: larger,
    Badge: { defaultProps: { size: 'lg' } },
  },
})
