"""Columns of a survey file that tell who answered, when or from where: they are never kept."""

import re
from collections.abc import Sequence

from workbench.foundation.text import clean, fold
from workbench.imports.cells import is_clock, is_dated, is_email, is_telephone
from workbench.imports.tables import as_text
from workbench.imports.workbooks import Cell

_MOST_WORDS = 6
_WORDS = re.compile(
    r"^(?:"
    r"(?:e ?-?mail|mail|e-?post|correo|courriel|sahkoposti)(?: ?-?(?:address|adresse|adresa|adres"
    r"|electronico|cim|osoite|adress|adresi))?(?: \d)?|.*(?:e-?mail|correo electronico).*"
    r"|(?:full |first |last |given |family |user ?|respondent |participant |your )?name(?: \d)?"
    r"|vorname|nachname|nom|prenom|nombre|apellidos?|nome|cognome|sobrenome|naam|voornaam"
    r"|achternaam|namn|navn|nimi|imie|nazwisko|jmeno|nev|nume|ad soyad|sur ?name"
    r"|user ?name|login|user ?id|upn|employee.*"
    r"|staff.*(?:id|no|number)|personalnummer|matricul\w*"
    r"|(?:i ?p|ip)[ -]?(?:address|addr|adresse)|ipaddress|ipaddr|id|response ?-?id|respondent ?-?id"
    r"|collector ?-?id|record ?-?id|submission ?-?id|token|seed|external ?(?:data )?reference"
    r"|externaldatareference|recipient ?(?:first ?name|last ?name|e-?mail)|custom data \d*"
    r"|location ?(?:latitude|longitude)|latitude|longitude|phone.*|tele(?:ph|f)on.*|mobile.*"
    r"|start ?(?:date|time)|end ?(?:date|time)|recorded ?date|submit ?date|date ?submitted"
    r"|date ?stamp|time ?stamp|zeitstempel|marca temporal|horodateur|completion time|startzeit"
    r"|fertigstellungszeit|hora de (?:inicio|finalizacion)|date (?:created|modified|started"
    r"|last action)|last modified time|last action|casova peciatka|started|ref ?url|referrer url"
    r"|referrer|status|response type|progress|finished|duration ?\(in seconds\)"
    r"|distribution ?channel|user ?language|last ?page|start ?language|total points|quiz feedback"
    r"|user ?agent|browser|operating system|device|response ?set"
    r"|q_(?:recaptcha|relevantid|url|data|duplicate|ballot)\w*"
    r"|(?:(?:please )?(?:enter|type|write|state|give) |what(?: i|')s )?your (?:full |first |last "
    r"|family |given |user ?|real |sur|and )*(?:name|initials)s?,?(?: please| here)?"
    r"|(?:full |first (?:and|&) last |preferred )?names?,? (?:please|optional|\(optional\))"
    r"|(?:first|given) (?:name )?(?:and|&) (?:last|family|sur) ?name|who (?:are you|is answering)"
    r"|(?:ihr|dein|euer)e? (?:voller |vollstandiger )?(?:vor|nach)?name|vor- ?und nachname"
    r"|wie hei(?:ss|ß)(?:t du|en sie)|(?:votre|ton) (?:pre)?nom(?: et (?:votre )?(?:pre)?nom)?"
    r"|nom (?:et prenom|complet)|prenom et nom|comment vous appelez-vous|nombre y apellidos?"
    r"|(?:su|tu) nombre(?: completo| y apellidos?)?|nombre completo|como (?:se llama|te llamas)"
    r"|(?:o )?seu nome(?: completo)?|nome completo|nome e cognome|(?:il )?(?:tuo|suo) nome"
    r"|(?:je|jouw|uw) naam|imie i nazwisko|(?:twoje|pani/pana) imie(?: i nazwisko)?"
    r"|respondents?|participants?|responder|(?:submitted|completed|answered|created|modified) by"
    r"|teilnehmer(?:in)?|ausgefullt von|rempli par|initials|signature"
    r"|(?:payroll|personnel|clock|student|member|worker|badge)(?: ?-?(?:id|no\.?|number|code))"
    r"|badge|(?:slack|skype|linkedin|whatsapp|twitter|instagram) (?:name|handle|profile|id|number)"
    r"|contact(?: (?:details|info\w*|number))?|date of birth|birth ?(?:day|date)|geburtsdatum"
    r"|date de naissance|fecha de nacimiento|data de nascimento|data di nascita"
    r")$"
)
_OTHER_LANGUAGES = frozenset(
    map(
        fold,
        ("имя", "ваше имя", "фамилия", "фио", "имя и фамилия", "электронная почта", "ім'я",
         "ваше ім'я", "ваше імʼя", "прізвище", "име", "вашето име", "όνομα", "ονοματεπώνυμο",
         "email σας", "שם", "שם מלא", "الاسم", "الاسم الكامل", "اسمك",
         "البريد الإلكتروني",
         "عنوان البريد الإلكتروني", "رقم الموظف", "نام", "お名前", "名前", "氏名", "メールアドレス",
         "メール", "社員番号", "姓名", "名字", "您的姓名", "你的名字", "邮箱", "电子邮件",
         "電子郵件", "手机",
         "工号", "電話番号", "이름", "성명", "이메일", "이메일 주소", "사번", "ชื่อ", "नाम",
         "họ và tên",
         "tên", "adınız", "adınız soyadınız", "ad soyad", "e-posta", "neved", "teljes név",
         "mitarbeiternummer", "mitarbeiter-nr", "mitarbeiter-id", "personal-nr", "matrikelnummer",
         "kürzel", "benutzername", "benutzerkennung", "número de empleado", "nº de empleado",
         "número de funcionário", "matrícula", "numéro de matricule", "matricule", "identifiant",
         "personeelsnummer", "medewerkersnummer", "numero di matricola", "anställningsnummer",
         "employee", "employee id", "zugangscode", "access code", "código de acceso", "kontakt")
    )
)  # fmt: skip
_ABOUT = frozenset(
    map(
        fold,
        ("gender", "sex", "your gender", "gender identity", "age", "age group", "age range",
         "your age", "tenure", "years of service", "seniority", "education", "income", "ethnicity",
         "geschlecht", "alter", "altersgruppe", "sexe", "genre", "âge", "tranche d'âge", "sexo",
         "género", "edad", "grupo de edad", "gênero", "idade", "genere", "sesso", "età", "geslacht",
         "leeftijd", "kön", "ålder", "køn", "alder", "kjønn", "płeć", "wiek", "cinsiyet", "yaş",
         "пол", "возраст", "性別", "年齢", "性别", "年龄", "성별", "나이", "group", "condition",
         "consent", "i agree to take part")
    )
)  # fmt: skip
_LEAST_NAMES = 8
_NAME = re.compile(r"[^\W\d_a-z][\w'’.-]*(?: [^\W\d_a-z][\w'’.-]*){1,2}")
_ADDRESS = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}|[0-9a-fA-F:]{7,}:[0-9a-fA-F:]+")
_WHOLE = re.compile(r"-?\d{1,3}[.,]0+")
_MADE_ID = re.compile(r"R_\w{10,}|[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|\d{9,}")


def identity_title(title: str) -> bool:
    """Return whether a column's title names something about the respondent, not a question."""
    folded = fold(re.sub(r"[_]+", " ", title)) if not title.startswith("Q_") else fold(title)
    if len(folded.split(" ")) > _MOST_WORDS:
        return False
    bare = folded.rstrip(" :?*")
    return bool(_WORDS.match(bare)) or bare in _OTHER_LANGUAGES


def about_a_person(title: str) -> bool:
    """Return whether a column asks what people are, such as their age: no item of a scale."""
    return fold(title).rstrip(" :?*") in _ABOUT


def holds_names(cells: Sequence[Cell]) -> bool:
    """Return whether nearly every cell is two or three capitalised words that nobody else has."""
    texts = [clean(as_text(cell)) for cell in cells]
    named = {text for text in texts if _NAME.fullmatch(text) and not text.isupper()}
    return len(texts) >= _LEAST_NAMES and len(named) * 10 >= len(texts) * 9


def holds_identity(cells: Sequence[Cell]) -> bool:
    """Return whether the cells themselves tell who answered, whatever the title says."""
    if not cells:
        return False
    if holds_names(cells):
        return True
    telling = sum(_tells(cell) for cell in cells)
    return telling * 2 >= len(cells)


def _tells(cell: Cell) -> bool:
    if is_email(cell) or is_dated(cell) or is_clock(cell):
        return True
    text = clean(as_text(cell))
    if _WHOLE.fullmatch(text):
        return False
    return bool(_ADDRESS.fullmatch(text) or _MADE_ID.fullmatch(text)) or is_telephone(text)
