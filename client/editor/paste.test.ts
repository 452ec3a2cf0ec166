// What Word, Google Docs and plain text become.

import { describe, expect, test } from 'vitest'
import { linesOfHtml, linesOfText } from './paste.ts'

const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset=utf-8>
<style><!-- p.MsoNormal {margin:0} --></style><title>x</title></head><body lang=EN-US>
<!--StartFragment-->
<p class=MsoNormal><b>Bold <i>lead</i></b> words that
wrap<o:p></o:p></p>
<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'>
<![if !supportLists]><span style='mso-list:Ignore'>1.<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>Item&nbsp;one</p>
<p class=MsoListParagraph><span
style='font-family:Symbol;mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span>Item two</p>
<p class=MsoNormal>1.&nbsp;&nbsp;Typed number</p>
<p class=MsoNormal>2&nbsp;States</p>
<table><tr><td><p>cell A</p></td><td><p>cell B</p></td></tr></table>
<p class=MsoNormal><img src=x onerror="alert(1)"><script>alert(1)</script></p>
<p class=MsoNormal>&nbsp;</p>
<!--EndFragment--></body></html>`

const docs = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1">
<h2 dir="ltr"><span style="font-size:16pt">Heading</span></h2>
<p dir="ltr"><span>First </span><span style="font-weight:700">bold</span><span> end</span></p><br />
<ol><li dir="ltr"><p><span>numbered</span></p></li>
<li><p><span>a) lettered</span></p><ul><li><p><span>nested</span></p></li></ul></li></ol></b>`

describe('HTML', () => {
  test('of Word', () => {
    expect(linesOfHtml(word)).toEqual([
      'Bold lead words that wrap',
      'Item one',
      'Item two',
      'Typed number',
      '2 States',
      'cell A',
      'cell B',
    ])
  })

  test('of Google Docs', () => {
    expect(linesOfHtml(docs)).toEqual([
      'Heading',
      'First bold end',
      'numbered',
      'lettered',
      'nested',
    ])
  })

  test('a few words keep the space at their ends', () => {
    expect(linesOfHtml('<meta charset="utf-8"><span>shall&nbsp;</span>')).toEqual(['shall '])
    expect(linesOfHtml('<html><body>\n<p>shall</p>\n</body></html>')).toEqual(['shall'])
  })

  test('a break begins a new line', () => {
    expect(linesOfHtml('<p>one<br>two</p>')).toEqual(['one', 'two'])
  })

  test('words that look like numbers stay', () => {
    expect(linesOfHtml('<ul><li>civil. Society</li><li>o bien</li><li>– dash</li></ul>')).toEqual([
      'civil. Society',
      'o bien',
      'dash',
    ])
    expect(linesOfHtml('<p>– Reaffirming</p><p>– Recalling</p>')).toEqual([
      '– Reaffirming',
      '– Recalling',
    ])
  })

  test('nothing that is hidden, nothing that runs', () => {
    expect(
      linesOfHtml(
        '<p>a<span style="display:none">b</span><style>c</style><svg><text>d</text></svg></p>',
      ),
    ).toEqual(['a'])
  })
})

test('plain lines lose numbers set apart, bullets, and empty lines', () => {
  expect(linesOfText('1.\tone\r\n\r\n• two\n(iv)  three\n4. four\n')).toEqual([
    'one',
    'two',
    'three',
    '4. four',
  ])
})
