"""Documents that only Word makes: revisions, text boxes, its own numbers, content controls."""

from __future__ import annotations

import re

from tests.readers.made import Made, document
from tests.readers.paper import Grid, Printed, paper
from tests.readers.printing import paragraph, run, word, word_blocks, word_cell, word_table


@document
def word_with_revisions() -> Made:
    made = paper()
    body = word_blocks(made)
    old = word_cell(made.grid("requests").rows[3][1])
    number = made.grid("requests").rows[3][1].text
    tracked = (
        f"<w:tc><w:tcPr/><w:p><w:del w:id='1'><w:r><w:delText>999</w:delText></w:r></w:del>"
        f"<w:ins w:id='2'>{run(number)}</w:ins></w:p></w:tc>"
    )
    row = (
        f"<w:tr><w:trPr><w:del w:id='3'/></w:trPr>{word_cell(Printed('规章'))}"
        f"{''.join(word_cell(Printed('5')) for _ in range(3))}</w:tr>"
    )
    body = body.replace(old, tracked, 1).replace("</w:tr><w:tr>", f"</w:tr>{row}<w:tr>", 1)
    gone = "<w:p><w:del w:id='4'><w:r><w:delText>七、删去的部分</w:delText></w:r></w:del></w:p>"
    return ".docx", word(gone + body), made


@document
def word_with_text_boxes() -> Made:
    made = paper()
    title = paragraph("云溪县档案局2023年政府信息公开工作年度报告")
    box = (
        "<w:p><w:r><mc:AlternateContent xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'>"
        f"<mc:Choice Requires='wps'><w:drawing><w:txbxContent>{title}</w:txbxContent></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><w:txbxContent>{title}</w:txbxContent></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    made.blocks = made.blocks[2:]
    return ".docx", word(box + word_blocks(made)), made


@document
def word_that_numbers_headings_itself() -> Made:
    made = paper()
    numbering = (
        '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:abstractNum w:abstractNumId="4">'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
        '<w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/>'
        '<w:numFmt w:val="japaneseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="4"/></w:num></w:numbering>'
    )
    body = ""
    for block in made.blocks:
        if isinstance(block, Grid):
            body += word_table(block)
        elif block[0] == "heading":
            body += paragraph(block[1][2:], '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>')
        elif block[1].startswith("（"):
            body += paragraph(block[1][3:], '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="7"/></w:numPr>')
        else:
            body += paragraph(block[1])
    return ".docx", word(body, numbering=numbering), made


@document
def word_with_content_controls() -> Made:
    made = paper()
    body = re.sub(
        r"<w:tc>(.*?)</w:tc>",
        r"<w:sdt><w:sdtPr/><w:sdtContent><w:tc>\1</w:tc></w:sdtContent></w:sdt>",
        word_blocks(made),
    )
    return ".docx", word(f"<w:sdt><w:sdtContent>{body}</w:sdtContent></w:sdt>"), made


@document
def word_with_runs_cut_anywhere() -> Made:
    made = paper()
    body = re.sub(
        r"<w:r><w:t xml:space='preserve'>(..)([^<&]+)</w:t></w:r>",
        r"<w:r><w:t>\1</w:t></w:r><w:bookmarkStart w:id='0' w:name='_GoBack'/>"
        r"<w:proofErr/><w:hyperlink><w:r><w:rPr><w:b/></w:rPr><w:t>\2</w:t></w:r></w:hyperlink>",
        word_blocks(made),
    )
    return ".docx", word(body), made
