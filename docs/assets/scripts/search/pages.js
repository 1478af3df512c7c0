// What the script of a language brings: its pages and their sections, in letters that take one byte where they can.

// The letters were exchanged two by two, frequent ones for rare ones: see knowledge_base/short_letters.py.
function reader(pairs) {
  const others = Uint16Array.from({ length: 0x10000 }, (_, unit) => unit)
  for (let at = 0; at < pairs.length; at += 2) {
    others[pairs.charCodeAt(at)] = pairs.charCodeAt(at + 1)
    others[pairs.charCodeAt(at + 1)] = pairs.charCodeAt(at)
  }
  const decoder = new TextDecoder("utf-16le")
  return text => {
    const units = new Uint16Array(text.length)
    for (let at = 0; at < units.length; at++) units[at] = others[text.charCodeAt(at)]
    return decoder.decode(units)
  }
}

// The sections in order, each with its page; a page's own words are those of its first section.
export function readPages(locale, letters, rows) {
  const read = reader(letters)
  const pages = []
  const sections = []
  for (const row of rows.split("\n")) {
    if (row[0] === "/") {
      const [address, title, worth, about, language] = row.slice(1).split("\t")
      pages.push({ address, title: read(title), worth: Number(worth), about: read(about), language: language || locale, sections: [] })
      continue
    }
    const [, anchor, heading, name, text] = row.split("\t")
    const page = pages[pages.length - 1]
    const isFirst = !page.sections.length
    const section = {
      id: sections.length,
      page,
      anchor,
      heading: isFirst ? page.title : read(heading),
      name: isFirst ? page.about : read(name),
      text: read(text),
    }
    page.sections.push(section)
    sections.push(section)
  }
  return { locale, pages, sections }
}
