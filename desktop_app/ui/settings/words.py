"""The settings in words: how they are grouped, what they are called and what they do. Qt-free."""

from __future__ import annotations

from desktop_app.ui.i18n.translate import tr


def groups() -> list[tuple[str, list[str]]]:
    """Headings and the settings under them."""
    return [
        (tr("Picture"), ["input.mirror", "look.overlay", "input.dominant_hand"]),
        (tr("Look"), ["look.theme", "look.text_scale", "look.language", "look.present_s"]),
        (tr("Practice"), ["practice.video"]),
        (tr("Fingerspelling"), ["letters.mode", "letters.smoothing", "letters.level", "letters.turn_hand"]),
        (
            tr("Recognition"),
            [
                "recognition.top_k",
                "recognition.provider",
                "recognition.sim_threshold",
                "recognition.sim_margin",
                "recognition.motion_floor",
            ],
        ),
    ]


def words_of(key: str) -> tuple[str, str]:
    """(name, explanation) of a setting; "" where the name explains itself."""
    return {
        "input.mirror": (tr("Mirror the picture"), tr("Recognition always works on the unmirrored picture.")),
        "look.overlay": (tr("Show what is tracked"), tr("Body, hands and face are drawn over the picture.")),
        "input.dominant_hand": (
            tr("Stronger hand"),
            tr("It is the one that is read when spelling. References are mirrored for left-handers."),
        ),
        "look.theme": (tr("Colours"), ""),
        "look.text_scale": (tr("Text size"), ""),
        "look.language": (tr("Language"), tr("Used from the next start on.")),
        "look.present_s": (
            tr("A presentation goes on after"),
            tr("Seconds that an answer is held on the large screen; 0: until a key is pressed."),
        ),
        "letters.mode": (
            tr("Letters are read from"),
            tr("Single frames answer at once; J and Z need the last 32 frames."),
        ),
        "letters.smoothing": (
            tr("Answers averaged"),
            tr("Higher: calmer. Lower: faster."),
        ),
        "letters.level": (
            tr("Level of the words"),
            tr("1: three letters. 2: four or five. 3: long words and names."),
        ),
        "letters.turn_hand": (
            tr("Turn the hand of a letter"),
            tr("It keeps still where the system asks for less motion."),
        ),
        "practice.video": (
            tr("Video of the last attempt"),
            tr("An attempt for the teacher then carries it. Off: no picture of you is written."),
        ),
        "recognition.top_k": (tr("Answers shown"), ""),
        "recognition.provider": (
            tr("Runs on"),
            tr("Automatic takes what was fastest here."),
        ),
        "recognition.sim_threshold": (
            tr("Least similarity"),
            tr("Higher: fewer wrong answers are accepted, and fewer right ones."),
        ),
        "recognition.sim_margin": (
            tr("Least distance to the second"),
            tr("Higher: two look-alikes are more often “not sure”."),
        ),
        "recognition.motion_floor": (tr("Least movement"), tr("With less movement, nothing is searched for.")),
    }[key]


def choice_words(choice: str) -> str:
    """The name of a choice."""
    return {
        "system": tr("As the system"),
        "light": tr("Light"),
        "dark": tr("Dark"),
        "contrast": tr("High contrast"),
        "right": tr("Right"),
        "left": tr("Left"),
        "sequence": tr("The last 32 frames"),
        "frame": tr("Single frames"),
        "auto": tr("Automatic"),
        "cpu": "CPU",
        "directml": "DirectML",
        "cuda": "CUDA",
        "coreml": "CoreML",
        "en": "English",  # each language by its own name
        "fr": "Français",
    }[choice]
