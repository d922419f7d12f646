"""What the column titles of meeting reports say, in the languages the tools speak: hints only."""

import re
from enum import StrEnum
from functools import lru_cache

from workbench.foundation.text import fold


class Part(StrEnum):
    """What a column of a meeting report holds."""

    NAME = "name"
    FIRST_NAME = "first name"
    LAST_NAME = "last name"
    EMAIL = "e-mail"
    LOGIN = "login"
    JOIN = "joined"
    LEAVE = "left"
    DURATION = "duration"
    ACTION = "action"
    STAMP = "timestamp"
    WAITING = "waiting room"
    ATTENDED = "attended"
    OTHER = "other"


# Part, then patterns for its folded title; the first line that is found in a title wins.
_PATTERNS = r"""
LOGIN: \bupn\b|participant id|teilnehmer-?id|user principal
EMAIL: mail|e-?post\b|correo|sahkoposti|courriel|邮|メール|이메일|почт
WAITING: waiting room|warteraum|sala de espera|salle d.attente|sala d.attesa|wachtr
OTHER: consent|disclaimer|guest|\bgast\b|convidado|invitado|invite|ospite|regist|approval|country
OTHER: \broll?\b|\brola\b|rooli|szerep|funcion\b|役割|角色|역할|роль
OTHER: \brole\b|rolle|funcao|\brol\b|ruolo|engagement|raise|camera|unmute|meeting id|topic
OTHER: organi[sz]ation|department|device
ATTENDED: ^status$|^attendance$|^present$|^anwesen|^presen
ATTENDED: ^attended$|^teilgenommen$|^participou$|^asistio$|^a participe$
ACTION: \baction\b|benutzeraktion|^aktion|\bacao|\baccion|\bazione|\bactie
STAMP: timestamp|zeitstempel|marca de (?:hora|tempo|data)|horodat|tijdstempel
DURATION: duration|dauer|duracao|duracion|duree|durata|\bduur|varakt|varigh|kesto|czas trwania
DURATION: trvani|idotartam|\bsure|time in |total time|minutes|时长|期間
LEAVE: leave|\bleft\b|exit|verl(?:a|ie)ss|austritt|saida|salida|depart|sortie|uscita|verlaten
LEAVE: lamna|forlad|forlat|poistu|wyjsc|opusc|kilep|iesir|ayril|odchod|离开|退出
JOIN: join|beitr|beigetr|ingress|entrada|\bunion|se unio|arriv|connexion|acces|entrata|deelna
JOIN: anslut|tilslut|liitty|dolacz|belep|intrar|katil|pripoj|加入|参加
NAME: ^(?:first|full|nom|nome|nombre|prenom|imie|ime|jmeno|meno) (?:and|et|e|y|i|a) \w+
NAME: ^(?:vor-?|voor-?|for-?) (?:und|en|och|og) \w+
LAST_NAME: last name|surname|family name|nachname|nom de famille|apellido|cognome|sobrenome
LAST_NAME: apelido|achternaam|efternamn|etternavn|efternavn|sukunimi|^nazwisko$|prijmeni|vezetek
LAST_NAME: soyad
FIRST_NAME: first name|given name|vorname|prenom|nombre de pila|voornaam|fornamn|fornavn|etunimi
FIRST_NAME: ^imie$|krestni|keresztnev|prenume
NAME: ^(?:full |user |participant |attendee |display |screen )?name\b|^participant$|^attendee$
NAME: ^teilnehmer|\bname$|^nome\b|^nombre\b|^nom\b|naam$|namn$|navn$|nimi$|^imie i nazwisko
NAME: ^nazwa|jmeno|^nev$|^teljes nev|^nume|^ad$|^tam ad|^adi\b|^isim|姓名|名前|名称|이름|^имя|^ονομα
"""
_COMPILED = tuple(
    (Part[part], re.compile(pattern))
    for part, pattern in (line.split(": ", 1) for line in _PATTERNS.strip().splitlines())
)


@lru_cache(maxsize=2_000)
def part_named(title: str) -> Part | None:
    """Return what a column title says the column holds, or None for words not known."""
    folded = fold(title)
    bare = fold(re.sub(r"\([^)]*\)", " ", title)) or folded
    for part, pattern in _COMPILED:
        if pattern.search(folded if part is Part.LOGIN else bare):
            return part
    return None
