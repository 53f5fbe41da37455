"""Text as data: templates, values, messages inside messages, and what becomes of them in English."""

from __future__ import annotations

import pickle

import numpy as np
import pytest

from desktop_app.errors import AppError, PackDamaged
from desktop_app.message import NOTHING, Message, sentences, verbatim


def shout(template: str) -> str:
    """A language whose words are those of English in capitals."""
    return "".join(part if part.startswith("{") else part.upper() for part in _pieces(template))


def _pieces(template: str) -> list[str]:
    return template.replace("{", "\0{").replace("}", "}\0").split("\0")


def test_english_is_the_template_filled():
    message = Message(
        "'{name}' has {count} signs, {share:.0%} of them {kind!r}.", name="a", count=3, share=0.5, kind="x"
    )
    assert str(message) == "'a' has 3 signs, 50% of them 'x'."
    assert f"{message}" == str(message)


def test_without_values_braces_stand_for_themselves():
    assert str(Message('Send {"type": "landmarks"}.')) == 'Send {"type": "landmarks"}.'


def test_a_value_that_is_a_message_is_translated_and_a_string_is_not():
    message = Message("your {hand} hand, '{name}'", hand=Message("left"), name="left")
    assert message.render(shout) == "YOUR LEFT HAND, 'left'"


def test_a_sequence_of_messages_is_listed():
    message = Message("Right: {what}.", what=[Message("the movement"), Message("your {side}", side="x")])
    assert str(message) == "Right: the movement, your x."
    assert message.render(shout) == "RIGHT: THE MOVEMENT, YOUR x."


def test_decimal_numbers_are_adapted_and_nothing_else():
    seen: list[object] = []

    def note(value: object) -> object:
        seen.append(value)
        return value

    message = Message("{a:.1f} {b} {c}", a=1.5, b="1.5", c=Message("{d}", d=2))
    assert message.render(adapt=note) == "1.5 1.5 2"
    assert seen == [1.5]


def test_fields_may_have_any_name():
    assert str(Message("{self} {template} {fields}", self=1, template=2, fields=3)) == "1 2 3"


def test_values_that_look_like_templates_stay_as_they_are():
    assert str(Message("'{name}'", name="{name} {0} {")) == "'{name} {0} {'"
    assert str(verbatim("{broken")) == "{broken"


def test_an_exception_is_kept_as_its_text_or_its_message():
    try:
        raise PackDamaged(Message("It is {what}.", what=Message("gone")))
    except PackDamaged as error:
        message = Message("{path}: {error}", path="a", error=error)
    assert message.render(shout) == "a: IT IS GONE."
    assert message.values == {"path": "a", "error": Message("It is {what}.", what=Message("gone"))}
    assert Message("{error}", error=OSError("full")).values == {"error": "full"}


def test_sentences_leave_out_what_is_empty():
    assert str(sentences(Message("One."), NOTHING, Message("Two {x}.", x=2))) == "One. Two 2."
    assert not sentences()
    assert not sentences(NOTHING)


def test_messages_are_values():
    one = Message("{a}", a=[1, 2])
    assert one == Message("{a}", a=[1, 2]) != Message("{a}", a=[1, 3])
    assert hash(one) == hash(Message("{a}", a=(1, 2)))
    assert pickle.loads(pickle.dumps(one)) == one
    assert repr(one) == "Message('{a}', a=(1, 2))"
    with pytest.raises(AttributeError):
        one.template = "other"  # type: ignore[misc]


def test_an_error_is_english_for_the_terminal_and_the_api():
    error = AppError(Message("'{name}' is gone.", name="a"), Message("Look for it."), code="x.y", detail="z")
    assert str(error) == "'a' is gone."
    assert error.to_dict() == {"code": "x.y", "message": "'a' is gone.", "hint": "Look for it."}
    assert AppError(Message("Gone.")).to_dict()["hint"] == ""
    again = pickle.loads(pickle.dumps(error))
    assert (again.message, again.hint, again.code) == (error.message, error.hint, error.code)


def test_numbers_of_numpy_are_formatted():
    assert str(Message("{share:.1f}", share=np.float32(0.25))) == "0.2"
