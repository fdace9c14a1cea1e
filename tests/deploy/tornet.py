"""A Tor network of its own on the loopback of this process's network, and an onion service in it.

    tornet.py FOLDER TORRC PRIVATE PUBLIC

Three authorities, four relays, a Tor with TORRC (made by install.sh, with a service for ssh behind it), and
two clients: one that has a key of the second service and one that has none. Behind both services stands
something that answers with one word. Prints as JSON what each client got, and how the Tor of TORRC ran.

Everything is written below FOLDER, which may not have a long name: Tor looks for sockets there.
"""

import json
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SECONDS = 150
AUTHORITIES, RELAYS = ("a1", "a2", "a3"), ("r4", "r5", "r6", "r7")
WITH_KEY, WITHOUT = 9991, 9992
# As Tor's own testers make one: short votes, and every flag for everybody.
VOTING = """AuthoritativeDirectory 1
V3AuthoritativeDirectory 1
TestingV3AuthInitialVotingInterval 20
V3AuthVotingInterval 20
TestingV3AuthInitialVoteDelay 4
V3AuthVoteDelay 4
TestingV3AuthInitialDistDelay 4
V3AuthDistDelay 4
TestingDirAuthVoteExit *
TestingDirAuthVoteHSDir *
TestingDirAuthVoteGuard *
TestingMinExitFlagThreshold 0
V3AuthNIntervalsValid 2
"""


class Net:
    """The processes of one network. `authorities` are the lines by which all know each other."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.authorities = ""

    def common(self, name: str) -> str:
        data = self.folder / name
        data.mkdir(mode=0o700, exist_ok=True)
        return (
            f"TestingTorNetwork 1\nAssumeReachable 1\nPathsNeededToBuildCircuits 0.25\n"
            f"DataDirectory {data}\nLog notice file {data}/log\n{self.authorities}"
        )

    def relay(self, name: str) -> str:
        number = name[1]
        return (
            f"{self.common(name)}Nickname {name}\nAddress 127.0.0.1\nORPort 127.0.0.1:50{number}0\n"
            f"DirPort 127.0.0.1:70{number}0\nSocksPort 0\nExitRelay 1\nExitPolicyRejectPrivate 0\n"
            f"ExitPolicy accept 127.0.0.0/8:*\nContactInfo nobody\n"
        )

    def authority(self, name: str) -> str:
        """Make its keys; gives the line by which others know it."""
        keys = self.folder / name / "keys"
        self.common(name)
        keys.mkdir(mode=0o700)
        made = [f"{flag}={keys}/authority_{what}" for flag, what in (
            ("-i", "identity_key"), ("-s", "signing_key"), ("-c", "certificate"))]  # fmt: skip
        words = [word for one in made for word in one.split("=", 1)]
        number = name[1]
        subprocess.run(
            ["tor-gencert", "--create-identity-key", "--passphrase-fd", "0", "-m", "12",
             "-a", f"127.0.0.1:70{number}0", *words],
            input=b"word\n", check=True, capture_output=True,
        )  # fmt: skip
        certificate = (keys / "authority_certificate").read_text()
        [own] = [
            line.split()[1] for line in certificate.splitlines() if line.startswith("fingerprint ")
        ]
        rc = self.write(
            name, self.relay(name) + f"DirAuthority x 127.0.0.1:1 {'A' * 40}\nLog err stderr\n"
        )
        said = subprocess.run(
            ["tor", "--list-fingerprint", "--quiet", "-f", rc], check=True, capture_output=True
        )
        known = said.stdout.decode().split(maxsplit=1)[1].replace(" ", "").strip()
        return (
            f"DirAuthority {name} orport=50{number}0 no-v2 v3ident={own} "
            f"127.0.0.1:70{number}0 {known}\n"
        )

    def write(self, name: str, text: str) -> Path:
        path = self.folder / f"{name}.rc"
        path.write_text(text)
        return path

    def start(self, name: str, text: str) -> subprocess.Popen[bytes]:
        rc = self.write(name, text)
        said = (self.folder / f"{name}.out").open("wb")
        process = subprocess.Popen(["tor", "-f", rc], stdout=said, stderr=said)
        said.close()
        return process


def answering(listening: socket.socket, word: bytes) -> None:
    listening.listen()

    def serve() -> None:
        while True:
            line, _ = listening.accept()
            with line:
                line.recv(100)
                line.sendall(word)

    threading.Thread(target=serve, daemon=True).start()


def ask(proxy: int, host: str, port: int) -> str:
    """What stands at an onion address answers, through a client's SOCKS port; else why it could not."""
    with socket.create_connection(("127.0.0.1", proxy), 60) as line:
        line.sendall(b"\x05\x01\x00")
        line.recv(2)
        named = host.encode()
        line.sendall(b"\x05\x01\x00\x03" + bytes([len(named)]) + named + port.to_bytes(2, "big"))
        answer = line.recv(10)
        if answer[1:2] != b"\x00":
            return f"refused {answer[1:2].hex()}"
        line.sendall(b"?")
        return line.recv(100).decode()


def until(proxy: int, host: str, port: int, wanted: str) -> str:
    end = time.monotonic() + SECONDS
    said = ""
    while said != wanted and time.monotonic() < end:
        try:
            said = ask(proxy, host, port)
        except OSError as error:
            said = str(error)
        if said != wanted:
            time.sleep(0.5)
    return said


@contextmanager
def ended(processes: list[subprocess.Popen[bytes]]) -> Iterator[None]:
    try:
        yield
    finally:
        for one in processes:
            one.kill()
            one.wait()


def main(folder: Path, torrc: Path, private: str, public: str) -> None:
    subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
    net = Net(folder)
    net.authorities = "".join([net.authority(name) for name in AUTHORITIES])
    services = torrc.read_text() + net.common("service")
    [door] = [line.partition("unix:")[2] for line in services.splitlines() if "unix:" in line]
    folders = [
        Path(line.split()[1])
        for line in services.splitlines()
        if line.startswith("HiddenServiceDir")
    ]
    running: list[subprocess.Popen[bytes]] = []
    with ended(running):
        running += [net.start(name, net.relay(name) + VOTING) for name in AUTHORITIES]
        running += [net.start(name, net.relay(name)) for name in RELAYS]
        portal, ssh = socket.socket(socket.AF_UNIX), socket.socket()
        portal.bind(door)
        ssh.bind(("127.0.0.1", 22))
        answering(portal, b"portal")
        answering(ssh, b"ssh")
        # Once for the folders, then with who may come, as docs/operator.md has it.
        first = net.start("first", services)
        running.append(first)
        end = time.monotonic() + SECONDS
        while not all((one / "hostname").exists() for one in folders):
            assert time.monotonic() < end, (folder / "first.out").read_text()
        first.kill()
        first.wait()
        hosts = [(one / "hostname").read_text().strip() for one in folders]
        allowed = folders[1] / "authorized_clients/me.auth"
        allowed.write_text(f"descriptor:x25519:{public}\n")
        allowed.chmod(0o600)
        service = net.start("again", services)
        running.append(service)
        keys = folder / "keys"
        keys.mkdir(mode=0o700)
        (keys / "one.auth_private").write_text(
            f"{hosts[1].removesuffix('.onion')}:descriptor:x25519:{private}\n"
        )
        with_key = f"SocksPort 127.0.0.1:{WITH_KEY}\nClientOnionAuthDir {keys}\n"
        running.append(net.start("c8", net.common("c8") + with_key))
        without = f"SocksPort 127.0.0.1:{WITHOUT}\n"
        running.append(net.start("c9", net.common("c9") + without))
        told = {
            "portal": until(WITH_KEY, hosts[0], 80, "portal"),
            "ssh with the key": until(WITH_KEY, hosts[1], 22, "ssh"),
            "portal without a key": until(WITHOUT, hosts[0], 80, "portal"),
            "ssh without the key": ask(WITHOUT, hosts[1], 22),
            "status": Path(f"/proc/{service.pid}/status").read_text(),
        }
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], sys.argv[4])
