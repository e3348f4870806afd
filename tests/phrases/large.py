"""Programmes as large as one likes: titles, topics, people and towns of the corpus combined anew, none twice."""

import random
import re
from dataclasses import replace
from datetime import date, time, timedelta
from functools import cache
from itertools import product
from zoneinfo import ZoneInfo

from domain import programme
from domain.question import Knowledge
from domain.training import Contact, Details, Programme, Speaker, Status, Training
from domain.wall import Wall
from tests.phrases.corpus import NAMES, PROGRAMMES

PROGRAMME = Programme(
    1,
    "Szkolenia całego kraju",
    None,
    ZoneInfo("Europe/Warsaw"),
    Contact("Hanna Brzozowska", "koordynatorka", "hanna@example.org", "12 345 67 89"),
)

TOWNS = [
    *("Olsztyn", "Ełk", "Toruń", "Wrocław", "Opole", "Głogów", "Nowa Sól", "Środa Śląska", "Brzeg", "Gdańsk", "Gdynia"),
    *(
        "Puck",
        "Kartuzy",
        "Malbork",
        "Łódź",
        "Zgierz",
        "Kutno",
        "Łask",
        "Kielce",
        "Busko-Zdrój",
        "Radom",
        "Płock",
        "Piła",
    ),
    *(
        "Konin",
        "Września",
        "Gniezno",
        "Leszno",
        "Rawicz",
        "Zamość",
        "Chełm",
        "Łuków",
        "Suwałki",
        "Łomża",
        "Sanok",
        "Jasło",
    ),
]
FIRST_NAMES = [
    *(
        "Anna",
        "Ewa",
        "Maria",
        "Zofia",
        "Hanna",
        "Olga",
        "Jan",
        "Piotr",
        "Adam",
        "Marek",
        "Tomasz",
        "Igor",
        "Wanda",
        "Lech",
    ),
]
SURNAMES = [
    *(
        "Maj",
        "Sobota",
        "Wrona",
        "Zając",
        "Lis",
        "Wilk",
        "Kalinowska",
        "Brzoza",
        "Jesion",
        "Topola",
        "Wierzba",
        "Górska",
    ),
    *(
        "Dolna",
        "Leśna",
        "Polna",
        "Rzeka",
        "Potok",
        "Młyn",
        "Kowal",
        "Cieśla",
        "Bednarz",
        "Garncarz",
        "Tkacz",
        "Krawiec",
    ),
]
MONTHS = ["styczniu", "lutym", "marcu", "maju", "czerwcu", "wrześniu", "październiku", "listopadzie", "grudniu"]
ASKED = [
    *("Kiedy jest {title}?", "ile kosztuje {head}", "gdzie jest {head} w maju", "jak się zapisać na {title}", "{head}"),
    *("Dzień dobry, proszę o informację, kto prowadzi szkolenie {title}. Z góry dziękuję.", "co prowadzi {speaker}"),
    *(
        "szkolenia w {town} w {month}",
        "{topic} {town}",
        "bezpłatne szkolenia o {topic} w {month}",
        "what is on in {town}?",
    ),
    *("czy są miejsca na {head}, najlepiej w {town}", "kiedy najbliższe szkolenie z {topic}", "how much is {title}?"),
]
FIRST_DAY = date(2027, 1, 4)
DAYS = 700

_STOP = re.compile(r": | – |\. |\? ")


def varied(count: int, chance: random.Random) -> Knowledge:
    """Return a programme of so many trainings within two years."""
    heads = {_STOP.split(each.title)[0]: each for each in _known()}
    tails = sorted({tail for each in _known() for tail in _STOP.split(each.title)[1:]})
    chosen = chance.sample(list(product(heads, tails)), count)
    made = [_made(f"{head}: {tail}", heads[head], chance) for head, tail in chosen]
    return Knowledge(
        tuple(
            Training(number, f"t{number}", PROGRAMME, each, each.capacity) for number, each in enumerate(made, start=1)
        )
    )


def questions(knowledge: Knowledge, count: int, chance: random.Random) -> list[str]:
    """Return questions about a programme, by what its trainings state, each as often as the others."""
    trainings = chance.choices(knowledge.trainings, k=count)
    return [_asked(ASKED[at % len(ASKED)], training.details, chance) for at, training in enumerate(trainings)]


def _asked(text: str, details: Details, chance: random.Random) -> str:
    return text.format(
        title=details.title,
        head=_STOP.split(details.title)[0],
        speaker=(details.speakers or [Speaker("pani Maj")])[0].name,
        town=(details.place and details.place.city) or chance.choice(TOWNS),
        topic=(details.topics or ["cyfryzacji"])[0],
        month=chance.choice(MONTHS),
    )


def _made(title: str, like: Details, chance: random.Random) -> Details:
    """Return the details of a training like another, at another time and place, led by somebody else."""
    start = Wall(FIRST_DAY + timedelta(days=chance.randrange(DAYS)), time(chance.randint(8, 14)))
    names = [f"{chance.choice(FIRST_NAMES)} {chance.choice(SURNAMES)}" for _ in range(chance.randint(1, 2))]
    return replace(
        like,
        title=title,
        start=start,
        end=Wall(start.day, time(start.hour.hour + 3)) if start.hour else None,
        daily_hours=None,
        signup_deadline=Wall(start.day - timedelta(days=chance.randint(1, 9))) if like.signup_deadline else None,
        place=replace(like.place, city=chance.choice(TOWNS)) if like.place else None,
        speakers=tuple(map(Speaker, names)) if like.speakers else like.speakers,
        status=Status.PLANNED,
        note=None,
    )


@cache
def _known() -> list[Details]:
    files = [programme.read((PROGRAMMES / f"{name}.json").read_bytes()) for name in NAMES]
    return [listed.details for file in files for listed in file.trainings]
