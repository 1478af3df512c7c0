// What a reader types and what stands on a page are folded alike, so that everyday ways to write a syllable meet. Signs
// that tell words apart (vowels and tones of Khmer, Lao, Thai) stay. The rules are those of
// [TN61] Hosken, Khmer Encoding Structure, Unicode Technical Note 61, version 2
// [KCS] Sok and others, Khmer Character Specification, SIL, sections 7 and 8
// [THAI], [LAO] Ishida, Thai and Lao orthography notes, r12a.github.io/scripts, "Code point sequences" and before it
// [ORDER] Karlsson, Ordering rules for Khmer, Thai, and Lao, Unicode L2/04-110

// Invisible (Unicode: "default ignorable"): soft hyphen, zero-width signs, direction controls, variation selectors, Khmer
// inherent vowels [TN61, "Deprecated or discouraged"]. Also marks of Latin letters, Vietnamese tones among them, once NFKD
// has parted them.
const DROPPED = "\\p{DI}\u0300-\u036F\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20FF\uFE20-\uFE2F"
// Letters that NFKD leaves as they are.
const LETTERS = { đ: "d", ð: "d", ł: "l", ø: "o", ı: "i", ß: "ss", æ: "ae", œ: "oe", ς: "σ" }
const KHMER = "\u1780-\u17B3"
const THAI_LAO_SIGNS = "\u0E30-\u0E3A\u0E45\u0E47-\u0E4E\u0EB0-\u0EBC\u0EC8-\u0ECE"
// What may follow a letter within its syllable: all marks, and signs that Unicode calls letters.
const SIGNS = `\\p{M}${DROPPED}${THAI_LAO_SIGNS}\uFF9E\uFF9F`

// The order of what follows the letter of a syllable. Khmer [TN61, "Signs"]: robat, subscripts (ro last), shifters,
// vowels before, below, above, after, signs, finals. Thai and Lao [THAI] [LAO]: tones after vowels below and above.
const ORDER = [
  "[\u17CC\u0EBC]", "\u17D2(?!\u179A)", "\u17D2", "[\u17C9\u17CA]", "[\u17BE-\u17C5]",
  "[\u17BB-\u17BD\u0E38-\u0E3A\u0EB8-\u0EBA]", "[\u17B7-\u17BA\u0E31\u0E34-\u0E37\u0E47\u0EB1\u0EB4-\u0EB7\u0EBB]",
  "\u17B6", "[\u17C6\u17CB\u17CD-\u17D1\u17D3\u17DD\u0E4D\u0ECD]", "[\u0E48-\u0E4C\u0E4E\u0EC8-\u0ECC\u0ECE]",
  "[\u17C7\u17C8\u0E30\u0E32\u0E45\u0EB0\u0EB2]",
].map(signs => new RegExp(`^${signs}`))

const plain = /^[\x00-\x7F]*$/
const dropped = new RegExp(`[${DROPPED}]+`, "gu")
const letters = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "g")
const thaiLao = new RegExp(`[${THAI_LAO_SIGNS}]{2,}`, "g")
const khmer = new RegExp(`[${KHMER}]?(?:\u17D2[${KHMER}]|[\u17B6-\u17D3\u17DD]){2,}`, "g")
const khmerSign = new RegExp(`\u17D2[${KHMER}]|[^]`, "g")
// Further เ or ເ belong to the piece of the first, a Khmer subscript to its sign, whatever stands between them.
const subscript = `\u17D2(?:(?!\u17D2)[${SIGNS}])*[${KHMER}]`
const piece = new RegExp(
  `(?:[\u0E40\u0EC0](?:[${SIGNS}]*[\u0E40\u0EC0])*|${subscript}|[^])(?:${subscript}|[${SIGNS}])*`, "gu")

const rank = sign => ORDER.findIndex(signs => signs.test(sign))
const inOrder = signs => signs.sort((one, other) => rank(one) - rank(other)).join("")

// A function of signs that works out each run of signs once: a language has a few thousand of them.
function remembered(make) {
  const known = new Map()
  return signs => {
    if (!known.has(signs)) known.set(signs, make(signs))
    return known.get(signs)
  }
}

// SARA AM is nikhahit and SARA AA in NFKD; they stay together, behind the tone.
const foldThaiLao = remembered(signs => inOrder([...signs])
  .replace(/([\u0E4D\u0ECD])([\u0E48-\u0E4B\u0EC8-\u0ECB]+)(?=[\u0E32\u0EB2])/, "$2$1"))

// A Khmer letter with its signs. Split vowels are one vowel [KCS 7.4.6]. Where a sign stands above, both shifters look
// like the vowel U, and all three are typed [TN61, "Do not use" and appendix 1]; only BA can take either shifter.
const foldKhmer = remembered(syllable => {
  const letter = /^[\u1780-\u17B3]/.test(syllable) ? syllable[0] : ""
  let signs = syllable.slice(letter.length).replace(/\u17BE/g, "\u17C1\u17B8").replace(/\u17C4/g, "\u17C1\u17B6")
  if (/[\u17B7-\u17BA\u17D0\u17DD]/.test(signs) || signs.includes("\u17B6") && signs.includes("\u17C6")) {
    signs = syllable.includes("\u1794")
      ? signs.replace(/\u17BB/g, "\u17C9")
      : signs.replace(/[\u17BB\u17C9]/g, "\u17CA")
  }
  return letter + inOrder(signs.match(khmerSign)).replace(/\u17C1\u17B8/g, "\u17BE").replace(/\u17C1\u17B6/g, "\u17C4")
})

function foldSoutheast(text) {
  return text
    // Two เ are แ, two ເ are ແ [THAI] [LAO]; ๅ is a variant of า [ORDER].
    .replace(/\u0E40\u0E40/g, "\u0E41").replace(/\u0EC0\u0EC0/g, "\u0EC1").replace(/\u0E45/g, "\u0E32")
    .replace(thaiLao, foldThaiLao)
    // ຫຼ is ຫລ as ໜ is ຫນ and ໝ is ຫມ [LAO, "alternate forms"]; NFKD has parted those two.
    .replace(/\u0EBC/g, "\u0EA5")
    // ATTHACAN stands before a subscript; NFKD tears the subscript apart [TN61, "Canonical equivalence"].
    .replace(/\u17D2(\u17DD+)/g, "$1\u17D2")
    // Deprecated letters [TN61]; ឲ is a variant of ឱ (CLDR, collation of Khmer); subscript DA looks like TA [TN61].
    .replace(/\u17A3/g, "\u17A2").replace(/\u17A4/g, "\u17A2\u17B6").replace(/\u17B2/g, "\u17B1")
    .replace(/\u17D2\u178A/g, "\u17D2\u178F")
    .replace(khmer, foldKhmer)
}

// Text in, the same text folded out: lower case, Western digits, no Latin marks, each syllable written in one way.
export function fold(text) {
  if (plain.test(text)) return text.toLowerCase()
  const bare = text.normalize("NFKD").toLowerCase().replace(dropped, "")
    .replace(letters, letter => LETTERS[letter])
    // The digits of the scripts of India begin at …6, the others at …0.
    .replace(/\p{Nd}/gu, digit => (digit.charCodeAt() + (/[\u0900-\u0DFF]/.test(digit) ? 10 : 0)) % 16)
  return /[\u0E30-\u0EFF\u1780-\u17DD]/.test(bare) ? foldSoutheast(bare) : bare
}

// Text in; out a list of [start, end, folded] of its smallest parts that fold by themselves. All `folded` together are
// the folded text, so that a place in the folded text is found again in the text.
export function pieces(text) {
  const list = []
  let start = 0
  for (const part of text.match(piece) || []) {
    list.push([start, start += part.length, fold(part)])
  }
  return list
}
