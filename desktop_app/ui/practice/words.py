"""Practice in words: the lessons, what to do in each stage, how an attempt ended. Qt-free."""

from __future__ import annotations

import math

from desktop_app.engine.practice.evaluation import AttemptResult, AttemptVerdict
from desktop_app.engine.progress.lessons import Lesson, LessonKind
from desktop_app.ui.camera.headline import Headline, Mood, source_headline
from desktop_app.ui.i18n.translate import tr
from desktop_app.ui.practice.state import PracticeStage, PractisingState
from desktop_app.ui.state import EnginePhase, LiveState


def lesson_title(lesson: Lesson) -> str:
    match lesson.kind:
        case LessonKind.DUE:
            return tr("Due now")
        case LessonKind.SURPRISE:
            return tr("Surprise me")
        case LessonKind.CONFUSABLE:
            return tr("Look-alikes")
        case LessonKind.CATEGORY:
            name = lesson.category or lesson.pack
            return name[:1].upper() + name[1:]


def lesson_about(lesson: Lesson) -> str:
    """What is in it, in one line."""
    count = len(lesson.sentences)
    match lesson.kind:
        case LessonKind.DUE:
            return tr("What you would forget next. Sentences: {count}", count=count)
        case LessonKind.SURPRISE:
            return tr("By chance. Sentences: {count}", count=count)
        case LessonKind.CONFUSABLE:
            return tr("What you mixed up. Sentences: {count}", count=count)
        case LessonKind.CATEGORY if lesson.parts > 1:
            return tr(
                "Part {part} of {parts}. Sentences: {count}", part=lesson.part, parts=lesson.parts, count=count
            )
        case LessonKind.CATEGORY:
            return tr("Sentences: {count}", count=count)


def lesson_icon(lesson: Lesson) -> str:
    """The Phosphor name of its picture."""
    return {
        LessonKind.DUE: "ph.clock",
        LessonKind.SURPRISE: "ph.shuffle",
        LessonKind.CONFUSABLE: "ph.arrows-left-right",
        LessonKind.CATEGORY: "ph.stack",
    }[lesson.kind]


def stage_words(stage: PracticeStage) -> str:
    """The name of a stage, as the strip over the picture shows it."""
    return {
        PracticeStage.CHOOSE: tr("Choose"),
        PracticeStage.WATCH: tr("Watch"),
        PracticeStage.READY: tr("Get ready"),
        PracticeStage.RECORD: tr("Sign"),
        PracticeStage.EVALUATE: tr("Compare"),
        PracticeStage.RESULT: tr("Result"),
    }[stage]


def stage_headline(live: LiveState, state: PractisingState) -> Headline:
    """What to do now, under the picture."""
    if state.trouble:
        what = tr("Raise a hand, or press Enter, to try again.")
        return Headline(state.trouble, what, Mood.TROUBLE, "ph.warning-circle")
    waiting = source_headline(live)
    if waiting is not None and state.stage in (PracticeStage.WATCH, PracticeStage.READY):
        return waiting
    match state.stage:
        case PracticeStage.READY:
            seconds = math.ceil(state.left_s or 0)
            return Headline(
                tr("Get ready"),
                tr("Hands down. It begins in {seconds} s.", seconds=seconds),
                Mood.ACTIVE,
                "ph.timer",
            )
        case PracticeStage.RECORD:
            return _record_headline(state)
        case PracticeStage.EVALUATE:
            return Headline(tr("Comparing"), tr("One moment."), Mood.QUIET, "", -1)
        case _:
            return _watch_headline(live, state)


def _record_headline(state: PractisingState) -> Headline:
    if state.take.signs and not state.take.moving:
        return Headline(tr("Good, hands down"), tr("The take ends by itself."), Mood.ACTIVE, "ph.check")
    if state.take.moving:
        return Headline(tr("Signing"), tr("Rest your hands when you are done."), Mood.ACTIVE, "ph.hand-waving")
    return Headline(tr("Sign now"), tr("The frame is lit while it is recorded."), Mood.ACTIVE, "ph.record-fill")


def _watch_headline(live: LiveState, state: PractisingState) -> Headline:
    if live.engine is EnginePhase.LOADING:
        return Headline(tr("Getting ready"), tr("The model is being loaded."), Mood.QUIET, "", -1)
    title = tr("Raise a hand")
    detail = tr("Watch first. A hand held above your shoulder, or Enter, begins.")
    if state.free:
        detail = tr("Sign whatever you like. A hand held above your shoulder, or Enter, begins.")
    if state.share > 0:
        return Headline(tr("Hold it"), detail, Mood.ACTIVE, "", state.share)
    more = ""
    if state.left_s is not None:
        more = tr("It begins by itself in {seconds} s.", seconds=math.ceil(state.left_s))
    return Headline(title, detail, Mood.ACTIVE, "ph.hand-palm", more=more)


def verdict_headline(result: AttemptResult) -> Headline:
    """How an attempt ended, in large words."""
    seen = result.seen_as
    name = seen[1] if seen is not None else ""
    match result.verdict:
        case AttemptVerdict.RIGHT if result.question.asked is None:
            return Headline(tr("You signed “{name}”", name=name), "", Mood.GOOD, "ph.check-circle-fill")
        case AttemptVerdict.RIGHT:
            return Headline(tr("Right: “{name}”", name=name), "", Mood.GOOD, "ph.check-circle-fill")
        case AttemptVerdict.OTHER:
            asked = result.question.asked[1] if result.question.asked is not None else ""
            return Headline(
                tr("That looks like “{name}”", name=name),
                tr("You were asked to sign “{asked}”.", asked=asked),
                Mood.UNSURE,
                "ph.arrows-left-right",
            )
        case AttemptVerdict.UNSURE:
            return Headline(
                tr("Not recognised for sure"), tr("Here is why, and what to try."), Mood.UNSURE, "ph.question"
            )
        case AttemptVerdict.EMPTY:
            return Headline(
                tr("No sign was seen"), tr("Here is why, and what to try."), Mood.UNSURE, "ph.eye-slash"
            )


def after_words(state: PractisingState) -> str:
    """What happens next without a hand on the keyboard."""
    if state.share > 0:
        return tr("Hold it")
    if state.left_s is None:
        return tr("Raise a hand to try once more.")
    if state.free:
        return tr(
            "Raise a hand to try once more. The next attempt in {seconds} s.", seconds=math.ceil(state.left_s)
        )
    if state.is_last:
        return tr(
            "Raise a hand to try once more. The lesson ends in {seconds} s.", seconds=math.ceil(state.left_s)
        )
    return tr(
        "Raise a hand to try once more. The next sentence in {seconds} s.", seconds=math.ceil(state.left_s)
    )


def lesson_result(state: PractisingState) -> str:
    """How a finished lesson went; "" while none is finished."""
    if not state.finished:
        return ""
    right = sum(outcome is AttemptVerdict.RIGHT for outcome in state.outcomes)
    return tr("Lesson finished. Right: {right} of {count}", right=right, count=len(state.outcomes))
