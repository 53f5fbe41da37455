// Letters from a camera or a video file: JPEG pictures go to SignMirror's `WS /v1/letters`, letters come back.

const SEND_EVERY_MS = 50; // 20 pictures a second; the server drops what it has no time for, and says how many
const WIDTH = 640;
const JPEG_QUALITY = 0.8;

// One connection. `heard` gets every message as an object, `ended` why it is over.
export class Letters {
  constructor(address, token, { hand = "right", mode = "sequence", heard, ended }) {
    const url = new URL("/v1/letters", address);
    url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
    url.search = new URLSearchParams({ token, hand, mode }); // browsers cannot set headers here
    this.socket = new WebSocket(url);
    this.socket.addEventListener("message", (event) => heard(JSON.parse(event.data)));
    this.socket.addEventListener("close", (event) => ended(event.code, event.reason));
    this.sent = 0;
  }

  // Whether a picture may go: connected, and the last one has left the house.
  get ready() {
    return this.socket.readyState === WebSocket.OPEN && this.socket.bufferedAmount === 0;
  }

  picture(jpeg) {
    this.socket.send(jpeg);
    this.sent += 1;
  }

  // 21 points [x, y, z] of the unmirrored picture, 0 to 1 inside it; null: no hand. For pages with a tracker of their own.
  landmarks(hand, { left = false, time_s = null } = {}) {
    this.socket.send(JSON.stringify({ type: "landmarks", hand, left, time_s }));
  }

  // A letter to practise, or null; the buffer starts anew.
  target(letter) {
    this.socket.send(JSON.stringify({ type: "target", letter }));
  }

  reset() {
    this.socket.send(JSON.stringify({ type: "reset", text: true }));
  }

  close() {
    this.socket.close();
  }
}

const part = (id) => document.getElementById(id);
const video = part("picture");
const canvas = document.createElement("canvas");
let line = null;
let timer = 0;
let busy = false;

function connect() {
  stop();
  part("letter").textContent = "–";
  part("state").textContent = "Connecting";
  const own = new Letters(part("address").value, part("token").value, {
    hand: part("hand").value,
    heard: (message) => own === line && heard(message),
    ended: (code, reason) => own === line && ended(code, reason),
  });
  line = own;
  timer = setInterval(send, SEND_EVERY_MS);
  part("stop").disabled = false;
}

async function send() {
  if (busy || !line?.ready || video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA || video.ended) return;
  busy = true;
  canvas.width = WIDTH;
  canvas.height = Math.round((WIDTH * video.videoHeight) / video.videoWidth);
  canvas.getContext("2d").drawImage(video, 0, 0, canvas.width, canvas.height);
  const jpeg = await new Promise((done) => canvas.toBlob(done, "image/jpeg", JPEG_QUALITY));
  if (jpeg && line?.ready) line.picture(jpeg);
  busy = false;
}

const PHASES = {
  no_hand: "Show your hand",
  collecting: "Collecting",
  moving: "Moving",
  unsure: "Not sure",
  holding: "Hold it",
  committed: "Taken",
};

function heard(message) {
  switch (message.type) {
    case "ready":
      part("state").textContent = "Connected";
      break;
    case "letter": {
      const letter = message.letter?.length === 1 ? message.letter : null; // SPACE, DELETE and NOTHING are words
      const sure = letter ? ` ${Math.round(100 * message.probability)} %` : "";
      part("letter").textContent = letter ?? "–";
      part("state").textContent = (message.message ?? PHASES[message.phase]) + sure;
      document.documentElement.dataset.phase = message.phase;
      part("text").textContent = message.text;
      part("target-shown").className = message.matches ? "matches" : "";
      part("counts").textContent = `sent ${line?.sent ?? 0}, received ${message.received}, dropped ${message.dropped}`;
      break;
    }
    case "target":
      part("target-shown").textContent = message.letter ?? "";
      break;
    case "reset":
      part("text").textContent = message.text;
      break;
    case "error":
      part("state").textContent = `${message.message} ${message.hint}`;
      break;
  }
}

function ended(code, reason) {
  stop();
  part("state").textContent = `Connection closed (${code}). ${reason}`;
}

function stop() {
  clearInterval(timer);
  line?.close();
  line = null;
  part("stop").disabled = true;
}

function leave() {
  stop();
  video.srcObject?.getTracks().forEach((track) => track.stop());
  video.srcObject = null;
  video.removeAttribute("src");
  part("state").textContent = "Not connected";
}

part("camera").addEventListener("click", async () => {
  if (!part("where").reportValidity()) return;
  leave();
  try {
    video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { width: WIDTH, height: 480 } });
  } catch (error) {
    part("state").textContent = `The camera cannot be used: ${error.message}`;
    return;
  }
  video.className = "";
  await video.play();
  connect();
});

part("file").addEventListener("change", async () => {
  const [file] = part("file").files;
  if (!file || !part("where").reportValidity()) return;
  leave();
  video.src = URL.createObjectURL(file);
  video.className = "file";
  connect();
  await video.play();
});

part("stop").addEventListener("click", leave);
part("reset").addEventListener("click", () => line?.reset());
part("where").addEventListener("submit", (event) => event.preventDefault());
part("practice").addEventListener("submit", (event) => {
  event.preventDefault();
  line?.target(part("target").value.toUpperCase() || null);
});
