"""Reference clips: ranges, and links and folders that lead out."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.api.errors import ApiError
from desktop_app.api.server import ApiServer
from desktop_app.api.videos import check_range, find_video
from tests.api.api_client import ApiClient
from tests.api.conftest import make_parts
from tests.api.hostile import BAD_NAMES, Case

DATA = bytes(range(256)) * 20


@pytest.fixture(scope="module")
def videos(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """VIDEOS_DIR with a clip, and a secret beside it."""
    tmp_path = tmp_path_factory.mktemp("media")
    folder = tmp_path / "videos"
    (folder / "more").mkdir(parents=True)
    (folder / "hello.mp4").write_bytes(DATA)
    (folder / "Grüße an alle.webm").write_bytes(DATA)
    (folder / "more" / "deep.mp4").write_bytes(DATA)
    (folder / "notes.txt").write_text("private")
    (folder / "folder.mp4").mkdir()
    (tmp_path / "secret.mp4").write_bytes(b"secret")
    return folder


@pytest.fixture(scope="module")
def api_client(videos: Path) -> Iterator[ApiClient]:
    """One server for all of them."""
    server = ApiServer(make_parts(None, videos))
    server.start()
    server.wait_running()
    yield ApiClient(server)
    assert server.stop(10)


@pytest.mark.network
def test_a_clip_comes_whole_and_with_its_kind(api_client: ApiClient) -> None:
    reply = api_client.get("/videos/hello.mp4")
    assert (reply.status, reply.body) == (200, DATA)
    assert reply.headers["content-type"] == "video/mp4"
    assert reply.headers["accept-ranges"] == "bytes"
    assert reply.headers["x-content-type-options"] == "nosniff"
    other = api_client.get("/videos/Gr%C3%BC%C3%9Fe%20an%20alle.webm")
    assert (other.status, other.headers["content-type"]) == (200, "video/webm")
    head = api_client.ask("/videos/hello.mp4", "HEAD")
    assert (head.status, head.headers["content-length"], head.body) == (200, str(len(DATA)), b"")


@pytest.mark.network
def test_the_browser_may_show_the_token_in_the_address(api_client: ApiClient) -> None:
    assert api_client.get("/videos/hello.mp4", token=False).status == 401
    assert api_client.get(f"/videos/hello.mp4?token={api_client.token}", token=False).body == DATA


@pytest.mark.network
@pytest.mark.parametrize(
    ("wanted", "status", "start", "end"),
    [
        ("bytes=0-99", 206, 0, 100),
        ("bytes=100-100", 206, 100, 101),
        ("bytes=5000-", 206, 5000, 5120),
        ("bytes=-20", 206, 5100, 5120),
        ("bytes=5119-99999", 206, 5119, 5120),
        ("bytes=-99999", 206, 0, 5120),
        ("bytes=abc", 200, 0, 5120),
        ("bytes=9-2", 200, 0, 5120),
        ("bytes=-", 200, 0, 5120),
        ("items=0-5", 200, 0, 5120),
        ("bytes=0-1,5-6", 200, 0, 5120),
        ("bytes=" + "0-1," * 500 + "5-6", 200, 0, 5120),
    ],
)
def test_ranges(api_client: ApiClient, wanted: str, status: int, start: int, end: int) -> None:
    reply = api_client.get("/videos/hello.mp4", headers=[("Range", wanted)])
    assert (reply.status, reply.body) == (status, DATA[start:end])
    if status == 206:
        assert reply.headers["content-range"] == f"bytes {start}-{end - 1}/{len(DATA)}"


@pytest.mark.network
@pytest.mark.parametrize("wanted", ["bytes=5120-", "bytes=9999-10000", "bytes=-0"])
def test_ranges_behind_the_end(api_client: ApiClient, wanted: str) -> None:
    reply = api_client.get("/videos/hello.mp4", headers=[("Range", wanted)])
    assert (reply.status, reply.document["field"]) == (416, "Range")
    assert reply.headers["content-range"] == f"bytes */{len(DATA)}"


def test_a_range_of_very_many_digits_is_no_number() -> None:
    assert check_range("bytes=" + "9" * 5000 + "-", 10) is None
    with pytest.raises(ApiError):
        check_range("bytes=999999999999999999-", 10)


@pytest.mark.network
@pytest.mark.parametrize("case", BAD_NAMES, ids=lambda case: case.what)
def test_no_name_leads_out(api_client: ApiClient, case: Case) -> None:
    reply = case.ask(api_client)
    assert reply.status == 404
    assert b"secret" not in reply.body.lower().replace(b"secret.mp4", b"")


@pytest.mark.network
def test_folders_and_other_files_are_no_clips(api_client: ApiClient, videos: Path) -> None:
    for name in ("notes.txt", "folder.mp4", "more", "deep.mp4", "more%2fdeep.mp4"):
        assert api_client.get(f"/videos/{name}").status == 404
    absolute = str(videos / "hello.mp4").replace("/", "%2f")
    assert api_client.get(f"/videos/{absolute}").status == 404


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")
def test_links_that_lead_out_are_not_followed(videos: Path) -> None:
    secret = videos.parent / "secret.mp4"
    (videos / "link.mp4").symlink_to(secret)
    (videos / "round.mp4").symlink_to(videos / "round.mp4")
    (videos / "outside").symlink_to(videos.parent)
    (videos / "inner.mp4").symlink_to(videos / "hello.mp4")
    for name in ("link.mp4", "round.mp4", "outside"):
        with pytest.raises(ApiError):
            find_video(name, videos, {})
        with pytest.raises(ApiError):  # the same file by way of a pack
            find_video(name, None, {name: videos / name})
    assert find_video("inner.mp4", videos, {}).read_bytes() == DATA
    assert find_video("hello.mp4", None, {"hello.mp4": videos / "hello.mp4"}).read_bytes() == DATA


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")
def test_the_folder_of_videos_may_itself_be_a_link(videos: Path) -> None:
    alias = videos.parent / "alias"
    alias.symlink_to(videos)
    assert find_video("hello.mp4", alias, {}).read_bytes() == DATA


def test_no_folder_of_videos_at_all(tmp_path: Path) -> None:
    for folder in (None, tmp_path / "missing"):
        with pytest.raises(ApiError):
            find_video("hello.mp4", folder, {})
