"""A thousand messages: all are there, the newest is seen, and whoever reads further up is left in peace."""

import pytest
from playwright.async_api import Locator, Page, expect

from playground.groups import Group
from playground.stage import Stage
from tests.page.handset import Handset
from tests.page.visits import Visits

MANY = 1_000
GROUP = "Referat szkoleń"


@pytest.fixture
def group(stage: Stage) -> Group:
    """The group with everything that was ever said in it."""
    [group] = stage.world.groups
    for number in range(MANY):
        group.writes(stage.phones[number % 2].person, f"Zdanie {number}")
    return group


async def test_all_are_there_and_the_newest_is_followed(
    stage: Stage, group: Group, address: str, visits: Visits
) -> None:
    anna = await reading(address, visits)
    await expect(anna.messages).to_have_count(MANY)
    assert await anna.messages.first.text_content() != ""
    await expect(anna.newest).to_contain_text(f"Zdanie {MANY - 1}")
    await expect(anna.newest).to_be_in_viewport(ratio=1)
    group.writes(stage.phones[1].person, "Ostatnie słowo")
    await expect(anna.newest).to_contain_text("Ostatnie słowo")
    await expect(anna.newest).to_be_in_viewport(ratio=1)
    await expect(anna.messages).to_have_count(MANY + 1)


async def test_reading_further_up_is_not_disturbed(stage: Stage, group: Group, address: str, visits: Visits) -> None:
    anna = await reading(address, visits)
    middle = anna.saying("Zdanie 500")
    await middle.scroll_into_view_if_needed()
    await expect(middle).to_be_in_viewport(ratio=1)
    place = await top(middle)
    group.writes(stage.phones[1].person, "Ostatnie słowo")
    await expect(anna.newest).to_contain_text("Ostatnie słowo")
    await expect(anna.newest).not_to_be_in_viewport()
    assert await top(middle) == place
    await anna.presses("Do najnowszych")
    await expect(anna.newest).to_be_in_viewport(ratio=1)


async def reading(address: str, visits: Visits) -> Handset:
    page: Page = await visits.open(address)
    anna = Handset(page, "Anna Nowak")
    await anna.opens(GROUP)
    await expect(anna.newest).to_be_in_viewport(ratio=1)
    return anna


async def top(place: Locator) -> float:
    box = await place.bounding_box()
    assert box is not None
    return box["y"]
