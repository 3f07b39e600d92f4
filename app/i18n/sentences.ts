/** A noun's sentences: keys in code, words in the file; nested by place where that reads better. */
export interface Sentences {
  readonly [key: string]: string | Sentences
}
