from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground import links
from playground.answers import Refusal
from playground.entities import MOST_ENTITIES, Formatted, as_html, checked, units
from playground.markup import parse


@pytest.mark.parametrize(
    ("html", "kind"),
    [
        ("<b>x</b>", "bold"),
        ("<strong>x</strong>", "bold"),
        ("<i>x</i>", "italic"),
        ("<em>x</em>", "italic"),
        ("<u>x</u>", "underline"),
        ("<ins>x</ins>", "underline"),
        ("<s>x</s>", "strikethrough"),
        ("<strike>x</strike>", "strikethrough"),
        ("<del>x</del>", "strikethrough"),
        ("<code>x</code>", "code"),
        ("<pre>x</pre>", "pre"),
        ("<blockquote>x</blockquote>", "blockquote"),
        ("<blockquote expandable>x</blockquote>", "expandable_blockquote"),
        ("<tg-spoiler>x</tg-spoiler>", "spoiler"),
        ('<span class="tg-spoiler">x</span>', "spoiler"),
        ("<B>x</B>", "bold"),
        ("<b>x</>", "bold"),
    ],
)
def test_tag_becomes_an_entity(html: str, kind: str) -> None:
    assert parse(html) == Formatted("x", [{"type": kind, "offset": 0, "length": 1}])


def test_link_keeps_its_address() -> None:
    entity = {"type": "text_link", "offset": 0, "length": 1, "url": "https://example.org/a?b=1&c=2"}
    assert parse('<a href="https://example.org/a?b=1&amp;c=2">x</a>').entities == [entity]


def test_link_to_a_user_becomes_a_mention() -> None:
    entity = {"type": "text_mention", "offset": 0, "length": 4, "user": {"id": 7}}
    assert parse('<a href="tg://user?id=7">Anna</a>').entities == [entity]


def test_link_that_leads_nowhere_is_dropped_and_its_words_stay() -> None:
    assert parse('<a href="nowhere">x</a>') == Formatted("x")


def test_code_with_a_language_fills_its_pre() -> None:
    entity = {"type": "pre", "offset": 0, "length": 1, "language": "python"}
    assert parse('<pre><code class="language-python">x</code></pre>').entities == [entity]


def test_offsets_count_utf16_units() -> None:
    entity = {"type": "bold", "offset": 3, "length": 2}
    assert parse("😀 <b>😀</b>").entities == [entity]


def test_only_four_names_and_numbers_are_references() -> None:
    assert parse("&lt;&gt;&amp;&quot;&#39;&#x142; &nbsp; &apos; & &#0;").text == "<>&\"'ł &nbsp; &apos; & &#0;"


@pytest.mark.parametrize(
    ("html", "fault"),
    [
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<script>x</script>", 'Unsupported start tag "script" at byte offset 0'),
        ("ą <br>", 'Unsupported start tag "br" at byte offset 3'),
        ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
        ("<b><i>test</b></i>", 'Unmatched end tag at byte offset 10, expected "</i>", found "</b>"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("x <b", "Unclosed start tag at byte offset 2"),
        ("<a href=", 'Unclosed start tag "a" at byte offset 0'),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        ('<a href="x"', "Unclosed start tag at byte offset 0"),
        ("<a href>x</a>", 'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0'),
        ("<a ='x'>x</a>", 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<a href=http://x>x</a>", "Unexpected end of name token at byte offset 8"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<tg-emoji emoji-id='z'>x</tg-emoji>", "Invalid custom emoji identifier specified"),
        ("<tg-emoji emoji-id='²'>x</tg-emoji>", "Invalid custom emoji identifier specified"),
        (
            "&#xd83d;",
            (
                "Text contains invalid Unicode characters after decoding HTML entities, "
                "check for unmatched surrogate code units"
            ),
        ),
    ],
)
def test_html_that_does_not_parse_is_refused(html: str, fault: str) -> None:
    with pytest.raises(Refusal) as refused:
        parse(html)
    assert refused.value.description == f"Bad Request: can't parse entities: {fault}"


def test_trimming_shifts_entities() -> None:
    assert parse("  <b> x </b> ").trimmed() == Formatted("x", [{"type": "bold", "offset": 0, "length": 1}])


def test_commands_links_and_addresses_are_found() -> None:
    text = "/zapisz@my_bot 12 https://example.org/x. anna@example.org @anna_n #praca www.example.org"
    found = {
        text[entity["offset"] : entity["offset"] + entity["length"]]: entity["type"]
        for entity in Formatted(text).detected().entities
    }
    assert found == {
        "/zapisz@my_bot": "bot_command",
        "https://example.org/x": "url",
        "anna@example.org": "email",
        "@anna_n": "mention",
        "#praca": "hashtag",
        "www.example.org": "url",
    }


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Wejdź na t.me/szkolenia, proszę", [("url", "t.me/szkolenia")]),
        ("t.me/ to nie adres", []),
        ("at.me/x to też nie", []),
        ("to jest </b> i <b/>", []),
        ("</pomoc", []),
        ("(/pomoc)", [("bot_command", "/pomoc")]),
    ],
)
def test_links_without_a_scheme_are_found_and_tags_are_no_commands(text: str, found: list[tuple[str, str]]) -> None:
    entities = Formatted(text).detected().entities
    assert [(each["type"], text[each["offset"] : each["offset"] + each["length"]]) for each in entities] == found


def test_at_most_a_hundred_entities_are_kept() -> None:
    nested = parse("<b>" * 6000 + "x" + "</b>" * 6000)
    assert nested == Formatted("x", [{"type": "bold", "offset": 0, "length": 1}] * MOST_ENTITIES)
    row = [{"type": "bold", "offset": offset, "length": 1} for offset in reversed(range(300))]
    assert [each["offset"] for each in checked("x" * 300, row)] == list(range(MOST_ENTITIES))
    assert len(Formatted("#praca " * 300).detected().entities) == MOST_ENTITIES


@pytest.mark.parametrize("link", ["tg://user?id=²", f"tg://user?id={'9' * 5000}"])
def test_link_to_nobody_is_no_mention(link: str) -> None:
    assert links.mentioned_user(link) is None


def test_nothing_is_found_inside_code() -> None:
    assert [entity["type"] for entity in parse("<code>/start</code>").detected().entities] == ["code"]


@pytest.mark.parametrize(
    "html",
    [
        '<a href="tg://user?id=7">Anna</a>',
        '<tg-emoji emoji-id="5368324170671202286">👍</tg-emoji>',
        "<blockquote expandable>x</blockquote>",
        '<pre><code class="language-python">x</code></pre>',
        "<b>a <i>b</i></b> <u>c</u> &lt;d&gt;",
    ],
)
def test_markup_is_written_back_as_it_was(html: str) -> None:
    assert as_html(parse(html)) == html


@pytest.mark.parametrize(
    ("link", "outcome"),
    [
        ("example.org", "http://example.org/"),
        ("https://example.org/a b", "Wrong HTTP URL"),
        ("https://anna@example.org/", "Wrong HTTP URL"),
        ("https://example.org:99999/", "Wrong port number specified in the URL"),
        ("https:///a", "URL host is empty"),
        ("", "URL host is empty"),
        ("tg://resolve?domain=example", "tg://resolve?domain=example"),
        ("tg://[", "Wrong HTTP URL"),
        ("http://[", "Wrong HTTP URL"),
    ],
)
def test_link_is_completed_or_refused(link: str, outcome: str) -> None:
    try:
        told = links.checked(link)
    except links.WrongLinkError as refused:
        told = str(refused)
    assert told == outcome


_words = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1, max_size=8)
_tags = st.sampled_from(["b", "i", "u", "s", "code", "pre", "blockquote", "tg-spoiler", "a"])


def _wrap(tag: str, inner: str) -> str:
    start = '<a href="https://example.org/?a=1&amp;b=2">' if tag == "a" else f"<{tag}>"
    return f"{start}{inner}</{tag}>"


_html = st.recursive(
    _words.map(lambda text: as_html(Formatted(text))),
    lambda inner: st.one_of(st.builds(_wrap, _tags, inner), st.lists(inner, min_size=1, max_size=3).map("".join)),
    max_leaves=8,
)


@given(_html)
def test_what_is_written_as_html_reads_back_the_same(html: str) -> None:
    once = parse(html)
    assert parse(as_html(once)) == once


@given(_html)
def test_entities_lie_within_the_text(html: str) -> None:
    formatted = parse(html).trimmed()
    size = units(formatted.text)
    assert all(entity["offset"] + entity["length"] <= size for entity in formatted.entities)


@given(st.text(st.sampled_from("<>/&;=\"' abi#x1ł😀\n"), max_size=30))
def test_any_text_is_read_or_refused(html: str) -> None:
    formatted = None
    with suppress(Refusal):
        formatted = parse(html)
    assert formatted is None or units(formatted.text) <= units(html)
