"""Where a browser keeps nothing there is a sentence, and no button that does nothing."""

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from harness import Built
from keeping_reader import OFFLINE, SAY, STATUS
from keeping_site import LOCALES, Host, labels_in
from visitor import ARGUMENTS, chromium


@pytest.mark.parametrize(
    "how",
    [
        "delete Navigator.prototype.serviceWorker",
        "if (self.caches) caches.open = () => Promise.reject(new DOMException('', 'SecurityError'))",
    ],
)
def test_a_browser_that_keeps_nothing_says_so(how: str, top: Host, phone: BrowserContext) -> None:
    """As private windows do: a sentence, no button, no fault; and the pages can be read."""
    faults: list[str] = []
    phone.on("console", lambda message: faults.append(message.text))
    phone.on("weberror", lambda error: faults.append(str(error.error)))
    phone.add_init_script(how)
    page = phone.new_page()
    page.goto(top.address + OFFLINE)
    expect(page.locator(STATUS)).to_have_text(
        SAY("This browser keeps no pages here, perhaps since this is a private window.")
    )
    expect(page.locator("#keeping button:visible")).to_have_count(0)
    page.goto(f"{top.address}km/page-1/")
    expect(page.locator("h1")).to_have_text("Page 1I")
    assert faults == []


def test_without_https_a_browser_keeps_nothing_and_says_so(top: Host, browser: Browser) -> None:
    """As from a classroom's server: the browser has no worker then."""
    arguments = [*ARGUMENTS, "--host-resolver-rules=MAP classroom.example 127.0.0.1"]
    classroom = browser.browser_type.launch(executable_path=chromium(), args=arguments)
    page = classroom.new_page()
    page.goto(top.address.replace("127.0.0.1", "classroom.example") + OFFLINE)
    expect(page.locator(STATUS)).not_to_be_empty()
    expect(page.locator("#keeping button:visible")).to_have_count(0)
    classroom.close()


@pytest.mark.parametrize("locale", LOCALES)
def test_without_javascript_there_is_no_dead_button(locale: str, top: Host, browser: Browser) -> None:
    """A sentence stands there instead."""
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{top.address}{'' if locale == 'en' else 'km/'}offline/")
    expect(page.get_by_text(labels_in(locale)("Keeping pages on a phone needs JavaScript."))).to_be_visible()
    expect(page.locator("button:visible, input:visible")).to_have_count(0)
    page.close()


def test_from_a_folder_nothing_is_offered(site: Built, browser: Browser) -> None:
    """There the pages are on the device already: no controls, no worker, nothing on the console."""
    faults: list[str] = []
    page = browser.new_page()
    page.on("console", lambda message: faults.append(message.text))
    page.goto((site.folder / "km/offline/index.html").as_uri())
    page.wait_for_timeout(300)
    expect(page.locator("#keeping")).to_be_hidden()
    assert faults == []
    page.close()
