import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.foundation.errors import BadInput
from workbench.surveys.answer_labels import Reading, answer_key
from workbench.surveys.instruments import instrument_keys, load_instrument

AGREE = load_instrument("edmondson-7-agree5")
LONELY = load_instrument("djg-6")


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("Strongly agree", 5),
        (" strongly  AGREE ", 5),
        ("5. Strongly Agree", 5),
        ("Strongly agree (5)", 5),
        ("(1) strongly disagree", 1),
        ("5 Strongly agree", 5),
        ("3 = Neutral", 3),
        ("1 - Strongly agree", 5),
        ("<b>Strongly&nbsp;agree</b> <br/>", 5),
        ("<p style='x'>5. Strongly agree</p>", 5),
        ("Pas du tout d’accord", 1),
        ("Stimme zu", 4),
        ("5", 5),
        ("5.0", 5),
        ("5,0", 5),
    ],
)
def test_labels_decide_and_numbers_count_where_the_order_is_known(cell: str, code: int) -> None:
    assert answer_key(AGREE).read(cell) == Reading(code)


@pytest.mark.parametrize("cell", ["", "   ", "-", "—", "N/A", "n/a", "prefer not to say"])
def test_no_answer_is_nothing(cell: str) -> None:
    assert answer_key(AGREE).read(cell) == Reading()


@pytest.mark.parametrize("cell", ["0", "6", "-99", "99", "4.5", "4,5", "maybe", "1-5", "5 stars"])
def test_what_lies_off_the_scale_is_refused(cell: str) -> None:
    assert answer_key(AGREE).read(cell) == Reading(problem="off the scale")


def test_numbers_of_a_scale_coded_both_ways_wait_for_labels() -> None:
    key = answer_key(LONELY)
    assert key.read("1") == Reading(problem="number without a label")
    assert [key.read(word).code for word in ("no", "Yes!", "more or less", "ja", "non")] == [
        1, 3, 2, 3, 1,
    ]  # fmt: skip


def test_the_facilitator_says_what_the_numbers_mean() -> None:
    key = answer_key(LONELY, {"Yes": 1, "more or less": 2, "no": 3})
    assert [key.read(cell).code for cell in ("1", "2", "3", "yes")] == [3, 2, 1, 3]
    ends = answer_key(LONELY, {"yes": 1, "no": 3})
    assert [ends.read(cell).code for cell in ("1", "2", "3")] == [3, 2, 1]


def test_five_categories_fold_into_three() -> None:
    key = answer_key(LONELY, {"yes!": 1, "yes": 2, "more or less": 3, "no": 4, "no!": 5})
    assert [key.read(str(number)).code for number in range(1, 6)] == [3, 3, 2, 1, 1]


def test_a_scale_counted_from_zero_is_shifted() -> None:
    ucla = load_instrument("ucla-20-v3")
    key = answer_key(ucla, {"never": 0, "often": 3})
    assert [key.read(str(number)).code for number in range(5)] == [1, 2, 3, 4, None]


def test_another_word_for_an_answer() -> None:
    key = answer_key(AGREE, {"Absolutely": 5})
    assert key.read("absolutely").code == 5
    assert key.read("4").code == 4
    with pytest.raises(BadInput, match="no answer has the number 9"):
        answer_key(AGREE, {"Absolutely": 9})
    assert answer_key(LONELY, {"Kind of": 2}).read("1").problem == "number without a label"


def test_one_number_for_two_answers_is_refused() -> None:
    with pytest.raises(BadInput, match="cannot stand for"):
        answer_key(LONELY, {"yes": 1, "no": 1})


@given(key=st.sampled_from(instrument_keys()), cell=st.text(max_size=40))
def test_any_cell_is_read_without_a_fault(key: str, cell: str) -> None:
    instrument = load_instrument(key)
    reading = answer_key(instrument).read(cell)
    assert reading.code is None or reading.code in instrument.codes
    assert reading.code is None or reading.problem == ""


@pytest.mark.parametrize("key", instrument_keys())
def test_every_label_reads_as_its_own_code(key: str) -> None:
    instrument = load_instrument(key)
    reader = answer_key(instrument)
    for anchor in instrument.anchors:
        words = [anchor.label, *(word for words in anchor.aliases.values() for word in words)]
        assert {reader.read(word).code for word in words} == {anchor.code}
