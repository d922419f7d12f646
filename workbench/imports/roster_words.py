"""What the column titles of people lists say, in many languages, and the words for roles."""

import re
from enum import StrEnum

from workbench.foundation.text import fold
from workbench.foundation.words import Role


class Field(StrEnum):
    """What a column of a people list fills; `OWN` keeps it as a column of the facilitator's own."""

    NAME = "name"
    FIRST_NAME = "first_name"
    LAST_NAME = "last_name"
    EMAIL = "email"
    DEPARTMENT = "department"
    JOB_TITLE = "job_title"
    ROLE = "role"
    JOINED_ON = "joined_on"
    LEFT_ON = "left_on"
    TAGS = "tags"
    REASON_TO_JOIN = "reason_to_join"
    REASON_TO_LEAVE = "reason_to_leave"
    NOTE = "note"
    OWN = "own"
    IGNORED = "ignored"


# Field, then the folded titles that mean it (* stands for any ending); the first line wins.
_TITLES = """
EMAIL: e-mail*|email*|e mail*|mail|mail ad*|mailad*|correo*|courriel*|adresse mail|adresse e-mail
EMAIL: adresse electronique|indirizzo e*mail|posta elettronica|e-post*|epost*|mejl*|sahkoposti*
EMAIL: adres e*mail|adresa e*mail|adresa de e*mail|endereco de e*mail|work e*mail|business e*mail
EMAIL: company e*mail|mail adres*|почта|эл* почта|メール*|邮箱|电子邮*|이메일
FIRST_NAME: first name*|firstname|forename*|given name*|christian name|vorname*|prenom*|voornaam*
FIRST_NAME: nombre de pila|nombre propio|primeiro nome|nome proprio|nome di battesimo|fornamn*
FIRST_NAME: fornavn*|tilltalsnamn|etunimi*|imie|krestni jmeno|krstne meno|keresztnev*|utonev*
FIRST_NAME: prenume*|имя|名|이름(성 제외)
LAST_NAME: last name*|lastname|surname*|family name*|familyname|nachname*|familienname*|zuname
LAST_NAME: nom de famille|apellido|apellidos|primer apellido|cognome|sobrenome|apelido|apelidos
LAST_NAME: ultimo nome|achternaam*|familienaam|efternamn*|etternavn*|efternavn*|sukunimi*|nazwisko
LAST_NAME: prijmeni|priezvisko|vezeteknev*|csaladnev*|nume de familie|soyad|soyadi|soy isim
LAST_NAME: фамилия|姓
NAME: name|names|full name*|fullname|display name|employee name|participant name|member name|who
NAME: person|people|participant*|member|members|employee|employees|contact|attendee*|student*
NAME: vollstandiger name|voller name|anzeigename|mitglied|mitglieder|teilnehmer*
NAME: teilnehmende|mitarbeiter*
NAME: mitarbeitende|nom|nom complet|nom et prenom*|nom prenom|prenom et nom|nombre|nombre completo
NAME: nombre y apellido*|apellido* y nombre|nome|nome completo|nome e cognome|cognome e nome|naam
NAME: volledige naam|deelnemer*|medewerker*|namn|fullstandigt namn|for- och efternamn|medlem
NAME: medlemmar|medlemmer
NAME: deltagar*|deltaker*|navn|fulde navn|fullt navn|nimi|koko nimi|osallistuja*|imie i nazwisko
NAME: nazwisko i imie|uczestnik*|jmeno|cele jmeno|jmeno a prijmeni|prijmeni a jmeno|meno|nev
NAME: teljes nev|resztvevo*|nume|nume complet|nume si prenume|ad|adi|ad soyad*|adi soyadi
NAME: isim|tam ad*
NAME: katilimci*|фио|ονοματεπωνυμο|ονομα|氏名|姓名|名前|이름
REASON_TO_LEAVE: reason to leave*|reason for leaving*|leaving reason|austrittsgrund
REASON_TO_JOIN: reason to join*|reason for joining*|reason|why|why joined|motivation*|motive
REASON_TO_JOIN: what's in it for me|grund*|beitrittsgrund*|raison*|motivo*|motivazione*|reden*
REASON_TO_JOIN: motivatie*|anledning*|orsak|arsag*|syy|powod*|motywacja|duvod*|motivace|motivacio*
REASON_TO_JOIN: motiv|neden*|sebep
DEPARTMENT: department*|dept*|division|business unit|unit|area|section|team|abteilung*|bereich*
DEPARTMENT: fachbereich|organisationseinheit|ressort|departement*|service|equipe|pole|equipo
DEPARTMENT: departamento*|dipartimento*|reparto*|ufficio|setor|secao|equipa|afdeling*|dienst
DEPARTMENT: avdelning*|enhet|avdeling*|osasto*|yksikko|tiimi|dzial*|zespol|oddeleni*|utvar
DEPARTMENT: reszleg*|osztaly*|csapat|departament*|sectie|echipa*|departman*|bolum*|birim|ekip
DEPARTMENT: отдел|τμημα|部門|部门|부서
JOINED_ON: joined|joined on*|join date*|date joined*|joining date*|member since*|start date*|since
JOINED_ON: started*|start|hire date*|date of joining|entry date|eintritt*|beitritt*|beigetreten*
JOINED_ON: mitglied seit|dabei seit|seit|date d'entree|date d'arrivee|date d'adhesion|entree*
JOINED_ON: membre depuis|depuis|arrivee|fecha de ingreso|fecha de alta|fecha de incorporacion
JOINED_ON: ingreso|miembro desde|desde|alta|data di ingresso|data di inizio|data ingresso
JOINED_ON: iscritt* dal|membro dal|data de entrada|data de ingresso|data de adesao|entrada
JOINED_ON: membro desde|datum in dienst|in dienst|lid sinds|sinds|startdat*|begindatum|toetreding
JOINED_ON: gick med*|medlem sedan|anstalld*|medlem siden|startet|begyndte|tiltradt*|liittynyt
JOINED_ON: liittymispaiva|aloituspaiva|jasen alkaen|data dolaczenia|dolaczyl*|data przystapienia
JOINED_ON: data wstapienia|datum vstupu|clenem od|vstup|nastup|datum nastupu|csatlakozas*|belepes*
JOINED_ON: tag ota|kezdes*|data inscrierii|data aderarii|membru din|katilma*|giris tarihi
JOINED_ON: data zatrudnienia|data de admissao|admissao|date d'embauche|embauche|einstellungsdatum
JOINED_ON: fecha de contratacion|fecha de inicio|data di assunzione|data assunzione|дата прием*
JOINED_ON: uyelik tarihi|baslangic*|вступил*|入会日|加入日期
LEFT_ON: left|left on*|leave date*|date left*|leaving date*|end date*|until|exit date*|austritt*
LEFT_ON: ausgetreten*|ausgeschieden*|date de sortie|date de depart|sortie|depart|fecha de baja
LEFT_ON: fecha de salida|baja|salida|data di uscita|uscita|data de saida|saida|datum uit dienst
LEFT_ON: uit dienst|einddatum|slutdat*|slutade|sluttet|sluttdato|fratradt|lopetuspaiva|poistunut
LEFT_ON: data odejscia|odszedl*|datum ukonceni|odchod|kilepes*|data plecarii|ayrilma*|cikis tarihi
ROLE: role|roles|role in *community|community role|member* type|rolle|rolle in *|rol|rola|ruolo
ROLE: roll|rooli|papel|szerep*|rol in *|uyelik turu|membership|mitgliedschaft|mitgliedsrolle
JOB_TITLE: job title*|title|job|position|function|jobtitel|berufsbezeichnung|stelle|funktion
JOB_TITLE: stellenbezeichnung|titel|poste|fonction|intitule du poste|metier|puesto|titulo|profesion
JOB_TITLE: mansione|qualifica|posizione|posto|titolo|cargo|funcao|profissao|functie*|befattning
JOB_TITLE: stilling|tittel|tehtava*|titteli|stanowisko|pozice|funkce|beosztas|munkakor|functia
JOB_TITLE: unvan|gorev|pozisyon|должность|役職|职位|직책
TAGS: tags|tag|labels|label|keywords|groups|group|schlagworte|stichworte|etiquettes|etiquetas
TAGS: etichette|trefwoorden|taggar|etiketter|tunnisteet|tagi|etykiety|stitky|cimkek|etichete
TAGS: etiketler|topics
NOTE: note|notes|remark|remarks|comment|comments|notiz*|bemerkung*|anmerkung*|kommentar*|remarque*
NOTE: commentaire*|nota|notas|observaciones|comentario*|osservazioni|commento|observacoes
NOTE: opmerking*|notitie*|anteckning*|notat*|bemaerkning*|huomautus*|uwagi|notatka|poznamka*
NOTE: megjegyzes*|observatii|notlar
"""
_ROLES = """
MEMBER: member|regular|participant|mitglied|teilnehmer|teilnehmerin|membre|miembro|membro|lid|medlem
MEMBER: jasen|czlonek|clen|tag|membru|uye|deelnemer
CORE: core|core member|core team|core group|kern|kernteam|kernmitglied|kerngruppe|noyau|nucleo
CORE: kerngroep|karna|kerne|kjerne|ydin|rdzen|jadro|nucleu|cekirdek
SPONSOR: sponsor|executive sponsor|sponsorin|patin|pate|parrain|marraine|patrocinador
CO_HOST: co-host|cohost|co host|co-facilitator|facilitator|organizer|organiser|moderator|host
CO_HOST: moderatorin|co-moderator|gastgeber|gastgeberin|animateur|facilitador|facilitatore
GUEST: guest|visitor|gast|invite|invitee|invitado|ospite|convidado|gjest|gaest|vieras|gosc|vendeg
GUEST: invitat|misafir
"""


def _lines(text: str) -> list[tuple[str, str]]:
    parts = (line.split(": ", 1) for line in text.strip().splitlines())
    return [(key, values) for key, values in parts]


def _pattern(titles: str) -> re.Pattern[str]:
    alternatives = (re.escape(title).replace(r"\*", ".*") for title in titles.split("|"))
    return re.compile("(?:" + "|".join(alternatives) + ")")


_FIELD_PATTERNS = tuple((Field[key], _pattern(titles)) for key, titles in _lines(_TITLES))
_ROLE_WORDS = {
    word: Role[key] for key, words in reversed(_lines(_ROLES)) for word in words.split("|")
}


def field_named(title: str) -> Field | None:
    """Return the field a column's title names, or None for words not known.

    What stands in brackets, and a colon or star at the end, is left aside: "E-mail (work) *".
    """
    bare = re.sub(r"\([^)]*\)", " ", title).replace("_", " ").replace("’", "'")
    folded = fold(bare).strip(" :*?.")
    for field, pattern in _FIELD_PATTERNS:
        if pattern.fullmatch(folded):
            return field
    return None


def role_named(text: str) -> Role | None:
    """Return the role a word means, or None for words not known."""
    return _ROLE_WORDS.get(fold(text).strip(" ."))
