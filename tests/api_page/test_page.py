"""The class-room page in a real Chromium, fed by a real server."""

from __future__ import annotations

from dataclasses import replace

import httpx
import pytest

from desktop_app.api.live import prediction_document
from desktop_app.api.page import CONTENT_SECURITY_POLICY, PAGE_PATHS
from tests.helpers.fakes import WAIT_S
from tests.ui.scenes import prediction

pytestmark = pytest.mark.network
NETWORK_ERRORS = ("net::ERR_", "Failed to load resource")


def sign(sentence: str = "Thank you", confidence: float = 0.83, accepted: bool = True):
    base = prediction(None if accepted else "ambiguous_top2", 2)
    best = replace(base.results[0], sentence=sentence, confidence=confidence, category="Courtesy")
    return {"kind": "sign", **prediction_document(replace(base, results=(best, *base.results[1:])))}


def text_of(page, part: str) -> str:
    return str(page.locator(f"#{part}").inner_text())


def wait_for(page, part: str, text: str) -> None:
    page.wait_for_function(
        "([part, text]) => document.getElementById(part).textContent === text", arg=[part, text]
    )


def wait_for_link(page, state: str) -> None:
    page.wait_for_function("state => document.documentElement.dataset.link === state", arg=state)


GROWN = """share => {
  const [fill, bar] = ["fill", "bar"].map((id) => document.getElementById(id).offsetWidth);
  return Math.abs(fill / bar - share) < 0.01;
}"""


def test_it_waits_calmly_and_then_shows_what_is_recognised(serve, open_page):
    served = serve()
    page = open_page(served.page, locale="en-GB")
    wait_for_link(page, "live")
    assert text_of(page, "waiting-title") == "Ready"
    assert not page.locator("#answer").is_visible()
    served.server.publish_live(sign())
    wait_for(page, "words", "Thank you")
    assert not page.locator("#waiting").is_visible()
    assert text_of(page, "kicker-words") == "Recognised"
    assert text_of(page, "share") == "83%"
    assert page.get_by_role("meter", name="Confidence").get_attribute("aria-valuenow") == "83"
    page.wait_for_function(GROWN, arg=0.83)
    assert "Courtesy" in text_of(page, "note")
    served.server.publish_live(sign("Where is the hospital entrance?", 0.61))
    wait_for(page, "words", "Where is the hospital entrance?")
    assert page.locator("#earlier li").all_inner_texts() == ["Thank you"]


def test_the_token_leaves_the_address_bar_and_a_reload_still_works(serve, open_page):
    served = serve()
    page = open_page(served.page)
    wait_for_link(page, "live")
    assert served.state.token not in page.url
    served.server.publish_live(sign("Please"))
    wait_for(page, "words", "Please")
    page.reload()
    wait_for_link(page, "live")
    wait_for(page, "words", "Please")  # the newest result comes again


def test_an_answer_that_is_not_sure_says_so_without_colour(serve, open_page):
    served = serve()
    page = open_page(served.page, locale="en")
    wait_for_link(page, "live")
    served.server.publish_live(sign("Please", 0.4, accepted=False))
    wait_for(page, "words", "Please")
    assert text_of(page, "kicker-words") == "Not sure"


def test_letters_grow_in_their_place(serve, open_page):
    served = serve()
    page = open_page(served.page, locale="en")
    wait_for_link(page, "live")
    for text in ("H", "HI"):
        served.server.publish_live({"kind": "letters", "text": text, "letter": text[-1], "probability": 0.9})
        wait_for(page, "words", text)
    assert page.locator("#words .newest").inner_text() == "I"
    assert page.locator("#earlier li").count() == 0
    served.server.publish_live({"kind": "letters", "text": "", "letter": None, "probability": None})
    page.wait_for_function("() => document.documentElement.dataset.scene === 'waiting'")


def test_it_speaks_the_language_of_the_browser(serve, open_page):
    served = serve()
    page = open_page(served.page, locale="fr-FR")
    wait_for_link(page, "live")
    assert text_of(page, "waiting-title") == "Prêt"
    assert page.locator("html").get_attribute("lang") == "fr"
    served.server.publish_live(sign())
    wait_for(page, "kicker-words", "Reconnu")
    other = open_page(served.page, locale="de-DE")
    wait_for_link(other, "live")
    assert text_of(other, "link-words") == "Connected"


def test_a_lost_connection_is_reported_and_comes_back_by_itself(serve, open_page):
    first = serve()
    page = open_page(first.page, locale="en", expected=NETWORK_ERRORS)
    wait_for_link(page, "live")
    first.server.publish_live(sign("Please"))
    wait_for(page, "words", "Please")
    assert first.server.stop(WAIT_S)
    wait_for_link(page, "lost")
    assert text_of(page, "link-words") == "Connection lost, trying again"
    assert text_of(page, "words") == "Please"  # what was recognised stays readable
    again = serve(port=first.state.port)
    wait_for_link(page, "live")
    again.server.publish_live(sign("Goodbye"))
    wait_for(page, "words", "Goodbye")


def test_a_token_of_another_run_is_reported_and_not_tried_for_ever(serve, open_page):
    served = serve()
    page = open_page(served.page.replace(served.state.token, "another"), locale="en", expected=NETWORK_ERRORS)
    wait_for_link(page, "refused")
    assert text_of(page, "waiting-title") == "This address is not valid, or not any more"
    # The right address in the same tab goes on from there.
    page.goto(served.page)
    wait_for_link(page, "live")


def test_without_a_token_nothing_is_asked(serve, open_page):
    served = serve()
    page = open_page(served.state.url + "/", locale="en")
    wait_for_link(page, "refused")


# How many rows the letters of the answer stand in.
LINES = """() => {
  const range = document.createRange();
  range.selectNodeContents(document.getElementById("words"));
  return new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size;
}"""


@pytest.mark.parametrize(
    "size", [(1280, 720), (1920, 1080), (3840, 2160), (800, 600), (390, 844)], ids=lambda size: f"{size[0]}"
)
def test_every_answer_stays_on_its_stage(serve, open_page, size):
    served = serve()
    page = open_page(served.page, viewport={"width": size[0], "height": size[1]})
    wait_for_link(page, "live")
    long = "You need to avoid straining your abdominal muscles during recovery."
    for sentence in ("No", "Thank you", long, "Donaudampfschifffahrtsgesellschaft " * 3):
        served.server.publish_live(sign(sentence))
        wait_for(page, "words", sentence)
        words, stage = page.locator("#words").bounding_box(), page.locator("#stage").bounding_box()
        assert words["x"] >= stage["x"] - 1
        assert words["x"] + words["width"] <= stage["x"] + stage["width"] + 1
        assert words["height"] <= stage["height"] + 1
        scrolls = page.evaluate(
            "(e => [e.scrollWidth - innerWidth, e.scrollHeight - innerHeight])(document.documentElement)"
        )
        assert scrolls[0] <= 0, sentence
        if not sentence.startswith("Donau"):  # no word is cut in two
            assert page.evaluate(LINES) <= len(sentence.split())
        assert scrolls[1] <= 0, sentence
    served.server.publish_live(sign("Thank you"))
    wait_for(page, "words", "Thank you")
    if size[0] >= 1280:  # readable from the last row: a tenth of the picture's height and more
        font = float(
            page.locator("#words").evaluate("words => getComputedStyle(words).fontSize").removesuffix("px")
        )
        assert font >= size[1] / 10


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_colours_follow_the_system_and_can_be_read(serve, open_page, scheme):
    served = serve()
    page = open_page(served.page, color_scheme=scheme)
    wait_for_link(page, "live")
    served.server.publish_live(sign())
    wait_for(page, "words", "Thank you")
    pairs = page.evaluate(CONTRASTS)
    assert (pairs["background"] < 0.2) == (scheme == "dark")
    assert min(pairs["ratios"].values()) >= 4.5, pairs


CONTRASTS = """() => {
  const light = (colour) => {
    const [r, g, b] = colour.match(/[\\d.]+/g).map(Number).map((v) => {
      const c = v / 255;
      return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const colour = getComputedStyle(e).backgroundColor;
      if (!/, 0\\)$/.test(colour)) return colour;
    }
  };
  const ratios = {};
  for (const id of ["words", "kicker-words", "share", "note", "link-words"]) {
    const element = document.getElementById(id);
    const [a, b] = [light(getComputedStyle(element).color), light(behind(element))].sort((x, y) => y - x);
    ratios[id] = (a + 0.05) / (b + 0.05);
  }
  return { ratios, background: light(getComputedStyle(document.body).backgroundColor) };
}"""


def test_hostile_texts_are_shown_as_text(serve, open_page):
    served = serve()
    page = open_page(served.page)
    wait_for_link(page, "live")
    hostile = '<img src=x onerror="document.title=1"><script>document.title=2</script>'
    served.server.publish_live(sign(hostile))
    wait_for(page, "words", hostile)
    assert page.title() == "SignMirror"
    assert page.locator("#words img, #words script").count() == 0


def test_the_files_are_served_without_token_and_nothing_else_is(serve):
    served = serve()
    with httpx.Client(base_url=served.state.url) as client:
        for path in PAGE_PATHS:
            answer = client.get(path)
            assert answer.status_code == 200
            assert answer.headers["content-security-policy"] == CONTENT_SECURITY_POLICY
            assert answer.headers["referrer-policy"] == "no-referrer"
            assert "unsafe" not in answer.headers["content-security-policy"]
        assert client.get("/static/../page.py").status_code == 401
        assert client.get("/static/page.py").status_code == 401
        known = {"Authorization": f"Bearer {served.state.token}"}
        for path in (
            "/static/",
            "/static/..%2fpage.py",
            "/static/%2e%2e/page.py",
            "/static/nothing.js",
            "/index.html",
        ):
            assert client.get(path, headers=known).status_code == 404, path
        page = client.get("/").text
        assert "http:" not in page
        assert "https:" not in page
        assert "<script>" not in page
        assert " style=" not in page
        assert " onclick=" not in page


def test_the_token_comes_into_no_log(serve, open_page, caplog):
    caplog.set_level("DEBUG")
    served = serve()
    page = open_page(served.page)
    wait_for_link(page, "live")
    page.reload()
    wait_for_link(page, "live")
    assert any("/static/page.js" in line for line in caplog.messages)
    assert served.state.token not in caplog.text
