"""A small handout in each language, with all that a handout holds, and what it says."""

import re
import unicodedata
from io import BytesIO
from typing import NamedTuple

import pypdfium2
from lxml import html

from harness import PROJECT
from knowledge_base.printing.fonts import Font, fonts_for
from knowledge_base.printing.line_breaks import open_lines
from knowledge_base.printing.qr import qr_svg

PACKAGES = PROJECT / "node_modules"
ADDRESS = "https://example.org/values/equity/"
LANGUAGES = {"tl": "fil"}
STYLE = """
@page { size: A4; margin: 20mm }
html { font-size: 11pt; line-height: 1.5; overflow-wrap: break-word }
html:is(:lang(km), :lang(lo), :lang(th)) { line-height: 1.7 }
:is(:lang(km), :lang(lo), :lang(th)) em { font-style: normal; text-decoration: underline }
ul { list-style-type: disc }
table { width: 100%; table-layout: fixed; border-collapse: collapse }
th, td { border: 0.5pt solid; padding: 2mm; text-align: start }
tr { break-inside: avoid }
.qr { width: 25mm }
"""


class Words(NamedTuple):
    """The words of a handout: its title, a sentence in three parts (the middle one bold), and a longer sentence."""

    title: str
    before: str
    bold: str
    after: str
    sentence: str


WORDS = {
    "en": Words(
        "Equity and care",
        "People come ",
        "before profit",
        ", and what we earn is shared.",
        "“Who decides?” we asked — and wrote down the answer: the members, in an efficient and open meeting…",
    ),
    "vi": Words(
        "Công bằng và chăm sóc",
        "Con người đứng ",
        "trước lợi nhuận",
        ", và những gì chúng ta làm ra được chia sẻ.",
        "“Ai quyết định?” chúng tôi hỏi — và ghi lại câu trả lời: các thành viên, trong những buổi họp cởi mở, ở đó ai "
        "cũng được lắng nghe, kể cả phụ nữ và người trẻ tuổi.",
    ),
    "id": Words(
        "Keadilan dan kepedulian",
        "Manusia lebih ",
        "utama daripada laba",
        ", dan hasilnya dibagi bersama.",
        "“Siapa yang memutuskan?” kami bertanya — dan mencatat jawabannya: para anggota, dalam rapat yang terbuka.",
    ),
    "tl": Words(
        "Katarungan at pagkalinga",
        "Ang tao ay ",
        "nauuna sa kita",
        ", at pinagsasaluhan ang kinikita.",
        "“Sino ang nagpapasya?” tanong namin — at isinulat ang sagot: ang mga kasapi, sa isang bukás na pulong ng ñ.",
    ),
    "th": Words(
        "ความเป็นธรรมและการดูแล",
        "ผู้คนมาก่อน",
        "ผลกำไร",
        "และรายได้ถูกแบ่งปันร่วมกัน",
        "เศรษฐกิจสังคมและความสมานฉันท์หมายถึงวิสาหกิจและองค์กรที่ทำกิจกรรมทางเศรษฐกิจเพื่อประโยชน์ของส่วนรวม "
        "โดยยึดหลักความร่วมมือโดยสมัครใจ ที่นี่น้ำใจคือกำลังสำคัญ",
    ),
    "km": Words(
        "សមធម៌ និងការថែទាំ",
        "មនុស្សមានសារៈសំខាន់ជាង",
        "ប្រាក់ចំណេញ",
        "ហើយចំណូលត្រូវបានចែករំលែកជាមួយគ្នា។",
        "សេដ្ឋកិច្ចសង្គមនិងសាមគ្គីភាពរួមមានសហគ្រាសនិងអង្គការដែលធ្វើសកម្មភាពសេដ្ឋកិច្ចដើម្បីប្រយោជន៍រួម ដោយផ្អែកលើការសហការដោយស្ម័គ្រចិត្ត "
        "ស្ត្រីនិងយុវជនក៏ចូលរួមក្នុងការសម្រេចចិត្តដែរ។",
    ),
    "lo": Words(
        "ຄວາມສະເໝີພາບ ແລະ ການດູແລ",
        "ຄົນສຳຄັນກວ່າ",
        "ຜົນກຳໄລ",
        "ແລະລາຍຮັບຖືກແບ່ງປັນຮ່ວມກັນ",
        "ເສດຖະກິດສັງຄົມແລະຄວາມສາມັກຄີປະກອບດ້ວຍວິສາຫະກິດແລະອົງການຈັດຕັ້ງທີ່ດຳເນີນກິດຈະກຳທາງເສດຖະກິດເພື່ອຜົນປະໂຫຍດຂອງສ່ວນລວມ "
        "ໂດຍອີງໃສ່ການຮ່ວມມືດ້ວຍຄວາມສະໝັກໃຈ ຊຶ່ງເຊິ່ງກັນແລະກັນ",
    ),
}
# In which lines are opened.
OPENED = ("km", "lo", "th")


def article(locale: str) -> str:
    """The handout's content in HTML."""
    title, before, bold, after, sentence = WORDS[locale]
    sign = qr_svg(ADDRESS, title)
    return f"""<article>
<h1>{title}</h1>
<p>{before}<strong>{bold}</strong>{after} {sentence} <em lang="en">Fair figures</em>
(<a href="../care/">{bold} <em>{title}</em></a>)</p>
<h2>{bold}</h2>
<ul><li>{sentence}<ul><li>{before}<strong>{bold}</strong>{after}</li><li><p>{bold}</p><p>{after}</p></li></ul></li>
<li>{title}</li></ul>
<ol><li><p>{sentence}</p></li><li>{bold} <code>a-b_c</code></li></ol>
<blockquote><p>{sentence}</p><p>— {title}, 2024 · § 3</p></blockquote>
<table><thead><tr><th scope="col">{title}</th><th scope="col">{bold}</th></tr></thead>
<tbody><tr><td>{sentence}</td><td>{before}<b>{bold}</b>{after}</td></tr></tbody></table>
<dl><dt>{bold}</dt><dd>{sentence}</dd></dl>
<figure>{sign}<figcaption>{title}</figcaption></figure>
</article>"""


def document(locale: str, *, opened: bool = True) -> str:
    """The handout as an HTML document, lines opened or not."""
    root = html.fragment_fromstring(article(locale))
    if opened:
        open_lines(root, locale)
    language = LANGUAGES.get(locale, locale)
    title = WORDS[locale].title
    body = html.tostring(root, encoding="unicode")
    return f'<!DOCTYPE html><html lang="{language}"><head><title>{title}</title></head><body>{body}</body></html>'


def fonts(locale: str) -> list[Font]:
    """The fonts of the handout."""
    return fonts_for(locale, PACKAGES)


def bare(text: str) -> str:
    """The text without white space."""
    return re.sub(r"\s", "", unicodedata.normalize("NFC", text))


def text_of(pdf: bytes) -> str:
    """The text of a PDF as PDFium, which Chromium uses, gives it."""
    pages = pypdfium2.PdfDocument(BytesIO(pdf))
    return "".join(page.get_textpage().get_text_range() for page in pages)


def left_over(pdf: bytes, locale: str) -> str:
    """What the PDF says besides the handout's text, whose blocks must stand in it whole and in order."""
    rest, said = "", bare(text_of(pdf))
    root = html.fragment_fromstring(article(locale))
    for block in root.xpath(
        ".//*[self::h1|self::h2|self::p|self::th|self::td|self::dt|self::dd|self::figcaption]|.//li[not(p)]"
    ):
        text = bare("".join(block.xpath("text()|*[not(self::ul)]//text()")))
        start = said.find(text)
        if start < 0:
            raise AssertionError(f"{text!r} is not in {said!r}")
        rest, said = rest + said[:start], said[start + len(text) :]
    return rest + said
