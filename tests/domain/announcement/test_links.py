import pytest

from tests.domain.announcement.reading import only

TEXT = "Webinar „Prawo wodne”, 12 września 2025 r., godz. 9:00"
LINK = "https://wideo.example.org/woda"


@pytest.mark.parametrize(
    ("written", "watched", "signed_up"),
    [
        (f"Obejrzeć można bez rejestracji na stronie: {LINK}.", LINK, None),
        (f"Wystarczy kliknąć, rejestracja nie jest potrzebna:\n{LINK}", LINK, None),
        (f"Udział bez zapisów: {LINK}", LINK, None),
        (f"You can join without registration: {LINK}", LINK, None),
        (f"Rejestracja: {LINK}", None, LINK),
        (f"Formularz zapisów bez logowania: {LINK}", None, LINK),
        (f"Webinar bez rejestracji. Program: {LINK}", None, None),
    ],
)
def test_link_for_which_nobody_signs_up_is_that_of_the_meeting(
    written: str, watched: str | None, signed_up: str | None
) -> None:
    draft = only(f"{TEXT}\n{written}").draft
    assert (draft.online_url, draft.signup_url) == (watched, signed_up)


@pytest.mark.parametrize(
    ("told", "mail"),
    [
        ("Zgłoszenia przyjmujemy wyłącznie mailem, do 3 września.", "woda@gmina.example.org"),
        ("Udział prosimy potwierdzić, odpowiadając na tę wiadomość.", "woda@gmina.example.org"),
        ("Zapisy mailem: zapisy@gmina.example.org", "zapisy@gmina.example.org"),
        ("Zapisy telefoniczne: 58 000 00 52.", None),
    ],
)
def test_one_signs_up_with_who_sent_a_mail(told: str, mail: str | None) -> None:
    head = "Temat: Prawo wodne\nNadawca: woda@gmina.example.org\nDo: gminy@powiat.example.org\nData: 1 września 2025"
    contact = only(f"{head}\n\n{TEXT}\n\n{told}").draft.contact
    assert (contact.email if contact else None) == mail
