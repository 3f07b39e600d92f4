// What lies in the clipboard after copying in Word 2019 and WPS 2019, shortened: words are invented, tags and styles are theirs.

const nbsp = '&nbsp;'
const wordItem = (level: number, sign: string, words: string) =>
  `<p class=MsoListParagraph style='margin-left:21.0pt;text-indent:-21.0pt;mso-char-indent-count:0;mso-list:l0 level${String(level)} lfo1'><![if !supportLists]><span lang=EN-US style='mso-fareast-font-family:等线'><span style='mso-list:Ignore'>${sign}<span style='font:7.0pt "Times New Roman"'>${nbsp}${nbsp}${nbsp} </span></span></span><![endif]><span style='font-family:等线;color:red'>${words}</span></p>`

export const FROM_WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=ProgId content=Word.Document><meta name=Generator content="Microsoft Word 15">
<style><!-- p.MsoNormal {mso-style-unhide:no; color:red; font-family:等线} @list l0 {mso-list-id:1} --></style>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--></head>
<body lang=ZH-CN style='tab-interval:21.0pt'><!--StartFragment-->
<h1><a name="_Toc1"></a><span style='font-family:黑体'>核实报告<span lang=EN-US><o:p></o:p></span></span></h1>
<p class=MsoNormal style='mso-outline-level:2'><b>一、基本情况<o:p></o:p></b></p>
<p class=MsoNormal style='text-indent:21.0pt;mso-char-indent-count:2.0'><span style='mso-bidi-font-size:10.5pt;color:#C00000'>　　经查，<b style='mso-bidi-font-weight:normal'>少减免</b>租金<i>三万</i><u>元</u>，见<a href="https://example.org/x">通知</a>与<a href="#_Toc1">上文</a>。</span><span class=MsoCommentReference><a class=msocomanchor id="_anchor_1" href="#_msocom_1">[王1]</a></span></p>
<p class=MsoNormal><o:p>${nbsp}</o:p></p>
${wordItem(1, '1.', '第一项')}
${wordItem(2, 'l', '其中甲')}
${wordItem(2, 'l', '其中乙')}
${wordItem(1, '2.', '第二项')}
${wordItem(1, '（一）', '不是编号列表')}
<table class=MsoTableGrid border=1 cellspacing=0 style='border-collapse:collapse;mso-yfti-tbllook:1184'>
<tr style='mso-yfti-irow:0'><td width=277 colspan=2 valign=top style='width:207.4pt;background:yellow'><p class=MsoNormal>合并的表头<o:p></o:p></p></td></tr>
<tr><td rowspan=2><p class=MsoNormal>左</p></td><td><p class=MsoNormal>右上</p></td></tr><tr><td><p class=MsoNormal><o:p>${nbsp}</o:p></p></td></tr>
</table>
<p class=MsoNormal><img width=1 height=1 src="file:///C:/Users/x/clip_image001.png" v:shapes="_x0000_i1025"><s>删去</s>末段</p>
<!--EndFragment--><div style='mso-element:comment-list'><div style='mso-element:comment'><p class=MsoCommentText>批注内容</p></div></div></body></html>`

const wps = (font: string, words: string, align = '') =>
  `<p class=MsoNormal ${align} style="text-indent:32.0000pt;mso-char-indent-count:2.0000;" ><span style="mso-spacerun:'yes';font-family:${font};mso-ascii-font-family:Calibri;font-size:16.0000pt;mso-font-kerning:1.0000pt;" ><font face="${font}" >${words}</font></span><span style="mso-spacerun:'yes';font-family:${font};font-size:16.0000pt;" ><o:p></o:p></span></p>`

export const FROM_WPS = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=ProgId content=Word.Document><meta name=Generator content="WPS Office"></head>
<body style="tab-interval:21pt;text-justify-trim:punctuation;" ><!--StartFragment--><div class="Section0" style="layout-grid:15.6000pt;" >
${wps('方正小标宋简体', '关于金松投资集团的情况报告', 'align=center')}
${wps('黑体', '一、基本情况')}
${wps('楷体_GB2312', '（一）问题来源')}
${wps('仿宋_GB2312', '专项审计发现。')}
${wps('仿宋_GB2312', '一、这是正文，不是标题。')}
</div><!--EndFragment--></body></html>`

const tracked = (kind: 'ins' | 'del', words: string) =>
  `<span class=mso${kind === 'ins' ? 'Ins' : 'Del'}><${kind} cite="mailto:王某" datetime="2026-10-01T10:00">${words}</${kind}></span>`

/** With revisions that nobody has accepted; the author's own stroke is none. */
export const TRACKED_IN_WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=ProgId content=Word.Document></head><body lang=ZH-CN><!--StartFragment-->
<p class=MsoNormal>处分建议：${tracked('del', '给予警告')}${tracked('ins', '免予处分')}，<s>存疑</s>请审议。<o:p></o:p></p>
<p class=MsoNormal>${tracked('del', '整段不要的话。<o:p></o:p>')}</p>
${wordItem(1, '1.', '留下的一项')}
${wordItem(1, tracked('del', '2.'), tracked('del', '不要的一项'))}
<p class=MsoNormal>后文。</p>
<!--EndFragment--></body></html>`
