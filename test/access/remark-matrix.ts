/** `room/command` among the remarks on the facts of rent relief; number 1 is discipline1's and mentions discipline3, number 2 a suggestion of his. */
export const REMARK_COMMANDS = `
                                                        nob app d1  d3  aud sec cha lea rec p3  sys sea adt
remark                                                  in  --  ok  ok  no  ok  ok  ok  --  ok  --  --  --
reply                                                   in  --  ok  ok  no  ok  ok  ok  --  ok  --  --  --
correct                                                 in  --  ok  1   no  1   1   1   --  1   --  --  --  1=remark/not-yours
resolve                                                 in  --  ok  ok  no  ok  ok  1   --  ok  --  --  --  1=remark/not-yours
reopen                                                  in  --  1   1   no  1   1   2   --  1   --  --  --  1=remark/already-done 2=remark/not-yours
acknowledge                                             in  --  1   ok  1   1   1   1   --  1   --  --  --  1=remark/already-done
suggest                                                 in  --  ok  ok  no  ok  ok  ok  --  ok  --  --  --
accept                                                  in  --  1   1   no  1   1   2   --  1   --  --  --  1=suggestion/words-changed 2=document/read-only
refuse                                                  in  --  ok  ok  no  ok  ok  1   --  ok  --  --  --  1=document/read-only
withdraw                                                in  --  ok  1   no  1   1   1   --  1   --  --  --  1=remark/not-yours
rebind                                                  in  --  ok  ok  1   ok  ok  1   --  ok  --  --  --  1=document/read-only
`
