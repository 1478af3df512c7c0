// Stems of Indonesian, Malay and Filipino words: what may remain when affixes are taken off. There is no word list, so
// several stems may come, wrong ones among them; text and query are treated alike, so that words of one root meet.
//
// Indonesian and Malay. Order (particle, possessive, suffix, prefixes) and two syllables for a stem: F. Z. Tala,
// A Study of Stemming Effects on Information Retrieval in Bahasa Indonesia (2003). Letters that a prefix replaces and
// suffixes that it excludes: J. Asian, H. E. Williams, S. M. M. Tahaghoghi, Stemming Indonesian (2005), table 1.
//
// Filipino. Affixes taken off again and again: D. E. J. Bonus, A Stemming Algorithm for Tagalog Words (2003). Sounds
// that change or are lost: R. D. Zorc, Sound Changes Within a Word, zorc.net; learningtagalog.com, "Sound changes when
// combining roots and affixes". The linkers -ng and -g: Wikibooks, Tagalog, "Ligatures". A root that loses a vowel
// (sundin, of sunod) is not found.

const SHORTEST = 4

// What a word may begin with, and what takes its place.
const MALAY_BEGINNINGS = [
  [/^[mp]eng(?=[aeiou])/, "", "k"],
  [/^[mp]eng(?=[ghkq])/, ""],
  [/^[mp]eny(?=[aeiou])/, "s"],
  [/^[mp]em(?=[bfpv])/, ""],
  [/^[mp]em(?=[aeiou])/, "p"],
  [/^[mp]en(?=[cdjstz])/, ""],
  [/^[mp]en(?=[aeiou])/, "t"],
  [/^[mp]e(?=[lmnrwy][aeiou])/, ""],
  [/^pe(?=[bcdghjkpst][aeiou])/, ""],
  [/^(?:ber|per|ter)(?=[^r])/, ""],
  [/^[bt]e(?=r|[^aeiour]er[^aeiou])/, ""],
  [/^[bp]el(?=ajar)/, ""],
  [/^(?:di|ke|se|ketidak)/, ""],
]
const MALAY_STEM = /^(?:[^aeiou]|ny|sy|kh|[bcdfgkpst][lr]|s[ptkw]|str)?[aeiou].*[aeiou]/
// With which beginnings a suffix does not go.
const EXCLUDED = { kan: /^(?:ke|se)/, an: /^(?:di|me)/, i: /^(?:be|ke|se)/ }

const FILIPINO_BEGINNINGS = [
  [/^[mnp]ag(?=.)/, ""],
  [/^[mnp]ang(?=[^aeiou])/, ""],
  [/^[mnp]am(?=[bp])/, ""],
  [/^[mnp]an(?=[dlrst])/, ""],
  // The first consonant is lost, and what remains may be doubled: pangangailangan, of kailangan.
  [/^[mnp]ang(?:([aeiou])ng(?=\1))?(?=[aeiou])/, "", "k"],
  [/^[mnp]am(?:([aeiou])m(?=\1))?(?=[aeiou])/, "b", "p"],
  [/^[mnp]an(?:([aeiou])n(?=\1))?(?=[aeiou])/, "t", "s", "d"],
  [/^(?:[kmnp]a|k?i|taga?)(?=[^r])/, ""],
  [/^[kmnp]ar(?=[aeiou])/, "r", "d"],
  [/^(?:in|um)(?=[aeiou])/, ""],
  [/^ni(?=[lrwy])/, ""],
  [/^([^aeiou][lry]?)(?:in|um)(?=[aeiou])/, "$1"],
  // The first syllable is said twice: gagawa, tatrabaho, iimpok, darating (of dating).
  [/^(ng|[^aeiou])([aeiou])(?=\1[lr]?\2)/, ""],
  [/^([aeiou])(?=\1)/, ""],
  [/^d([aeiou])r(?=\1)/, "d"],
]
const FILIPINO_STEM = /^(?:[^aeiou]|ng|[bdfgkpt][lr]|[bdkst]y|[dgks]w|ts)?[aeiou].*[aeiou]/
const FILIPINO_AFFIX = /^(?:[mnp]ag|[mnp]a(?:ng|m|n)|pinag|[kmnp]a|k?i|taga?|ika)+$/

// All that remains of a word when one beginning after the other is taken off.
function withoutBeginnings(word, beginnings, isStem) {
  const forms = [word]
  for (let at = 0; at < forms.length; at++) {
    for (const [pattern, ...places] of beginnings) {
      if (!pattern.test(forms[at])) continue
      for (const place of places) {
        const form = forms[at].replace(pattern, place)
        if (form.length >= SHORTEST && isStem.test(form) && !forms.includes(form)) forms.push(form)
      }
    }
  }
  return forms
}

function malay(word) {
  const bare = word.replace(/[kl]ah$/, "")
  const forms = [word, bare, bare.replace(/(?:nya|[km]u)$/, "")].flatMap(form => [
    ...withoutBeginnings(form, MALAY_BEGINNINGS, MALAY_STEM),
    ...Object.keys(EXCLUDED).flatMap(suffix => {
      if (!form.endsWith(suffix) || EXCLUDED[suffix].test(form)) return []
      const [rest, ...roots] = withoutBeginnings(form.slice(0, -suffix.length), MALAY_BEGINNINGS, MALAY_STEM)
      // A word without a prefix has no suffix -i (ekonomi).
      return suffix === "i" ? roots : [rest, ...roots]
    }),
  ])
  return forms.filter(form => MALAY_STEM.test(form))
}

function filipino(word) {
  // "manggagawang" is manggagawa with its link, "panlipunang" is panlipunan with it.
  const forms = /[aeiou]ng$/.test(word) ? [word, word.slice(0, -2), word.slice(0, -1)] : [word]
  for (const form of [...forms]) {
    if (!/[ai]n$/.test(form)) continue
    const rest = form.replace(/(?:([aeiou])h)?[ai]n$/, "$1")
    // "tulungan" is of tulong, "bayaran" of bayad, "kilalanin" of kilala.
    forms.push(rest.replace(/u([^aeiou]*)$/, "o$1"))
    if (rest.endsWith("r")) forms.push(`${rest.slice(0, -1)}d`)
    if (/[aeiou]n$/.test(rest)) forms.push(rest.slice(0, -1))
  }
  return forms.flatMap(form => withoutBeginnings(form, FILIPINO_BEGINNINGS, FILIPINO_STEM))
    .filter(form => FILIPINO_STEM.test(form))
}

const LANGUAGES = { id: malay, ms: malay, tl: filipino }
const known = { id: new Map(), ms: new Map(), tl: new Map() }

// A folded word and its language in; its stems out, without the word itself; none in a language without rules. What is
// said twice (anak-anaknya) and a prefix before a vowel (pag-aaral) are written with a hyphen. A script for languages
// without rules has none of all this: see knowledge_base/search_script.py.
export function stems(word, locale) {
  return globalThis.WITHOUT_AFFIXES ? [] : stemsOf(word, locale)
}

function stemsOf(word, locale) {
  const found = known[locale]
  if (!found) return []
  if (!found.has(word)) {
    const forms = word.split("-").flatMap(LANGUAGES[locale])
    found.set(word, [...new Set(forms)].filter(form => form !== word && form.length >= SHORTEST))
  }
  return found.get(word)
}

// Whether a part before a hyphen is a Filipino prefix and no word.
export function isAffix(part, locale) {
  return globalThis.WITHOUT_AFFIXES ? false : locale === "tl" && FILIPINO_AFFIX.test(part)
}
