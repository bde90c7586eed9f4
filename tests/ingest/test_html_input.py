"""Web pages: the article's own words, what the page says of itself, and the way back to the page."""

from __future__ import annotations

import pytest

from fogline.records import Report
from tests.ingest.reading_in import fault, one

SENTENCE = "Two boats sank off Odesa on Friday, the port authority said."
PAGE = """<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Boats sink off Odesa</title>
<meta property="og:site_name" content="The Harbour Post">
<meta property="article:published_time" content="2025-11-20T21:10:00+02:00">
<script>var teaser = "<p>Not a word of this.</p>";</script></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Boats sink off Odesa</h1>
<p>ODESA, Nov 20 &mdash; Two boats sank off the coast on <time datetime="2025-11-19">19 November</time>, the port
   authority said. A <b>th</b>ird was towed in at <span class="date">5 p.m. on 20 November</span> by the coastguard.</p>
<p>The governor denied on Thursday that the harbour had been closed. &ldquo;Work goes on,&rdquo; he said, and 12 people
were treated for cold.<br>Two of them remained in hospital.</p>
<ul><li>Two boats sank</li><li>One was towed</li></ul>
<table><tr><td>Boats</td><td>3</td></tr></table></article>
<footer>Copyright 2019 The Harbour Post. All rights reserved.</footer></body></html>"""


def paragraphs(report: Report) -> list[str]:
    return report.text.split("\n\n")


def test_the_words_of_the_article_and_no_others() -> None:
    assert paragraphs(one(PAGE, "page.html")) == [
        "Boats sink off Odesa",
        "ODESA, Nov 20 — Two boats sank off the coast on 19 November, the port authority said. A third was towed in at "
        "5 p.m. on 20 November by the coastguard.",
        "The governor denied on Thursday that the harbour had been closed. “Work goes on,” he said, and 12 people were "
        "treated for cold.\nTwo of them remained in hospital.",
        "Two boats sank",
        "One was towed",
        "Boats\t3",
    ]


def test_inline_marks_leave_their_words_where_they_stand() -> None:
    for mark in ("a", "abbr", "b", "cite", "data", "em", "font", "ins", "mark", "small", "span", "sup", "time", "x-y"):
        words = f"<p>Two boats <{mark} class=c>sank off Odesa</{mark}> on Friday.</p><p>{SENTENCE}</p>"
        page = f"<html><body>{words}</body></html>"
        assert paragraphs(one(page, "page.html"))[0] == "Two boats sank off Odesa on Friday.", mark
    quoted = f"<html><body><p>He <q>knew <q>nothing</q></q> then.</p><p>{SENTENCE}</p></body></html>"
    assert paragraphs(one(quoted, "page.html"))[0] == "He “knew “nothing”” then."


def test_what_the_page_says_of_itself_and_what_the_caller_knows_better() -> None:
    report = one(PAGE, "page.html")
    known = (report.title, report.outlet, report.published, report.language)
    assert known == ("Boats sink off Odesa", "The Harbour Post", "2025-11-20", "en")
    told = one(PAGE, "page.html", outlet="Post", published="2025-11-21")
    assert (told.title, told.outlet, told.published) == ("Boats sink off Odesa", "Post", "2025-11-21")


def test_the_map_leads_back_to_the_page() -> None:
    report = one(PAGE, "page.html")
    assert len(report.origin.map) == 7
    for start, end, original in report.origin.map:
        first = report.text[start:end].split()[0].strip("“")
        assert PAGE[original:].startswith(first)
    assert report.origin.map[0][2] == PAGE.index("Boats sink off Odesa</h1>")


DATED = (
    ('<meta name="pubdate" content="20251120">', "2025-11-20"),
    ('<meta itemprop="datePublished" content="Thu, 20 Nov 2025 10:00:00 GMT">', "2025-11-20"),
    ('<meta name="date" content="2025-02-30"><meta name="dc.date" content="2025-11">', "2025-11"),
    ('<script type="application/ld+json">[{"datePublished": "2025-11-20T23:00-05:00"}]</script>', "2025-11-20"),
    ('<script type="application/ld+json">{"datePublished": </script>', None),
    ('<link rel="canonical" href="https://post.example/2025/11/20/boats">', "2025-11-20"),
    ('<meta name="revised" content="2025-11-20">', None),
    ("", None),
)  # fmt: skip


@pytest.mark.parametrize(("head", "published"), DATED)
def test_the_page_date_is_the_pages_own_or_unknown(head: str, published: str | None) -> None:
    words = f"<p>{SENTENCE} The last such case was on 2024-03-05, and on 6 March 2024.</p>"
    page = f"<html><head>{head}</head><body>{words}<footer>Copyright 2019</footer></body></html>"
    assert one(page, "page.html").published == published


def test_a_marked_time_is_the_date_and_another_is_not() -> None:
    for mark, published in (('class="byline"', "2025-11-20"), ('class="lead"', None)):
        page = f'<p {mark}><time datetime="2025-11-20T08:00">Thursday</time></p><p>{SENTENCE}</p>'
        assert one(f"<html><body>{page}</body></html>", "page.html").published == published


DEEP = ("<div>", "<b>", "<p>", "<ul><li>", "<table><tr><td>", "<font color=red>", "<x-card>", "<blockquote><p>")


@pytest.mark.parametrize("tag", DEEP)
def test_ten_thousand_nested_tags(tag: str) -> None:
    report = one(f"<html><body><script>x</script>{tag * 10_000}{SENTENCE}", "page.html")
    assert report.text == SENTENCE


HOSTILE = {
    "no tags": (SENTENCE, SENTENCE),
    "a fragment": (f"<p>{SENTENCE}", SENTENCE),
    "an open comment": (f"<p>{SENTENCE}</p><!-- <p>never closed", SENTENCE),
    "an open script": (f"<p>{SENTENCE}</p><script>if (a<b) {{", SENTENCE),
    "blanks": (f"<p>{' ' * 3_000_000}{SENTENCE}", SENTENCE),
    "attributes": (f"<p {'a=1 ' * 300_000}>{SENTENCE}", SENTENCE),
    "a picture in it": (f'<p>{SENTENCE}</p><img src="data:image/png;base64,{"A" * 3_000_000}">', SENTENCE),
    "deep data": (f'<script type="application/ld+json">{"[" * 300_000}</script><p>{SENTENCE}', SENTENCE),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_that_can_be_read(name: str) -> None:
    page, text = HOSTILE[name]
    assert one(page, "page.html").text == text


REFUSED = (
    (b"", "F101"),
    (b"<html><script>var a = 1;</script></html>", "F112"),
    (b"<p>" + b"<i>x</i>" * 60_000, "F106"),
    (b"<p>" + b"a" * 10_000_001, "F106"),
    (b"<p>" + SENTENCE.encode() + b"\0</p>", "F104"),
    (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1" * 20, "F102"),
    ("<p>“Two boats sank,” he sa".encode() + b"\xe9d.</p>", "F103"),
)


@pytest.mark.parametrize(("raw", "code"), REFUSED)
def test_refused_in_one_line(raw: bytes, code: str) -> None:
    assert fault(raw, "page.html").startswith(f"{code} page.html: ")


def test_encodings_of_pages() -> None:
    words = "Порт не працював усю ніч, повідомила влада."
    page = f'<html><head><meta charset="windows-1251"></head><body><p>{words}</p></body></html>'
    assert one(page.encode("cp1251"), "page.html").text == words
    assert one(page.encode(), "page.html").text == words
    aside = f"<p>“{SENTENCE}”</p><script>/* ".encode() + b"\xe9 */</script>"
    assert one(aside, "page.html").text == f"“{SENTENCE}”"
