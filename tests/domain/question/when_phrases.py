"""Phrases and what they mean on Wednesday, 16 September 2026, one a line: phrase | days | hours and flags.

Alternatives are parted by semicolons, an open side is left out; P the past, S the soonest, M a weekday not of its date.
"""

PHRASES = """
dziś | 2026-09-16
jutro o 10 | 2026-09-17 | 10:00-10:00
12 września | 2027-09-12
12.09 | 2027-09-12
12.9.2026 | 2026-09-12
12 IX | 2027-09-12
5-go maja | 2027-05-05
5th of May | 2027-05-05
May 5 | 2027-05-05
w środę | 2026-09-16
w przyszły wtorek | 2026-09-22
w najbliższy czwartek | 2026-09-17
next Friday | 2026-09-25
za dwa tygodnie | 2026-09-28..2026-10-04
w weekend | 2026-09-19..2026-09-20
w maju | 2027-05-01..2027-05-31
w przyszłym miesiącu | 2026-10-01..2026-10-31
w tym miesiącu | 2026-09-01..2026-09-30
do końca miesiąca | ..2026-09-30
this month | 2026-09-01..2026-09-30
in May 2027 | 2027-05-01..2027-05-31
w pierwszej połowie maja | 2027-05-01..2027-05-15
pod koniec września | 2026-09-21..2026-09-30
na początku czerwca | 2027-06-01..2027-06-10
po 20 września | 2026-09-21..
przed 1 czerwca | ..2027-05-31
do 15 maja | ..2027-05-15
od maja | 2027-05-01..
za 3 dni | 2026-09-19
w ciągu tygodnia | 2026-09-16..2026-09-23
w kwietniu było | 2026-04-01..2026-04-30 | P
jutro po 15 | 2026-09-17 | 15:00-
o 9:30 |  | 09:30-09:30
do 12 |  | -12:00
at 10 am |  | 10:00-10:00
in the afternoon |  | 12:00-18:00
we wtorek albo w środę | 2026-09-16; 2026-09-22
we wtorek 22 września | 2026-09-22
we wtorek 23 września | 2026-09-23 | M
w środę w przyszłym tygodniu | 2026-09-23
w piątki w październiku | 2026-10-02; 2026-10-09; 2026-10-16; 2026-10-23; 2026-10-30
wrzesnai | 2026-09-01..2026-09-30
from September 20 to October 5 | 2026-09-20..2026-10-05
from 5 to 10 October | 2026-10-05..2026-10-10
until Friday | ..2026-09-18
after 20 September | 2026-09-21..
before June 1 | ..2027-05-31
Wednesday 23 September | 2026-09-23
wednesday or thursday | 2026-09-16; 2026-09-17
next month | 2026-10-01..2026-10-31
next week | 2026-09-21..2026-09-27
last week | 2026-09-07..2026-09-13 | P
yesterday | 2026-09-15 | P
today | 2026-09-16
the day after 5 May | 2027-05-06..
the 21st of October | 2026-10-21
21st October 2026 | 2026-10-21
Oct 21, 2026 | 2026-10-21
czy są szkolenia w listopadzie? | 2026-11-01..2026-11-30
Czy w grudniu będzie coś z RODO | 2026-12-01..2026-12-31
szkolenia na październik | 2026-10-01..2026-10-31
na 25 wrzesnia | 2026-09-25
25 wrzsnia | 2026-09-25
w czwratek | 2026-09-17
w poniedzialek | 2026-09-21
w sobotę o 9 | 2026-09-19 | 09:00-09:00
w niedzielę | 2026-09-20
w listopaidze | 2026-11-01..2026-11-30
w ostatnim tygodniu września | 2026-09-25..2026-09-30
the last week of October | 2026-10-25..2026-10-31
next tuesday at 2 pm | 2026-09-22 | 14:00-14:00
Tuesday morning | 2026-09-22 | -11:59
od 1 września | 2026-09-01..
do końca roku | ..2026-12-31
do końca września | ..2026-09-30
koniec listopada | 2026-11-21..2026-11-30
w tym roku | 2026-01-01..2026-12-31
w drugim kwartale przyszłego roku | 2027-04-01..2027-06-30
do czwartku | ..2026-09-17
przed piątkiem | ..2026-09-17
od poniedziałku | 2026-09-21..
between Monday and Friday | 2026-09-14..2026-09-18
from Monday to Wednesday | 2026-09-14..2026-09-16
w poniedziałek i w środę | 2026-09-16; 2026-09-21
14 lub 15 października | 2026-10-14; 2026-10-15
24/09/2026 | 2026-09-24
24-09-2026 | 2026-09-24
1.10.26 | 2026-10-01
w dniach 5-7 października | 2026-10-05..2026-10-07
od 28 września do 2 października | 2026-09-28..2026-10-02
28.09-2.10 | 2026-09-28..2026-10-02
wieczorem |  | 17:00-
rano |  | -11:59
o 8 wieczorem |  | 20:00-20:00
o 5 po południu |  | 17:00-17:00
tomorrow | 2026-09-17
tomorow | 2026-09-17
pojutze | 2026-09-18
w nastepnym tygodniu | 2026-09-21..2026-09-27
w bieżącym tygodniu | 2026-09-14..2026-09-20
za dwa dni | 2026-09-18
za 2 miesiące | 2026-11-01..2026-11-30
za rok | 2027-01-01..2027-12-31
czy to 12 października | 2026-10-12
przedwczoraj | 2026-09-14 | P
dzisiaj wieczorem | 2026-09-16 | 17:00-
pojutrze rano | 2026-09-18 | -11:59
tomorrow at 3 in the afternoon | 2026-09-17 | 15:00-15:00
w tym tygodniu | 2026-09-14..2026-09-20
12-14.10 | 2026-10-12..2026-10-14
I kwartał | 2027-01-01..2027-03-31
w II kwartale 2027 | 2027-04-01..2027-06-30
w trzecim kwartale | 2026-07-01..2026-09-30
trzeciego maja | 2027-05-03
dwudziestego pierwszego października | 2026-10-21
15-go | 2026-10-15
15-tego października | 2026-10-15
po 15-tym | 2026-10-16..
od dwudziestego | 2026-09-20..
2026-09-12 | 2026-09-12
20.10.2026 r. | 2026-10-20
od 3 do 10 września | 2027-09-03..2027-09-10
3-10 września | 2027-09-03..2027-09-10
3 i 10 października | 2026-10-03; 2026-10-10
między 3 a 10 października | 2026-10-03..2026-10-10
between 3 and 10 October | 2026-10-03..2026-10-10
October 3-10 | 2026-10-03..2026-10-10
od poniedziałku do środy | 2026-09-14..2026-09-16
od poniedziałku do środy w przyszłym tygodniu | 2026-09-21..2026-09-23
od maja do lipca | 2027-05-01..2027-07-31
w maju i czerwcu | 2027-05-01..2027-05-31; 2027-06-01..2027-06-30
w maju lub w czerwcu | 2027-05-01..2027-05-31; 2027-06-01..2027-06-30
od listopada do lutego | 2026-11-01..2027-02-28
piatke | 2026-09-18
w pazdziernku | 2026-10-01..2026-10-31
na jutor | 2026-09-17
w przyszlym tygodnu | 2026-09-21..2026-09-27
w zeszły czwartek | 2026-09-10 | P
w zeszłym tygodniu było | 2026-09-07..2026-09-13 | P
czy było coś 10 września | 2026-09-10 | P
was there anything in July | 2026-07-01..2026-07-31 | P
late September | 2026-09-21..2026-09-30
early October | 2026-10-01..2026-10-10
mid November | 2026-11-11..2026-11-20
the first week of October | 2026-10-01..2026-10-07
w połowie października | 2026-10-11..2026-10-20
od połowy października | 2026-10-15..
do połowy października | ..2026-10-15
w drugiej połowie przyszłego miesiąca | 2026-10-16..2026-10-31
na początku przyszłego tygodnia | 2026-09-21..2026-09-22
do końca tygodnia | ..2026-09-20
w przyszłym roku | 2027-01-01..2027-12-31
w maju przyszłego roku | 2027-05-01..2027-05-31
w 2027 roku | 2027-01-01..2027-12-31
za tydzień w środę | 2026-09-23
w środę za dwa tygodnie | 2026-09-30
za miesiąc | 2026-10-01..2026-10-31
in two weeks | 2026-09-28..2026-10-04
in a week | 2026-09-21..2026-09-27
in 3 days | 2026-09-19
within a month | 2026-09-16..2026-10-16
w najbliższych dniach | 2026-09-16..2026-09-23
w ciągu najbliższych 2 tygodni | 2026-09-16..2026-09-30
next 7 days | 2026-09-16..2026-09-23
2 tygodnie temu | 2026-08-31..2026-09-06 | P
this weekend | 2026-09-19..2026-09-20
w przyszły weekend | 2026-09-26..2026-09-27
this Friday | 2026-09-18
on Friday afternoon | 2026-09-18 | 12:00-18:00
we wtorek po południu | 2026-09-22 | 12:00-18:00
jutro przed południem | 2026-09-17 | -11:59
jutro po 15 coś jest? | 2026-09-17 | 15:00-
czy jutro o 10 szkolenie się odbędzie | 2026-09-17 | 10:00-10:00
czy po 15 są szkolenia |  | 15:00-
między 9 a 12 |  | 09:00-12:00
od 9:00 do 12:30 |  | 09:00-12:30
10:00-12:00 |  | 10:00-12:00
o 10.30 |  | 10:30-10:30
o godz. 9 |  | 09:00-09:00
o godzinie 9.30 |  | 09:30-09:30
o dziesiątej |  | 10:00-10:00
after 3 pm |  | 15:00-
before noon |  | -11:59
w południe |  | 12:00-12:00
przed 12 jutro | 2026-09-17 | -11:59
latem | 2027-06-01..2027-08-31
w wakacje | 2027-07-01..2027-08-31
najwcześniej po 20 września | 2026-09-21.. | S
kiedy najwcześniej |  | S
we wtorek, 22 września albo w środę | 2026-09-16; 2026-09-22
w pt 25.09 | 2026-09-25
pon-śr | 2026-09-14..2026-09-16
po środzie | 2026-09-17..
29 lutego | 2028-02-29
w październiku wieczorem | 2026-10-01..2026-10-31 | 17:00-
12/10 | 2026-10-12
3-cie maja | 2027-05-03
1 października o 9 | 2026-10-01 | 09:00-09:00
1 października 9:00 | 2026-10-01 | 09:00-09:00
1.10 o 9 | 2026-10-01 | 09:00-09:00
for september | 2026-09-01..2026-09-30
sobota | 2026-09-19
w ten czwartek | 2026-09-17
do piątku | ..2026-09-18
od jutra | 2026-09-17..
po jutrze | 2026-09-18..
czwartek 24.09 godz 10-12 | 2026-09-24 | 10:00-12:00
w pierwszy wtorek października | 2026-10-06
w ostatni piątek września | 2026-09-25
the first Friday of October | 2026-10-02
the last Friday in October | 2026-10-30
2nd of May | 2027-05-02
do końca tego miesiąca | ..2026-09-30
do końca tego tygodnia | ..2026-09-20
15tego października | 2026-10-15
at 10 this Friday | 2026-09-18 | 10:00-10:00
w tym i przyszłym tygodniu | 2026-09-14..2026-09-20; 2026-09-21..2026-09-27
this or next month | 2026-09-01..2026-09-30; 2026-10-01..2026-10-31
w poniedziałek i środę w przyszłym tygodniu | 2026-09-21; 2026-09-23
"""
