"""Marked-up documents of our own: a page of a site, and books as EPUB and FB2."""

import io
import zipfile

PARAGRAPHS = """\
The ferryman of Orlok kept no accounts. What he was paid he put into a jar, and what he owed he took out of it, and when the jar was\
 empty he stopped the ferry and went fishing until somebody filled it for him.
In the spring of 1871 the council of the town sent him a clerk with a ledger. The clerk stayed for three weeks, learnt to row, and\
 wrote nothing down, because the ferryman answered every question with a question of his own.
When the bridge was opened nobody took the ferry any more. The jar stood on the sill of the empty house, and the children of Orlok put\
 flowers into it on the day of the flood, though none of them could say why.""".splitlines()

PAGE = f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>The ferryman of Orlok | River Notes</title>
<meta name="author" content="Hedwig Anders"><meta property="article:published_time" content="2004-05-06T10:00:00Z">
<meta property="og:site_name" content="River Notes"><style>p {{ color: red }}</style><script>var menu = "not text";</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/rivers">All the rivers</a></li><li><a href="/shop">Our shop</a></li></ul></nav>
<article><h1>The ferryman of Orlok</h1>
<p>{PARAGRAPHS[0]}</p><h2>The clerk</h2><p>{PARAGRAPHS[1]}</p>
<table><tr><th>Year</th><th>Fares</th></tr><tr><td>1870</td><td>912 crossings were paid for</td></tr></table>
<p>{PARAGRAPHS[2]}</p></article>
<footer><p>Copyright River Notes. All rights reserved. Follow us on every network there is.</p></footer></body></html>
"""

CHAPTER = f"""<?xml version="1.0" encoding="utf-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head>
<body><section epub:type="chapter" id="c1"><hgroup><h2 epub:type="ordinal">IV</h2><p epub:type="title">The Jar</p></hgroup>
<p>{PARAGRAPHS[0]}<a href="notes.xhtml#n1" id="r1" epub:type="noteref">1</a>&nbsp;It was so in 1871<a href="notes.xhtml#n2"
epub:type="noteref">2</a>.</p><span epub:type="pagebreak" title="12" id="p12"/><p>{PARAGRAPHS[1]}</p>
<span epub:type="pagebreak" title="13" id="p13"/><figure><img src="jar.png" alt=""/><figcaption>The jar, drawn in 1880</figcaption></figure>
<span epub:type="pagebreak" title="14" id="p14"/><p>{PARAGRAPHS[2]}</p></section></body></html>
"""
NOTES = """<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>Notes</title></head>
<body><section epub:type="endnotes"><h2>Notes</h2><ol><li id="n1" epub:type="endnote"><p>The jar is in the museum of the county.
<a href="c.xhtml#r1" epub:type="backlink">↩</a></p></li><li id="n2" epub:type="endnote"><p>So the clerk, not the council.</p></li></ol>
</section></body></html>"""
TITLE = """<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>T</title></head>
<body><section epub:type="titlepage"><h1>The Ferryman</h1></section><section epub:type="imprint"><p>First published in 1902.
Translated from the German by Ada Quill.</p></section></body></html>"""
OPF = """<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata
xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The Ferryman</dc:title><dc:creator id="a">Anders, Hedwig, 1850-1910</dc:creator>
<dc:language>en-GB</dc:language><dc:publisher>River Press</dc:publisher></metadata><manifest>
<item id="n" href="text/notes.xhtml" media-type="application/xhtml+xml"/><item id="t" href="text/t.xhtml"
media-type="application/xhtml+xml"/><item id="c" href="text/c.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="t"/><itemref idref="c"/><itemref idref="n"/></spine></package>"""
CONTAINER = """<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="book.opf"
media-type="application/oebps-package+xml"/></rootfiles></container>"""

FB2 = f"""<?xml version="1.0" encoding="windows-1251"?>
<FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0" xmlns:l="http://www.w3.org/1999/xlink"><description><title-info>
<author><first-name>Hedwig</first-name><last-name>Anders</last-name></author><book-title>The Ferryman</book-title><lang>en</lang>
<translator><first-name>Ada</first-name><last-name>Quill</last-name></translator></title-info><publish-info><year>1902</year>
</publish-info></description><body><section><title><p>Part One</p></title><section><title><p>Chapter 1</p></title>
<p>{PARAGRAPHS[0]}<a l:href="#n1" type="note">[1]</a></p><p>{PARAGRAPHS[1]}</p></section></section></body>
<body name="notes"><section id="n1"><title><p>1</p></title><p>The jar is in the museum.</p></section></body></FictionBook>"""


def epub(**changed: str | None) -> bytes:
    """The book as an EPUB; arguments replace or (None) leave out files: opf, container, c, t, notes."""
    files: dict[str, str | None] = {
        "opf": OPF,
        "container": CONTAINER,
        "c": CHAPTER,
        "t": TITLE,
        "notes": NOTES,
    } | changed
    paths = {"opf": "book.opf", "container": "META-INF/container.xml"}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip")
        for name, text in files.items():
            if text is not None:
                archive.writestr(paths.get(name, f"text/{name}.xhtml"), text)
    return packed.getvalue()
