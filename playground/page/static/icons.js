// Small drawings that every browser shows alike, unlike the signs of its fonts. Screen readers pass them over.

const PATHS = {
  pause: "M7 5h4v14H7zM13 5h4v14h-4z",
  run: "M8 5v14l11-7z",
  send: "M3.4 20.4 21 12 3.4 3.6v6.4L15 12 3.4 14z",
  leads: "M9 6h9v9h-2.2V9.8l-8.3 8.3L5.9 16.5l8.3-8.3H9z",
  copies: "M8 4h11v12h-2.2V6.2H8zM5 8h9v12H5zm2.2 2.2v7.6h4.6v-7.6z",
  down: "M10.8 4h2.4v10.1l4-4 1.7 1.7L12 18.7l-6.9-6.9 1.7-1.7 4 4z",
  more: "M10.2 4h3.6v3.6h-3.6zM10.2 10.2h3.6v3.6h-3.6zM10.2 16.4h3.6V20h-3.6z",
  reply: "M10 5v4c7 .6 10 4.5 11 11-2.6-3.7-6-5.4-11-5.4V19l-7-7z",
  forward: "M14 5v4C7 9.6 4 13.5 3 20c2.6-3.7 6-5.4 11-5.4V19l7-7z",
  shares: "M14 5v4C7 9.6 4 13.5 3 20c2.6-3.7 6-5.4 11-5.4V19l7-7z",
  close: "m6.4 4.9 5.6 5.6 5.6-5.6 1.5 1.5-5.6 5.6 5.6 5.6-1.5 1.5-5.6-5.6-5.6 5.6-1.5-1.5 5.6-5.6-5.6-5.6z",
  group: "M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zm-6.5 7.2c0-3.2 2.9-5.4 6.5-5.4s6.5 2.2 6.5 5.4zm14.7 0h4.6c0-2.7-2-4.7-4.7-5.1-.6-.1-1.2 0-1.8.1 1.2 1.3 1.9 3 1.9 5zM15.5 11.2a3.1 3.1 0 1 0 0-6.2c-.4 0-.8 0-1.1.2a5.3 5.3 0 0 1 0 5.8z",
  channel: "M3.5 9.5v5h3.2l1.6 5h2.6l-1.5-5h1.9l7.7 4.2V5.3l-7.7 4.2z",
  calls: "M8.3 6.8 9.9 8.3 6.1 12l3.8 3.7-1.6 1.5L3 12zM15.7 6.8l-1.6 1.5L17.9 12l-3.8 3.7 1.6 1.5L21 12z",
};

const SVG = "http://www.w3.org/2000/svg";

export function icon(name) {
  const drawn = document.createElementNS(SVG, "svg");
  drawn.setAttribute("viewBox", "0 0 24 24");
  drawn.setAttribute("class", "icon");
  drawn.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[name]);
  drawn.append(path);
  return drawn;
}
