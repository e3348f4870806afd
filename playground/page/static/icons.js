// Small drawings that every browser shows alike, unlike the signs of its fonts. Screen readers pass them over.

const PATHS = {
  pause: "M7 5h4v14H7zM13 5h4v14h-4z",
  run: "M8 5v14l11-7z",
  send: "M3.4 20.4 21 12 3.4 3.6v6.4L15 12 3.4 14z",
  leads: "M9 6h9v9h-2.2V9.8l-8.3 8.3L5.9 16.5l8.3-8.3H9z",
  copies: "M8 4h11v12h-2.2V6.2H8zM5 8h9v12H5zm2.2 2.2v7.6h4.6v-7.6z",
  down: "M10.8 4h2.4v10.1l4-4 1.7 1.7L12 18.7l-6.9-6.9 1.7-1.7 4 4z",
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
