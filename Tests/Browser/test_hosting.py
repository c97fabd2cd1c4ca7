"""The server files of an edition, with a real nginx and a real Caddy."""

import base64
import os
import shutil
import socket
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

import pytest

OWN_FILES = ["_headers", "nginx.conf", "Caddyfile"]
WANTED = {
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}
POLICY = {
    "default-src 'none'", "style-src 'self'", "script-src 'self'", "img-src 'self' data:",
    "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'",
}


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def get(address, **headers):
    """Status, headers and body; also of an answer that is an error."""
    try:
        with urlopen(Request(address, headers=headers)) as answer:
            return answer.status, answer.headers, answer.read()
    except HTTPError as error:
        return error.code, error.headers, error.read()


@contextmanager
def running(command, address, **options):
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, **options)
    try:
        for _ in range(100):
            try:
                get(address)
                break
            except URLError:
                assert server.poll() is None, server.stderr.read().decode()
                time.sleep(0.05)
        yield address
    finally:
        server.terminate()
        server.wait()


@contextmanager
def nginx(folder, into, root=None):
    """nginx with the edition's own configuration in an ordinary server block."""
    into.mkdir(parents=True, exist_ok=True)
    port = free_port()
    (into / "nginx.conf").write_text(f"""
daemon off;
pid {into}/pid;
error_log stderr;
events {{}}
http {{
  client_body_temp_path {into}/a; proxy_temp_path {into}/b; fastcgi_temp_path {into}/c;
  uwsgi_temp_path {into}/d; scgi_temp_path {into}/e;
  server {{
    listen 127.0.0.1:{port};
    root {root or folder};
    include {folder}/nginx.conf;
  }}
}}
""")
    # Workers of a server started by root are nobody's, who may not read a private folder.
    user = ["-g", "user root;"] if os.geteuid() == 0 else []
    command = [shutil.which("nginx", path="/usr/sbin:/usr/bin"), "-c", f"{into}/nginx.conf", *user]
    with running(command, f"http://127.0.0.1:{port}/") as address:
        yield address


@contextmanager
def caddy(folder, into):
    """Caddy with the edition's own configuration, without a certificate."""
    into.mkdir(parents=True, exist_ok=True)
    port = free_port()
    text = (folder / "Caddyfile").read_text(encoding="utf-8")
    host = next(
        line for line in text.splitlines() if line.endswith(" {") and line[0] not in "(\t"
    ).removesuffix(" {")
    file = into / "Caddyfile"
    file.write_text(
        "{\n\tadmin off\n}\n" + text.replace(f"{host} {{", f"http://127.0.0.1:{port} {{", 1))
    environment = {
        "PATH": "/usr/bin:/bin", "HOME": str(into), "XDG_DATA_HOME": str(into),
        "MINHBACH_ROOT": str(folder),
    }
    command = ["caddy", "run", "--adapter", "caddyfile", "--config", str(file)]
    with running(command, f"http://127.0.0.1:{port}/", env=environment) as address:
        yield address


@pytest.fixture(scope="module", params=["nginx", "caddy"])
def served(request, built, tmp_path_factory):
    """Address of the own site's public edition, and the edition."""
    public, _ = built[("own", "clean")]
    start = {"nginx": nginx, "caddy": caddy}[request.param]
    with start(public.folder, tmp_path_factory.mktemp(request.param)) as address:
        yield address, public


def test_headers_stand_on_every_answer(served):
    address, edition = served
    style = next(path for path in (edition.folder / "assets").iterdir() if path.suffix == ".css")
    for path in ["", "ke-hoach/", "data/index.json", f"assets/{style.name}", "khong-co/o-day/"]:
        _, headers, _ = get(address + path)
        for name, value in WANTED.items():
            assert headers.get_all(name) == [value], f"{path}: {name}"
        assert headers["Strict-Transport-Security"].startswith("max-age=")
        assert "geolocation=()" in headers["Permissions-Policy"]
        assert set(headers["Content-Security-Policy"].split("; ")) == POLICY, path
        assert headers["X-Robots-Tag"] is None


def test_the_policy_of_the_page_is_that_of_the_server(served):
    address, edition = served
    page = next(page for page in edition.pages if page.path == "index.html")
    own = [
        node.get("content") for node in page.document.all("meta")
        if node.get("http-equiv") == "Content-Security-Policy"
    ]
    assert set(own[0].split("; ")) == POLICY - {"frame-ancestors 'none'"}
    # No plug-in, no wildcard, nothing unsafe.
    assert "unsafe" not in own[0] and "*" not in own[0]


def test_pages_leave_no_copy_and_assets_are_kept(served):
    address, edition = served
    assert get(address)[1].get_all("Cache-Control") == ["no-store"]
    for file in (edition.folder / "assets").glob("**/*.*"):
        if file.is_file():
            name = file.relative_to(edition.folder).as_posix()
            kept = get(address + name)[1].get_all("Cache-Control")
            assert kept == ["public, max-age=31536000, immutable"], name


def test_what_is_missing_is_said_in_the_site_s_own_words(served):
    address, edition = served
    status, headers, body = get(address + "khong-co/o-day/")
    assert status == 404
    assert body == (edition.folder / "404.html").read_bytes()


def test_configuration_is_not_handed_out(served):
    address, edition = served
    for name in OWN_FILES:
        assert (edition.folder / name).is_file()
        assert get(address + name)[0] == 404, name


def test_kinds_of_files_and_compression(served):
    address, edition = served
    table = next((edition.folder / "data").glob("*.csv")).name
    kinds = {"": "text/html", f"data/{table}": "text/csv", "sitemap.xml": "text/xml"}
    for path, kind in kinds.items():
        found = get(address + path)[1]["Content-Type"]
        assert found.startswith(kind), f"{path}: {found}"
    _, headers, packed = get(address, **{"Accept-Encoding": "gzip"})
    assert headers["Content-Encoding"] == "gzip"
    assert len(packed) < len(get(address)[2]) / 2


def test_the_browser_finds_nothing_that_the_policy_forbids(served, browser):
    address, edition = served
    context = browser.new_context()
    page = context.new_page()
    said = []
    page.on("console", lambda message: said.append(message.text))
    for path in ["", "ke-hoach/", "bang-so-lieu/"]:
        assert page.goto(address + path).status == 200
    context.close()
    assert said == []


def hashed(server):
    """How the server keeps the password "secret"."""
    command = {
        "nginx": ["openssl", "passwd", "-apr1", "secret"],
        "caddy": ["caddy", "hash-password", "--plaintext", "secret"],
    }[server]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


@pytest.mark.parametrize("server", ["nginx", "caddy"])
def test_officials_need_a_password(built, tmp_path, server):
    _, officials = built[("own", "clean")]
    separator, named, file = {
        "nginx": (":", "/etc/nginx/officials.htpasswd", "nginx.conf"),
        "caddy": (" ", "/etc/caddy/officials", "Caddyfile"),
    }[server]
    users = tmp_path / "users"
    users.write_text("officer" + separator + hashed(server) + "\n")
    copy = tmp_path / "edition"
    shutil.copytree(officials.folder, copy)
    text = (copy / file).read_text(encoding="utf-8")
    assert named in text
    (copy / file).write_text(text.replace(named, str(users)), encoding="utf-8")
    start = {"nginx": nginx, "caddy": caddy}[server]
    with start(copy, tmp_path / "server") as address:
        paths = ["", "404.html", "khong-co/o-day/", "data/index.json", "assets/", *OWN_FILES]
        for path in paths:
            status, headers, body = get(address + path)
            assert status == 401, path
            # Not even the names of pages.
            assert "nội bộ".encode() not in body and b"<nav" not in body, path
        assert get(address)[1]["X-Robots-Tag"] == "noindex, nofollow"
        key = base64.b64encode(b"officer:secret").decode()
        assert get(address, Authorization=f"Basic {key}")[0] == 200
        status, _, body = get(address + "khong-co/", Authorization=f"Basic {key}")
        assert status == 404 and body == (copy / "404.html").read_bytes()


def test_the_file_for_hosts_that_read_headers(built):
    public, officials = built[("own", "clean")]
    lines = (public.folder / "_headers").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "/*" and lines[-2] == "/assets/*"
    named = {line.split(": ", 1)[0].strip(): line.split(": ", 1)[1] for line in lines[1:-2]}
    assert set(named["Content-Security-Policy"].split("; ")) == POLICY
    assert WANTED.items() <= named.items()
    assert "noindex" in (officials.folder / "_headers").read_text(encoding="utf-8")
