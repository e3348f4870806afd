"""How well rules over endings stand in for the dictionary, and what forms and slips cost.

One line of JSON a row: of the dictionary's forms of 200 words, how many the rules find from the base form, and how
many the rules give beside them; then the time and memory of a large programme's forms, and of unknown words.
"""

import json
import random
import string
import time
import tracemalloc
from collections.abc import Callable

from domain.question.forms import Forms, PlainForms, available
from domain.question.slips import Vocabulary

# Words of trainings and of local government, as titles have them.
TITLES = """
szkolenie warsztaty webinar konferencja kongres seminarium spotkanie kurs wykład panel zamówienia publiczne przetarg
oferta wykonawca zamawiający umowa aneks postępowanie odwołanie specyfikacja budżet podatek opłata dotacja subwencja
finanse rachunkowość księgowość sprawozdanie inwentaryzacja wydatki dochody dług rozliczenie faktura skarbnik urząd
gmina powiat województwo miasto samorząd jednostka organizacja rada radny burmistrz wójt prezydent starosta sekretarz
kierownik pracownik urzędnik inspektor referent sołtys sołectwo mieszkaniec petent ochrona dane osobowe informacja
dostęp dostępność cyfryzacja cyberbezpieczeństwo bezpieczeństwo incydent ryzyko audyt kontrola nadzór procedura
regulamin statut uchwała ustawa rozporządzenie nowelizacja prawo kodeks przepis orzecznictwo decyzja administracja
archiwum archiwizacja kancelaria dokumentacja elektroniczny podpis doręczenie obieg korespondencja oświata szkoła
przedszkole nauczyciel uczeń dyrektor wychowanie pomoc społeczna rodzina dziecko senior zasiłek świadczenie opieka
kultura biblioteka muzeum sport turystyka promocja komunikacja media transport droga mobilność rower środowisko odpady
woda ścieki kanalizacja powietrze klimat energia energetyka zieleń przestrzenny planowanie plan miejscowy strategia
rozwój rewitalizacja zabytek budowlany budynek nieruchomość grunt geodezja mapa dzierżawa najem mieszkanie lokal kadry
płace wynagrodzenie zatrudnienie urlop pracodawca rekrutacja ocena kompetencje zarządzanie projekt wniosek fundusz
unijny europejski partnerstwo współpraca konsultacje partycypacja etyka korupcja sygnalista przywództwo stres mediacja
negocjacje obsługa klient sztuczny inteligencja narzędzie arkusz program system baza aplikacja strona kryzysowy obrona
cywilny ludność wybory ewidencja meldunek akt stan cmentarz zwierzę żłobek profilaktyka zdrowie
"""
WORDS = TITLES.split()
UNKNOWN = 10_000
MADE = 3_600
ENDS = ("acja", "owanie", "ny", "owy", "ość", "ka", "stwo", "arz", "or", "ek")
LEAST = 5
WORST = 10


def recall(dictionary: Forms) -> dict[str, object]:
    """Return how much of the dictionary the rules find, and the words they know worst."""
    plain = PlainForms()
    true, ruled = [dictionary.of(word) for word in WORDS], [plain.of(word) for word in WORDS]
    missed = {word: sorted(forms - found) for word, forms, found in zip(WORDS, true, ruled, strict=True)}
    wanted = sum(map(len, true))
    worst = sorted((word for word in WORDS if missed[word]), key=lambda word: -len(missed[word]))
    return {
        "words": len(WORDS),
        "recall": round(1 - sum(map(len, missed.values())) / wanted, 3),
        "dictionary_forms_a_word": round(wanted / len(WORDS), 1),
        "rules_forms_a_word": round(sum(map(len, ruled)) / len(WORDS), 1),
        "worst": {word: missed[word] for word in worst[:WORST]},
    }


def programme_words(chance: random.Random) -> set[str]:
    """Return words enough for a large programme: known ones, and made ones that share their endings."""
    syllables = [consonant + vowel for consonant in "bdkmnprst" for vowel in "aeo"]
    return {
        *WORDS,
        *("".join(chance.choices(syllables, k=2)) + chance.choice("rlm") + chance.choice(ENDS) for _ in range(MADE)),
    }


def large(forms: Forms, chance: random.Random) -> dict[str, object]:
    """Return what the forms of a large programme take, and finding words that nobody knows among them."""
    words = programme_words(chance)
    tracemalloc.start()
    begun = time.perf_counter()
    meanings = {form: word for word in words for form in forms.of(word)}
    made = time.perf_counter()
    forms_mb = tracemalloc.get_traced_memory()[0] / 1e6
    tracemalloc.stop()
    tracemalloc.start()
    vocabulary = Vocabulary(meanings)
    slips_mb = tracemalloc.get_traced_memory()[0] / 1e6
    tracemalloc.stop()
    return {
        "words": len(words),
        "forms": len(meanings),
        "forms_s": round(made - begun, 2),
        "forms_mb": round(forms_mb, 1),
        "slips_mb": round(slips_mb, 1),
        "build_s": round(timed(lambda: Vocabulary(meanings)), 2),
        "random_words_s": round(timed(lambda: [vocabulary.near(word) for word in unknown(chance)]), 3),
        "slipped_words_s": round(timed(lambda: [vocabulary.near(word) for word in slipped(meanings, chance)]), 3),
    }


def timed(act: Callable[[], object]) -> float:
    """Return how many seconds an act takes."""
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


def unknown(chance: random.Random) -> list[str]:
    """Return random words, 5 to 16 letters long."""
    return ["".join(chance.choices(string.ascii_lowercase, k=chance.randint(5, 16))) for _ in range(UNKNOWN)]


def slipped(meanings: dict[str, str], chance: random.Random) -> list[str]:
    """Return known words with one letter changed."""
    return [
        changed(word, chance) for word in chance.choices([form for form in meanings if len(form) >= LEAST], k=UNKNOWN)
    ]


def changed(word: str, chance: random.Random) -> str:
    """Return the word with another letter somewhere."""
    at = chance.randrange(len(word))
    return word[:at] + chance.choice(string.ascii_lowercase) + word[at + 1 :]


if __name__ == "__main__":
    print(json.dumps(recall(available()), ensure_ascii=False))
    print(json.dumps(large(available(), random.Random(7))))  # noqa: S311 -- the same words each time
